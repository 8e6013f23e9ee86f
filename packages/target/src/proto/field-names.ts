import type { FieldDraft } from './drafts';

/**
 * Two names of a plan may be one in snake_case (`orderID` and `orderId`), and two in snake_case one in JSON; the later one
 * gets `_value` behind it.
 */
export function uniqueFieldNames(fields: readonly FieldDraft[]): FieldDraft[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    let name = field.name;
    while (taken.has(jsonName(name))) name += '_value';
    taken.add(jsonName(name));
    return { ...field, name };
  });
}

/** protobuf.dev, "ProtoJSON Format": lowerCamelCase of the field's name. */
function jsonName(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
