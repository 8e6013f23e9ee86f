import { type DefaultModel, type Element, type FieldModel, snakeCase, type TypeModel } from '@planner/model';
import type { FieldTypes } from './field-types';
import type { FieldOrigin, ProtoField, ProtoMessage } from './proto-model';

/** A field before it has its number. */
export type FieldDraft = Omit<ProtoField, 'number'>;

/** A message before its fields have numbers. */
export interface MessageDraft extends Omit<ProtoMessage, 'fields' | 'reserved'> {
  /** Whose numbers it takes. */
  readonly owner: string;
  readonly fields: readonly FieldDraft[];
}

/** `sent`: a caller sends it, so a default may be left out. `answered`: the service fills it in. */
export type Direction = 'sent' | 'answered';

type Carried = Pick<Element, 'name' | 'description'> & { readonly type: TypeModel; readonly optional: boolean; readonly default?: DefaultModel };

/** The field for something of the model that has a type. */
export function valueField(types: FieldTypes, carried: Carried, kind: 'field' | 'parameter' | 'filter' | 'input' | 'output' | 'lifecycle' | 'answer' | 'items', direction: Direction): FieldDraft {
  const slot = { type: carried.type, optional: carried.optional, ...(carried.default === undefined ? {} : { default: carried.default }) };
  const { type, repeated } = types.of(carried.type);
  const mayBeAbsent = carried.optional || (direction === 'sent' && carried.default !== undefined);
  const single = mayBeAbsent && type.kind !== 'map' ? 'optional' : 'none';
  return {
    name: snakeCase(carried.name),
    type,
    label: repeated ? 'repeated' : single,
    ...comment(carried.description, formatOf(types, carried.type)),
    origin: { kind, name: carried.name, slot },
  };
}

/** The identity that addresses an aggregate, or stands in its message. */
export function idField(types: FieldTypes, type: TypeModel): FieldDraft {
  return { name: 'id', type: types.of(type).type, label: 'none', origin: { kind: 'id', name: 'id', slot: { type, optional: false } } };
}

export const expectedVersionField: FieldDraft = {
  name: 'expected_version',
  type: { kind: 'scalar', name: 'int64' },
  label: 'optional',
  comment: 'Refused with ABORTED when the stored version is another one.',
  origin: { kind: 'expectedVersion', name: 'expectedVersion' },
};

export const pageRequestFields: readonly FieldDraft[] = [
  implied('pageSize', 'int32', '0 means 50, at most 200.'),
  implied('pageToken', 'string', 'Empty for the first page, else `next_page_token` of the page before.'),
];

export const nextPageTokenField: FieldDraft = implied('nextPageToken', 'string', 'Empty on the last page.');

export const versionField: FieldDraft = implied('version', 'int64', '1 after create, plus 1 per saved change.');

export const timeFields: readonly FieldDraft[] = (['createdAt', 'updatedAt'] as const).map((name) => ({
  name: snakeCase(name),
  type: { kind: 'wellKnown', name: 'Timestamp' },
  label: 'none',
  origin: { kind: name, name },
}));

function implied(name: Extract<FieldOrigin['kind'], 'pageSize' | 'pageToken' | 'nextPageToken' | 'version'>, scalar: 'int32' | 'int64' | 'string', text: string): FieldDraft {
  return { name: snakeCase(name), type: { kind: 'scalar', name: scalar }, label: 'none', comment: text, origin: { kind: name, name } };
}

/** Fields of a model element in their order. */
export function valueFields(types: FieldTypes, fields: readonly FieldModel[], kind: 'field' | 'input' | 'output', direction: Direction): FieldDraft[] {
  return fields.map((field) => valueField(types, field, kind, direction));
}

/** How text on the wire is written, where the wire type does not say it. */
function formatOf(types: FieldTypes, type: TypeModel): string | undefined {
  if (type.kind === 'list') return formatOf(types, type.element);
  if (type.kind === 'map') return formatOf(types, type.value);
  const scalar = types.scalarOf(type);
  if (scalar?.scalar === 'date') return 'YYYY-MM-DD.';
  if (scalar?.scalar === 'decimal') return `A decimal of at most ${scalar.precision ?? 0} digits, ${scalar.scale ?? 0} of them behind the point.`;
  return undefined;
}

function comment(description: string | undefined, format: string | undefined): { comment?: string } {
  const parts = [description, format].filter((part) => part !== undefined && part.trim() !== '');
  return parts.length === 0 ? {} : { comment: parts.join('\n') };
}
