import { type AggregateModel, type EmissionModel, lowerFirst, type OperationModel, upperFirst } from '@planner/model';

/** What a stub of an aggregate is for. */
export type RulePlace =
  | { readonly kind: 'invariant'; readonly rule: string }
  | { readonly kind: 'requirement'; readonly operation: string; readonly rule: string }
  | { readonly kind: 'computed'; readonly operation: string; readonly field: string }
  | { readonly kind: 'target'; readonly operation: string }
  | { readonly kind: 'eventField'; readonly operation: string; readonly event: string; readonly field: string };

/** The functions of a rules file by the place they are for. */
export interface RuleFunctions {
  name(place: RulePlace): string;
  readonly places: readonly RulePlace[];
}

/** A name of the language for a function or a variable, other than those that are taken. */
export type Binding = (wanted: string, taken?: Iterable<string>) => string;

/** Names every stub of an aggregate: as short as it is unique, else with the operation behind it. */
export function ruleFunctions(aggregate: AggregateModel, binding: Binding): RuleFunctions {
  const places = [
    ...aggregate.invariants.map(({ name }): RulePlace => ({ kind: 'invariant', rule: name })),
    ...aggregate.operations.flatMap(operationPlaces),
  ];
  const shared = new Set(places.map(shortName).filter((name, index, all) => all.indexOf(name) !== index));
  const names = new Map<string, string>();
  for (const place of places) {
    const short = shortName(place);
    const wanted = shared.has(short) && 'operation' in place ? `${short}For${upperFirst(place.operation)}` : short;
    names.set(key(place), binding(wanted, names.values()));
  }
  return { places, name: (place) => names.get(key(place)) ?? missing(place) };
}

export function operationPlaces(operation: OperationModel): RulePlace[] {
  const { name } = operation;
  return [
    ...operation.requires.map((rule): RulePlace => ({ kind: 'requirement', operation: name, rule: rule.name })),
    ...operation.assignments
      .filter(({ value }) => value.kind === 'computed')
      .map(({ field }): RulePlace => ({ kind: 'computed', operation: name, field })),
    ...(operation.to.length > 1 ? [{ kind: 'target', operation: name } as const] : []),
    ...operation.emissions.flatMap((emission) => emissionPlaces(name, emission)),
  ];
}

function emissionPlaces(operation: string, { event, fields }: EmissionModel): RulePlace[] {
  return fields
    .filter(({ source }) => source.kind === 'stub')
    .map(({ field }) => ({ kind: 'eventField', operation, event, field }));
}

function shortName(place: RulePlace): string {
  switch (place.kind) {
    case 'invariant':
    case 'requirement':
      return lowerFirst(place.rule);
    case 'computed':
      return `compute${upperFirst(place.field)}`;
    case 'target':
      return `choose${upperFirst(place.operation)}Target`;
    case 'eventField':
      return `${lowerFirst(place.event)}${upperFirst(place.field)}`;
  }
}

function key(place: RulePlace): string {
  return Object.values(place).join(' ');
}

function missing(place: RulePlace): never {
  throw new Error(`the aggregate has no stub for ${JSON.stringify(place)}`);
}
