import { plural, snakeCase, upperFirst } from '@planner/model';
import type {
  AggregateDeclaration,
  FieldDeclaration,
  GrpcServiceDeclaration,
  ModelDeclaration,
  OperationDeclaration,
  Text,
  UseCaseDeclaration,
} from '@planner/model';
import { text } from './declare';
import { keyOf } from './names';

type Named = { readonly name: { readonly text: string } };

/**
 * An inferred model as an addition to earlier plans of its context. What they define stays as they define it: a path says less
 * than they do. Where they list what is exposed, the use cases that are new are listed too; where they do not, nothing is.
 *
 * @param earlier declarations of the plans before, oldest first
 */
export function followEarlier(inferred: ModelDeclaration, earlier: readonly ModelDeclaration[]): ModelDeclaration {
  if (earlier.length === 0) return inferred;
  const known = earlier.flatMap(({ aggregates }) => aggregates);
  const declaration = sameNames(inferred, known);
  const types = new Set(earlier.flatMap(typeNames));
  const services = earlier.flatMap((each) => each.grpc ?? []).map(({ name }) => name.text.toLowerCase());
  const taken = new Set([...types, ...services]);
  const isFree = (name: string) => !taken.has(name.toLowerCase());
  const isNew = ({ name }: Named) => isFree(name.text);
  const valueObjects = declaration.valueObjects.filter(isNew);
  const values = new Set(
    [...valueObjects, ...earlier.flatMap((each) => [...each.valueObjects, ...each.enums])].map(({ name }) => name.text),
  );
  const aggregates = declaration.aggregates
    .filter((each) => known.some(({ name }) => name.text === each.name.text) || namesOf(each).every(isFree))
    .map((each) => addition(each, known, isFree, values));
  const owners = new Set([...aggregates, ...known].map(({ name }) => name.text));
  const useCases = declaration.useCases.filter((each) => isNew(each) && owners.has(each.aggregate?.text ?? ''));
  const { grpc: listed, ...rest } = declaration;
  // A service may go on under its name, but not under that of a type.
  const grpc = listed?.filter(({ name }) => !types.has(name.text.toLowerCase()));
  const exposed = exposedAfter({ aggregates, useCases, ...(grpc !== undefined && { grpc }) }, earlier);
  return {
    ...rest,
    enums: declaration.enums.filter(isNew),
    valueObjects,
    aggregates,
    services: declaration.services.filter(isNew),
    adapters: declaration.adapters.filter(isNew),
    useCases,
    ...(exposed !== undefined && { grpc: exposed }),
  };
}

/** `Order` is what an earlier plan calls `Orders`. */
function sameNames(declaration: ModelDeclaration, known: readonly AggregateDeclaration[]): ModelDeclaration {
  const renamed = (name: Text): Text => {
    const same = known.find((each) => keyOf(each.name.text) === keyOf(name.text));
    return same === undefined ? name : { ...name, text: same.name.text };
  };
  return {
    ...declaration,
    aggregates: declaration.aggregates.map((each) => ({ ...each, name: renamed(each.name) })),
    useCases: declaration.useCases.map((each) =>
      each.aggregate === undefined ? each : { ...each, aggregate: renamed(each.aggregate) },
    ),
  };
}

/** Everything that bears a name because of an aggregate. */
function namesOf(each: AggregateDeclaration): string[] {
  const { text: name } = each.name;
  return [name, `${name}Id`, `${name}Repository`, `${name}Service`, `${name}Created`, ...defaultsOf(each)];
}

function typeNames(declaration: ModelDeclaration): string[] {
  const { enums, valueObjects, aggregates, events, services, adapters, useCases } = declaration;
  const entities = aggregates.flatMap((each) => each.entities);
  const emitted = aggregates.flatMap(({ operations }) =>
    operations.flatMap(({ emits = [] }) => emits.map(({ event }) => event.text)),
  );
  const declared: readonly Named[] = [
    ...enums,
    ...valueObjects,
    ...aggregates,
    ...entities,
    ...events,
    ...services,
    ...adapters,
    ...useCases,
  ];
  const derived = [...aggregates.flatMap(namesOf), ...entities.map(({ name }) => `${name.text}Id`)];
  return [...declared.map(({ name }) => name.text), ...emitted, ...derived].map((name) => name.toLowerCase());
}

