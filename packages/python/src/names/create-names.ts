import {
  type AggregateModel,
  type ContextModel,
  type EntityModel,
  pascalCase,
  type ServiceModel,
  upperFirst,
  type ValueObjectModel,
} from '@planner/model';
import {
  type ArtifactKind,
  type Exported,
  foreignReferences,
  foreignType,
  type Placements,
  Registry,
  ruleErrors,
} from '@planner/target';
import { argument, method, moduleName, rootMethod } from './identifiers';
import type { AggregateNames, EntityNames, Names, OperationNames, ServiceMethodNames, ValueObjectNames } from './names';
import { RESERVED_TYPES } from './reserved';

/** All names of the domain: what the plan declares first, then what is derived from it, so that only the latter give way. */
export function createNames(model: ContextModel, placements: Placements = {}): Names {
  const registry = new Registry(placements, RESERVED_TYPES);
  const declared = declareTypes(model, registry);
  const enums = new Map(
    model.enums.map(({ name }) => [name, { snake: moduleName(name), type: declared.get('enum', name) }]),
  );
  const valueObjects = new Map(
    model.valueObjects.map((item) => [item.name, valueObjectNames(item, declared, registry)]),
  );
  const aggregates = new Map(model.aggregates.map((item) => [item.name, aggregateNames(item, declared, registry)]));
  const methods = new Map(model.services.flatMap((service) => serviceMethodNames(service, declared, registry)));
  const foreignIds = foreignIdNames(model, registry);
  return {
    registry,
    aggregate: (name) => found(aggregates.get(name), `aggregate ${name}`),
    entity: (aggregate, name) => found(aggregates.get(aggregate)?.entities.get(name), `entity ${aggregate}.${name}`),
    valueObject: (name) => found(valueObjects.get(name), `value object ${name}`),
    enum: (name) => found(enums.get(name), `enum ${name}`),
    event: (name) => declared.get('event', name),
    service: (name) => declared.get('service', name),
    serviceMethod: (service, name) => found(methods.get(`${service}.${name}`), `method ${service}.${name}`),
    adapter: (name) => declared.get('adapter', name),
    useCase: (name) => declared.get('useCase', name),
    foreignReferences: foreignReferences(model).map(foreignType),
    foreignId: (context, aggregate) =>
      found(foreignIds.get(`${context}.${aggregate}`), `reference ${context}.${aggregate}`),
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the model has no ${what}`);
  return value;
}

type Kind = 'enum' | 'valueObject' | 'aggregate' | 'entity' | 'event' | 'service' | 'adapter' | 'useCase';

/** What the plan itself names, by kind and name (an entity: `Order.Fill`). */
class Declared {
  readonly #types = new Map<string, Exported>();

  set(kind: Kind, name: string, type: Exported): void {
    this.#types.set(`${kind} ${name}`, type);
  }

  get(kind: Kind, name: string): Exported {
    return found(this.#types.get(`${kind} ${name}`), `${kind} ${name}`);
  }
}

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

function declareTypes(model: ContextModel, registry: Registry): Declared {
  const declared = new Declared();
  const declare = (kind: Kind, name: string, folder: string, key = name) =>
    declared.set(
      kind,
      key,
      registry.artifact(ARTIFACTS[kind], key, pascalIdentifier(name), `src/${folder}/${moduleName(name)}.py`),
    );
  for (const { name } of model.enums) declare('enum', name, 'domain/enums');
  for (const { name } of model.valueObjects) declare('valueObject', name, 'domain/value_objects');
  for (const { name } of model.aggregates) declare('aggregate', name, `domain/aggregates/${moduleName(name)}`);
  for (const { name: aggregate, entities } of model.aggregates)
    for (const { name } of entities) declare('entity', name, 'domain/entities', `${aggregate}.${name}`);
  for (const { name } of model.events) declare('event', name, 'domain/events');
  for (const { name } of model.services) declare('service', name, 'domain/services');
  for (const { name } of model.adapters) declare('adapter', name, 'application/ports');
  for (const { name, aggregate } of model.useCases)
    declare('useCase', name, `application/use_cases/${moduleName(aggregate)}`);
  return declared;
}

/** What a plan calls PascalCase already is; anything else (an inferred model) becomes it. */
function pascalIdentifier(name: string): string {
  return /^[A-Z][A-Za-z0-9]*$/.test(name) ? name : upperFirst(pascalCase(name)) || 'Unnamed';
}

function valueObjectNames(item: ValueObjectModel, declared: Declared, registry: Registry): ValueObjectNames {
  const type = declared.get('valueObject', item.name);
  const snake = moduleName(item.name);
  return {
    snake,
    type,
    rulesFile: registry.file(`src/domain/value_objects/${snake}_rules.py`),
    ruleErrors: ruleErrors(item.kind === 'composite' ? item.invariants : [], type.file, registry),
    dto: registry.type(`${item.name}Dto`, registry.file(`src/application/dtos/value_objects/${snake}_dto.py`)),
  };
}

function aggregateNames(aggregate: AggregateModel, declared: Declared, registry: Registry): AggregateNames {
  const { name } = aggregate;
  const snake = moduleName(name);
  const root = declared.get('aggregate', name);
  const file = (stem: string) => registry.file(`src/domain/aggregates/${snake}/${stem}.py`);
  const errorsFile = file(`${snake}_errors`);
  const rules = [...aggregate.invariants, ...aggregate.operations.flatMap((operation) => operation.requires)];
  const dto = registry.artifact('application/dto', name, `${name}Dto`, `src/application/dtos/${snake}/${snake}_dto.py`);
  return {
    snake,
    root,
    state: registry.type(`${name}State`, root.file),
    id: registry.type(`${name}Id`, file(`${snake}_id`)),
    event: registry.artifact('domain/events', name, `${name}Event`, `src/domain/events/${snake}_event.py`),
    transitionError: registry.type(`${name}TransitionError`, errorsFile),
    errorsFile,
    rulesFile: file(`${snake}_rules`),
    operations: operationNames(aggregate),
    entities: new Map(
      aggregate.entities.map((entity) => [entity.name, entityNames(name, entity, dto, declared, registry)]),
    ),
    ruleErrors: ruleErrors(rules, errorsFile, registry),
    dto,
  };
}

function operationNames({ name: aggregate, operations }: AggregateModel): ReadonlyMap<string, OperationNames> {
  const names = new Map<string, OperationNames>();
  for (const { name, kind, parameters } of operations) {
    const taken = [...names.values()].map(({ method }) => method);
    const own = kind === 'create' ? 'create' : rootMethod(name, taken);
    const given = new Map<string, string>();
    for (const parameter of parameters)
      given.set(parameter.name, argument(parameter.name, [moduleName(aggregate), ...given.values()]));
    names.set(name, { method: own, arguments: given });
  }
  return names;
}

function entityNames(
  aggregate: string,
  entity: EntityModel,
  dto: Exported,
  declared: Declared,
  registry: Registry,
): EntityNames {
  const type = declared.get('entity', `${aggregate}.${entity.name}`);
  const snake = moduleName(entity.name);
  const file = (stem: string) => registry.file(`src/domain/entities/${stem}.py`);
  return {
    snake,
    type,
    id: registry.type(`${entity.name}Id`, file(`${snake}_id`)),
    draft: registry.type(`${entity.name}Draft`, type.file),
    rulesFile: file(`${snake}_rules`),
    ruleErrors: ruleErrors(entity.invariants, type.file, registry),
    dto: registry.type(`${entity.name}Dto`, dto.file),
  };
}

function serviceMethodNames(
  { name: service, methods }: ServiceModel,
  declared: Declared,
  registry: Registry,
): [string, ServiceMethodNames][] {
  const { file } = declared.get('service', service);
  const taken: string[] = [];
  return methods.map(({ name }) => {
    const own = method(name, taken);
    taken.push(own);
    return [`${service}.${name}`, { method: own, result: registry.type(`${service}${upperFirst(name)}Result`, file) }];
  });
}

function foreignIdNames(model: ContextModel, registry: Registry): ReadonlyMap<string, Exported> {
  return new Map(
    foreignReferences(model).map(({ context, aggregate }) => {
      const file = registry.file(`src/domain/references/${moduleName(context)}_${moduleName(aggregate)}_id.py`);
      return [`${context}.${aggregate}`, registry.type(`${pascalCase(context)}${aggregate}Id`, file)] as const;
    }),
  );
}
