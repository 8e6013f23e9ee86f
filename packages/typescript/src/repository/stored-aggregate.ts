import type { AggregateModel, EntityModel, IdentityModel, RefType, TypeModel } from '@planner/model';
import type { AggregateSchema, EntitySchema, Storage } from '@planner/target';
import type { RenderContext } from '../render-context';

/** An aggregate beside the tables that store it. */
export interface StoredAggregate {
  readonly model: AggregateModel;
  readonly schema: AggregateSchema;
  readonly entities: readonly StoredEntity[];
  entity(name: string): StoredEntity;
}

export interface StoredEntity {
  readonly model: EntityModel;
  readonly schema: EntitySchema;
  /** Property of the rows of an aggregate: `fills`. */
  readonly property: string;
  readonly table: string;
}

export type Children = Extract<Storage, { kind: 'children' }>;

export function storedAggregate({ schema, repository }: RenderContext, model: AggregateModel): StoredAggregate {
  const own = schema.aggregates.find(({ aggregate }) => aggregate === model.name);
  if (own === undefined) throw new Error(`no table for ${model.name}`);
  const names = repository.aggregate(model.name);
  const entities = own.entities.map((entity): StoredEntity => {
    const found = model.entities.find(({ name }) => name === entity.entity);
    const property = names.children.get(entity.entity);
    if (found === undefined || property === undefined) throw new Error(`the model has no ${model.name}.${entity.entity}`);
    return { model: found, schema: entity, property, table: entity.table };
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
  };
}

export function identityType(identity: IdentityModel): TypeModel {
  return identity.kind === 'given' ? identity.type : { kind: 'scalar', scalar: 'uuid' };
}

/** The type of an aggregate's identity as the domain has it. */
export function idRef({ name }: AggregateModel): RefType {
  return { kind: 'ref', target: { kind: 'aggregate', aggregate: name } };
}

/** The identity as text, for messages and the outbox; `data` is plain data. */
export function idText({ types }: RenderContext, { identity }: AggregateModel, data: string): string {
  const { scalar } = types.scalarOf(identityType(identity));
  return ['uuid', 'string', 'text'].includes(scalar) ? data : `String(${data})`;
}

export function hasChildren({ schema }: StoredEntity): boolean {
  return schema.fields.some(({ storage }) => storage.kind === 'children');
}

/** The entities that the aggregate may hold: a plan may declare one that no field is made of. */
export function heldEntities({ schema, entities }: StoredAggregate): StoredEntity[] {
  const held = new Set<string>();
  const visit = (fields: AggregateSchema['fields']): void => {
    for (const { storage } of fields) {
      if (storage.kind !== 'children' || held.has(storage.entity)) continue;
      held.add(storage.entity);
      visit(entities.find(({ model }) => model.name === storage.entity)?.schema.fields ?? []);
    }
  };
  visit(schema.fields);
  return entities.filter(({ model }) => held.has(model.name));
}
