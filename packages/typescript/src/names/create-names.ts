import {
  type AggregateModel,
  type CompositeValueObjectModel,
  type ContextModel,
  type EntityModel,
  type EnumModel,
  kebabCase,
  pascalCase,
  plural,
  type ServiceModel,
  upperFirst,
  upperSnakeCase,
} from '@planner/model';
import { type Exported, foreignReferences, foreignType, Registry, ruleErrors } from '@planner/target';
import type { ArtifactKind, Placements } from '@planner/target';
import { member, method } from './bindings';
import type {
  AggregateNames,
  EntityNames,
  EnumNames,
  Names,
  OperationNames,
  ServiceMethodNames,
  ValueObjectNames,
} from './names';
import { RESERVED_TYPES } from './reserved';

/** All names of the domain: what the plan declares first, then what is derived from it, so that only the latter give way. */
export function createNames(model: ContextModel, placements: Placements = {}): Names {
  const registry = new Registry(placements, RESERVED_TYPES);
  const declared = declareTypes(model, registry);
  const enums = new Map(model.enums.map((item) => [item.name, enumNames(item, declared, registry)]));
  const valueObjects = new Map(
    model.valueObjects.map((item) => [item.name, valueObjectNames(item, declared, registry)]),
  );
  const aggregates = new Map(model.aggregates.map((item) => [item.name, aggregateNames(item, declared, registry)]));
  const methods = new Map(model.services.flatMap((service) => serviceMethodNames(service, declared, registry)));
  const foreignIds = foreignIdNames(model, registry);
  const get = (kind: Kind) => (name: string) => found(declared.get(`${kind} ${name}`), `${kind} ${name}`);
  return {
    registry,
    aggregate: (name) => found(aggregates.get(name), `aggregate ${name}`),
    entity: (aggregate, name) => found(aggregates.get(aggregate)?.entities.get(name), `entity ${aggregate}.${name}`),
    valueObject: (name) => found(valueObjects.get(name), `value object ${name}`),
    enum: (name) => found(enums.get(name), `enum ${name}`),
    event: get('event'),
    service: get('service'),
    serviceMethod: (service, name) => found(methods.get(`${service}.${name}`), `method ${service}.${name}`),
    adapter: get('adapter'),
    useCase: get('useCase'),
    foreignReferences: foreignReferences(model).map(foreignType),
    foreignId: (context, aggregate) =>
      found(foreignIds.get(`${context}.${aggregate}`), `reference ${context}.${aggregate}`),
  };
}

type Kind = 'enum' | 'valueObject' | 'aggregate' | 'entity' | 'event' | 'service' | 'adapter' | 'useCase';
type Declared = ReadonlyMap<string, Exported>;

