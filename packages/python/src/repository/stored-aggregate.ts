import type { AggregateModel, EntityModel, IdentityModel, RefType, TypeModel } from '@planner/model';
import type { AggregateSchema, EntitySchema, Storage } from '@planner/target';
import type { RenderContext } from '../render-context';
import { rowAttributes } from './row-attributes';

/** An aggregate beside the tables that store it. */
export interface StoredAggregate {
  readonly model: AggregateModel;
  readonly schema: AggregateSchema;
  readonly entities: readonly StoredEntity[];
  entity(name: string): StoredEntity;
  /** Attribute of the declarative class for a column of the root's table. */
  readonly attribute: (column: string) => string;
}

export interface StoredEntity {
  readonly model: EntityModel;
  readonly schema: EntitySchema;
  /** Attribute of the rows of an aggregate: `fills`. */
  readonly property: string;
  readonly table: string;
  readonly attribute: (column: string) => string;
}

export type Children = Extract<Storage, { kind: 'children' }>;

export function storedAggregate(context: RenderContext, model: AggregateModel): StoredAggregate {
  const { schema, repository } = context;
  const own = schema.aggregates.find(({ aggregate }) => aggregate === model.name);
  if (own === undefined) throw new Error(`no table for ${model.name}`);
  const names = repository.aggregate(model.name);
  const attributesOf = (table: string) => {
    const attributes = rowAttributes(schema.tables.find(({ name }) => name === table)?.columns ?? []);
    return (column: string) => attributes.get(column) ?? column;
  };
  const entities = own.entities.map((entity): StoredEntity => {
    const found = model.entities.find(({ name }) => name === entity.entity);
    const property = names.children.get(entity.entity);
    if (found === undefined || property === undefined)
      throw new Error(`the model has no ${model.name}.${entity.entity}`);
    return { model: found, schema: entity, property, table: entity.table, attribute: attributesOf(entity.table) };
  });
  return {
    model,
    schema: own,
    entities,
    entity: (name) => {
      const found = entities.find((entity) => entity.model.name === name);
      if (found === undefined) throw new Error(`the model has no ${model.name}.${name}`);
      return found;
    },
    attribute: attributesOf(own.table),
  };
}

export function identityType(identity: IdentityModel): TypeModel {
  return identity.kind === 'given' ? identity.type : { kind: 'scalar', scalar: 'uuid' };
}

/** The type of an aggregate's identity as the domain has it. */
export function idRef({ name }: Pick<AggregateModel, 'name'>): RefType {
  return { kind: 'ref', target: { kind: 'aggregate', aggregate: name } };
}

/** The type of an entity's identity as the domain has it. */
export function entityIdRef(aggregate: string, entity: string): RefType {
  return { kind: 'ref', target: { kind: 'entity', aggregate, entity } };
}

/** The identity as text, for messages and the outbox; `id` yields the domain's value. */
export function idText({ types }: RenderContext, aggregate: AggregateModel, id: string): string {
  const bare = types.unwrapped({ type: idRef(aggregate), optional: false }, id);
  const { scalar } = types.scalarOf(identityType(aggregate.identity));
  return ['string', 'text'].includes(scalar) ? bare : `str(${bare})`;
}

export function hasChildren({ schema }: StoredEntity): boolean {
  return schema.fields.some(({ storage }) => storage.kind === 'children');
}
