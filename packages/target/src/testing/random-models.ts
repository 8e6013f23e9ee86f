import type { AggregateModel, CompositeValueObjectModel, ContextModel, EntityModel, EnumModel, FieldModel, TypeModel, ValueObjectModel } from '@planner/model';
import { SCALARS } from '@planner/model';
import * as fc from 'fast-check';
import { aggregate, composite, context, defaultUseCases, enumeration, field, operation, parameter, scalar } from './models';

/** Names as people choose them, with words that languages, protobuf and libraries keep for themselves. */
const TYPE_NAMES = ['Order', 'Error', 'Map', 'Promise', 'OAuth2Token', 'HTTPServer', 'Line2Text', 'Types', 'Request', 'Struct', 'Timestamp', 'OrderLine', 'Service', 'Any', 'X', 'LabelsEntry', 'Empty', 'Class', 'Money', 'Fill'];
const FIELD_NAMES = ['class', 'from', 'order', 'constructor', 'default', 'package', 'select', 'metadata', 'then', 'message', 'oAuth2Token', 'line2Text', 'reserved', 'optional', 'google', 'labels', 'aBC', 'x', 'toString', 'pageSize', 'string', 'map', 'parseURL'];
const MEMBERS = ['A', 'B', 'UNSPECIFIED', 'HTTP_ERROR', 'V2', 'CLASS', 'SIDE_A', 'NULL', 'O_AUTH2'];

/** A resolved model whose names and types are drawn at random; valid as far as the contract is concerned. */
export const randomModel: fc.Arbitrary<ContextModel> = fc
  .tuple(fc.shuffledSubarray(TYPE_NAMES, { minLength: 6 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom('broker', 'market-data', 'package', 'google', 'o-auth2'))
  .chain(([names, aggregates, enums, contextName]) => {
    const enumNames = names.slice(0, enums);
    const valueName = names[enums] ?? 'Value';
    const entityName = names[enums + 1] ?? 'Part';
    const rootNames = names.slice(enums + 2, enums + 2 + aggregates);
    return fc
      .tuple(fc.tuple(...enumNames.map(randomEnum)), randomValueObject(valueName, enumNames), fc.tuple(...rootNames.map((name, index) => randomAggregate(name, enumNames, [valueName], index === 0 ? entityName : undefined))))
      .map(([declared, value, roots]) => assemble(contextName, declared, [value], roots));
  });

function assemble(contextName: string, enums: readonly EnumModel[], valueObjects: readonly ValueObjectModel[], aggregates: readonly AggregateModel[]): ContextModel {
  const useCases = aggregates.flatMap(defaultUseCases);
  const everything = { name: 'Everything', plan: '35-001', useCases: useCases.map(({ name }) => name) };
  const perAggregate = aggregates.map(({ name }) => ({ name, plan: '35-001', useCases: useCases.filter((own) => own.aggregate === name).map((own) => own.name) }));
  return context(aggregates, { context: contextName, enums, valueObjects, useCases, grpcServices: [...perAggregate, everything] });
}

function randomEnum(name: string): fc.Arbitrary<EnumModel> {
  return fc.shuffledSubarray(MEMBERS, { minLength: 1 }).map((members) => enumeration(name, members));
}

function randomValueObject(name: string, enums: readonly string[]): fc.Arbitrary<CompositeValueObjectModel> {
  return randomFields(enums, []).map((fields) => composite(name, fields));
}

function randomAggregate(name: string, enums: readonly string[], values: readonly string[], entityName: string | undefined): fc.Arbitrary<AggregateModel> {
  return fc.tuple(randomFields(enums, values), randomFields(enums, values)).map(([fields, entityFields]) => {
    const entities: EntityModel[] = entityName === undefined ? [] : [{ name: entityName, plan: '35-001', identity: { kind: 'generated' }, fields: entityFields, unique: [], invariants: [] }];
    const children = entities.map((entity) => field('children', { kind: 'list', element: { kind: 'entity', aggregate: name, name: entity.name }, distinct: false }));
    const all = [...fields, ...children];
    const change = operation('change', 'change', all.map((own) => parameter(own)));
    const made = aggregate(name, all, { entities });
    return { ...made, operations: [...made.operations, change, operation('discard', 'delete')] };
  });
}

function randomFields(enums: readonly string[], values: readonly string[]): fc.Arbitrary<FieldModel[]> {
  const single = fc.oneof(
    fc.constantFrom(...SCALARS).map((name): TypeModel => (name === 'decimal' ? scalar(name, { precision: 18, scale: 2 }) : scalar(name))),
    ...(enums.length > 0 ? [fc.constantFrom(...enums).map((name): TypeModel => ({ kind: 'enum', name }))] : []),
    ...(values.length > 0 ? [fc.constantFrom(...values).map((name): TypeModel => ({ kind: 'valueObject', name }))] : []),
  );
  const many = fc.oneof(
    single.map((element): TypeModel => ({ kind: 'list', element, distinct: false })),
    single.map((value): TypeModel => ({ kind: 'map', key: scalar('string', { max: '255' }), value })),
  );
  const shape = fc.oneof({ weight: 3, arbitrary: fc.tuple(single, fc.boolean()) }, { weight: 1, arbitrary: fc.tuple(many, fc.constant(false)) });
  return fc
    .tuple(fc.shuffledSubarray(FIELD_NAMES, { minLength: 1, maxLength: 8 }), fc.array(shape, { minLength: 8, maxLength: 8 }))
    .map(([names, shapes]) => names.map((name, index) => field(name, shapes[index]?.[0] ?? scalar('string'), { optional: shapes[index]?.[1] ?? false })));
}