/** What a plan adds to an aggregate: fields, entities and operations that it does not have yet. */
function addition(
  each: AggregateDeclaration,
  known: readonly AggregateDeclaration[],
  isFree: (name: string) => boolean,
  values: ReadonlySet<string>,
): AggregateDeclaration {
  const before = known.filter(({ name }) => name.text === each.name.text);
  const has = (elements: readonly Named[], name: string) =>
    elements.some((other) => snakeCase(other.name.text) === snakeCase(name));
  const fields = before.flatMap((other) => other.fields);
  const operations = before.flatMap((other) => other.operations);
  const entities = each.entities.filter(({ name }) => isFree(name.text) && isFree(`${name.text}Id`));
  const isAdded = ({ name, emits = [] }: OperationDeclaration) =>
    (before.length === 0 || name.text !== 'create') &&
    !has(operations, name.text) &&
    isFree(upperFirst(name.text) + each.name.text) &&
    emits.every(({ event }) => isFree(event.text));
  const added = each.fields.filter(
    (field) =>
      (before.length === 0 || field.name.text !== 'id') &&
      !has(fields, field.name.text) &&
      isOf(field, entities, values),
  );
  return {
    ...each,
    entities,
    fields: added,
    operations: each.operations.filter(isAdded).map((operation) => settingOnly(operation, [...fields, ...added])),
  };
}

function settingOnly(operation: OperationDeclaration, fields: readonly Named[]): OperationDeclaration {
  const { set, ...rest } = operation;
  if (set === undefined || set.all) return operation;
  const items = set.items.filter((item) => fields.some(({ name }) => name.text === item.field.text));
  return items.length === 0 ? rest : { ...rest, set: { all: false, items } };
}

function isOf({ type }: FieldDeclaration, entities: readonly Named[], values: ReadonlySet<string>): boolean {
  const { base } = type.base.kind === 'list' ? type.base.element : type;
  if (base.kind !== 'named') return false;
  return values.has(base.name.text) || entities.some(({ name }) => name.text === base.name.text);
}

/** Nothing where the earlier plans expose everything by themselves, else what is new, by the listed servicer or by aggregate. */
function exposedAfter(
  { aggregates, useCases, grpc }: Pick<ModelDeclaration, 'aggregates' | 'useCases' | 'grpc'>,
  earlier: readonly ModelDeclaration[],
): GrpcServiceDeclaration[] | undefined {
  if (!earlier.some((each) => each.grpc !== undefined)) return undefined;
  const before = earlier.flatMap((each) => each.grpc ?? []);
  const listed = new Set(before.flatMap((each) => each.useCases.map(({ text: name }) => name)));
  const services = aggregates.map((each) => serviceOf(each, useCases));
  const elsewhere = useCases
    .filter(({ aggregate }) => !aggregates.some(({ name }) => name.text === aggregate?.text))
    .map(({ name }) => name);
  const all = [...services.flatMap((each) => each.useCases), ...elsewhere];
  const [named] = grpc ?? [];
  const added = named === undefined ? services : [{ ...named, useCases: all }];
  return added
    .map((each) => ({ ...each, useCases: each.useCases.filter(({ text: name }) => !listed.has(name)) }))
    .filter((each) => each.useCases.length > 0);
}

function serviceOf(each: AggregateDeclaration, useCases: readonly UseCaseDeclaration[]): GrpcServiceDeclaration {
  const custom = useCases.filter(({ aggregate }) => aggregate?.text === each.name.text).map(({ name }) => name.text);
  const exposed = [...defaultsOf(each), ...custom].map((name) => text(name, each));
  return { name: text(`${each.name.text}Service`, each), span: each.span, plan: each.plan, useCases: exposed };
}

/** The use cases that an aggregate has by itself. */
function defaultsOf({ name: { text: name }, operations }: AggregateDeclaration): string[] {
  const own = operations.map((operation) => operation.name.text).filter((operation) => operation !== 'create');
  return [...['create', ...own].map((operation) => upperFirst(operation) + name), `Get${name}`, `List${plural(name)}`];
}
