import type { AggregateModel, ContextModel, FieldModel, TypeModel } from '@planner/model';

/** A member of the state of an aggregate: a field, or one that every aggregate has. */
export interface Member {
  readonly name: string;
  readonly type: TypeModel;
  readonly optional: boolean;
  readonly description?: string;
}

const INSTANT: TypeModel = { kind: 'scalar', scalar: 'datetime' };

/** The members behind the version. */
export const AUDIT_MEMBERS: readonly Member[] = [
  { name: 'createdAt', type: INSTANT, optional: false },
  { name: 'updatedAt', type: INSTANT, optional: false },
];

/** The members before the version: identity, fields, the lifecycle field. */
export function ownMembers({ name, fields, lifecycle }: AggregateModel): Member[] {
  const id: Member = {
    name: 'id',
    type: { kind: 'ref', target: { kind: 'aggregate', aggregate: name } },
    optional: false,
  };
  const status: Member[] = lifecycle
    ? [{ ...described(lifecycle), name: lifecycle.name, type: { kind: 'enum', name: lifecycle.enum }, optional: false }]
    : [];
  return [
    id,
    ...fields.map((field) => ({ ...described(field), name: field.name, type: field.type, optional: field.optional })),
    ...status,
  ];
}

function described({ description }: Pick<FieldModel, 'description'>): { readonly description?: string } {
  return description === undefined ? {} : { description };
}

/** Type of what a path reaches: a member, or something inside of a composite value object. */
export function typeAt(
  { valueObjects }: Pick<ContextModel, 'valueObjects'>,
  members: readonly Pick<Member, 'name' | 'type'>[],
  [first, ...rest]: readonly string[],
): TypeModel {
  const type = members.find(({ name }) => name === first)?.type;
  if (type === undefined) throw new Error(`there is no member ${String(first)}`);
  if (rest.length === 0) return type;
  const owner = type.kind === 'valueObject' ? valueObjects.find(({ name }) => name === type.name) : undefined;
  return typeAt({ valueObjects }, owner?.kind === 'composite' ? owner.fields : [], rest);
}