const ARTIFACTS: Readonly<Record<Kind, ArtifactKind>> = {
  enum: 'domain/enum',
  valueObject: 'domain/value-object',
  aggregate: 'domain/aggregate',
  entity: 'domain/entity',
  event: 'domain/event',
  service: 'domain/service',
  adapter: 'application/port',
  useCase: 'application/use-case',
};

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the model has no ${what}`);
  return value;
}

function declareTypes(model: ContextModel, registry: Registry): Declared {
  const declared = new Map<string, Exported>();
  const declare = (kind: Kind, name: string, path: string, key = name) =>
    declared.set(`${kind} ${key}`, registry.artifact(ARTIFACTS[kind], key, pascalIdentifier(name), `src/${path}.ts`));
  for (const { name } of model.enums) declare('enum', name, `domain/enums/${kebabCase(name)}`);
  for (const { name } of model.valueObjects) declare('valueObject', name, `domain/value-objects/${kebabCase(name)}`);
  for (const { name } of model.aggregates) registry.file(`${sourceFolder(name)}/index.ts`);
  for (const { name } of model.aggregates) declare('aggregate', name, `${aggregateFolder(name)}/${kebabCase(name)}`);
  for (const aggregate of model.aggregates) {
    for (const { name } of aggregate.entities)
      declare('entity', name, `${aggregateFolder(aggregate.name)}/${kebabCase(name)}`, `${aggregate.name}.${name}`);
  }
  for (const { name } of model.events) declare('event', name, `domain/events/${kebabCase(name)}`);
  for (const { name } of model.services) declare('service', name, `domain/services/${kebabCase(name)}`);
  for (const { name } of model.adapters) declare('adapter', name, `application/ports/${kebabCase(name)}`);
  for (const { name, aggregate } of model.useCases)
    declare('useCase', name, `application/use-cases/${kebabCase(aggregate)}/${kebabCase(name)}`);
  return declared;
}

function aggregateFolder(name: string): string {
  return `domain/aggregates/${kebabCase(name)}`;
}

function sourceFolder(aggregate: string): string {
  return `src/${aggregateFolder(aggregate)}`;
}

/** What a plan calls PascalCase already is; anything else (an inferred model) becomes it. */
function pascalIdentifier(name: string): string {
  return /^[A-Z][A-Za-z0-9]*$/.test(name) ? name : upperFirst(pascalCase(name)) || 'Unnamed';
}

function enumNames({ name }: EnumModel, declared: Declared, registry: Registry): EnumNames {
  const type = found(declared.get(`enum ${name}`), name);
  return { kebab: kebabCase(name), type, members: registry.type(upperSnakeCase(plural(name)), type.file) };
}

function valueObjectNames(
  item: { name: string; kind: 'simple' } | CompositeValueObjectModel,
  declared: Declared,
  registry: Registry,
): ValueObjectNames {
  const type = found(declared.get(`valueObject ${item.name}`), item.name);
  const kebab = kebabCase(item.name);
  const rulesFile = registry.file(`src/domain/value-objects/${kebab}-rules.ts`);
  return {
    kebab,
    type,
    data: registry.type(`${item.name}Data`, type.file),
    rulesFile,
    ruleErrors: ruleErrors(item.kind === 'composite' ? item.invariants : [], type.file, registry),
  };
}

function aggregateNames(aggregate: AggregateModel, declared: Declared, registry: Registry): AggregateNames {
  const { name } = aggregate;
  const kebab = kebabCase(name);
  const root = found(declared.get(`aggregate ${name}`), name);
  const file = (stem: string) => registry.file(`${sourceFolder(name)}/${stem}.ts`);
  const idFile = file(`${kebab}-id`);
  const errorsFile = file(`${kebab}-errors`);
  const rules = [...aggregate.invariants, ...aggregate.operations.flatMap((operation) => operation.requires)];
  return {
    kebab,
    root,
    id: registry.type(`${name}Id`, idFile),
    data: registry.type(`${name}Data`, file(`${kebab}-data`)),
    state: registry.type(`${name}State`, root.file),
    event: registry.artifact('domain/events', name, `${name}Event`, `src/domain/events/${kebab}-event.ts`),
    transitionError: registry.type(`${name}TransitionError`, errorsFile),
    errorsFile,
    rulesFile: file(`${kebab}-rules`),
    indexFile: `${sourceFolder(name)}/index.ts`,
    operations: operationNames(aggregate, root, registry),
    entities: new Map(
      aggregate.entities.map((entity) => [entity.name, entityNames(aggregate, entity, declared, registry)]),
    ),
    ruleErrors: ruleErrors(rules, errorsFile, registry),
  };
}

function operationNames(
  aggregate: AggregateModel,
  root: Exported,
  registry: Registry,
): ReadonlyMap<string, OperationNames> {
  const names = new Map<string, OperationNames>();
  for (const { name, kind } of aggregate.operations) {
    const taken = [...names.values()].map(({ method }) => method);
    const method = kind === 'create' ? 'create' : member(name, taken);
    names.set(name, { method, input: registry.type(`${aggregate.name}${upperFirst(name)}Input`, root.file) });
  }
  return names;
}

function entityNames(
  aggregate: AggregateModel,
  entity: EntityModel,
  declared: Declared,
  registry: Registry,
): EntityNames {
  const type = found(declared.get(`entity ${aggregate.name}.${entity.name}`), entity.name);
  const kebab = kebabCase(entity.name);
  const file = (stem: string) => registry.file(`${sourceFolder(aggregate.name)}/${stem}.ts`);
  return {
    kebab,
    type,
    id: registry.type(`${entity.name}Id`, file(`${kebab}-id`)),
    data: registry.type(`${entity.name}Data`, type.file),
    draft: registry.type(`${entity.name}Draft`, type.file),
    draftData: registry.type(`${entity.name}DraftData`, type.file),
    rulesFile: file(`${kebab}-rules`),
    ruleErrors: ruleErrors(entity.invariants, type.file, registry),
  };
}

function serviceMethodNames(
  { name: service, methods }: ServiceModel,
  declared: Declared,
  registry: Registry,
): [string, ServiceMethodNames][] {
  const { file } = found(declared.get(`service ${service}`), service);
  const taken: string[] = [];
  return methods.map(({ name }) => {
    const own = method(name, taken);
    taken.push(own);
    const type = (suffix: string) => registry.type(`${service}${upperFirst(name)}${suffix}`, file);
    return [`${service}.${name}`, { method: own, input: type('Input'), output: type('Output') }];
  });
}

function foreignIdNames(model: ContextModel, registry: Registry): ReadonlyMap<string, Exported> {
  return new Map(
    foreignReferences(model).map(({ context, aggregate }) => {
      const file = registry.file(`src/domain/references/${kebabCase(context)}-${kebabCase(aggregate)}-id.ts`);
      return [`${context}.${aggregate}`, registry.type(`${pascalCase(context)}${aggregate}Id`, file)] as const;
    }),
  );
}
