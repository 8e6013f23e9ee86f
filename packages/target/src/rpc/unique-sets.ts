import type { AggregateModel, AssignedValue, OperationModel } from '@planner/model';
import type { ProtoMessage } from '../proto';
import type { ExposedAggregate, ExposedOperation } from './exposed-aggregates';
import { holdsGivenIdentity, reachedStates } from './reached-states';

/**
 * Where create has a part of a unique set from: a parameter; or it is the same for all aggregates; or `absent` as far as
 * clashes go: nothing is stored, or what never comes twice.
 */
type UniquePart =
  /** The parameter, or what it holds at the path. */
  | { readonly kind: 'parameter'; readonly path: readonly [parameter: string, ...inner: string[]] }
  | { readonly kind: 'same' }
  | { readonly kind: 'absent' };

/** The unique sets of an aggregate, its identity included if the caller gives it, as create fills them. */
function uniqueSetsAtCreate({ model, create }: ExposedAggregate): readonly (readonly UniquePart[])[] {
  if (!create) return [];
  const { operation } = create;
  const sets = model.unique.map((set) => set.map((path) => partOf(model, path, operation)));
  return model.identity.kind === 'given' ? [...sets, [{ kind: 'parameter', path: ['id'] }]] : sets;
}

/** Parameters of create that must differ from call to call: those of unique sets, and children whose ids the caller gives. */
export function uniqueParameters(aggregate: ExposedAggregate): ReadonlySet<string> {
  const parts = uniqueSetsAtCreate(aggregate).flat();
  return new Set([
    ...parts.flatMap((part) => (part.kind === 'parameter' ? [part.path[0]] : [])),
    ...givenChildren(aggregate),
  ]);
}

function givenChildren(aggregate: ExposedAggregate): string[] {
  const parameters = aggregate.create?.operation.parameters ?? [];
  return parameters.filter(({ type }) => holdsGivenIdentity(aggregate, type)).map(({ name }) => name);
}

/** Whether create refuses the same request when it comes again. */
export function refusesRepetition(aggregate: ExposedAggregate): boolean {
  const sets = uniqueSetsAtCreate(aggregate);
  return sets.some((set) => set.every(({ kind }) => kind !== 'absent')) || givenChildren(aggregate).length > 0;
}

/** Source of what a request of that variant holds at a path of parameters and their parts; the same text for the same value. */
export type ReadSample = (request: ProtoMessage, path: readonly string[], variant: number) => string | undefined;

/** Variants of the samples in tests over the network: operations after create all carry `LATER`, calls of create count on from `FIRST`. */
export const VARIANTS = { LATER: 5, FIRST: 100 } as const;

/** How tests over the network keep clear of each other in what only one aggregate may have. */
export interface Isolation {
  /** Whether there can be one aggregate only. */
  readonly alone: boolean;
  /** Whether every test needs a service of its own, because one test leaves behind what the next one stores. */
  readonly isolated: boolean;
}

/** How often tests create: enough for every test; a few more do no harm. */
export function numberOfCreations({ operations }: ExposedAggregate): number {
  return 12 + 4 * operations.length;
}

/** How many of the calls of create, from `VARIANTS.FIRST` on, differ in everything that only one aggregate may have. */
export function distinctCreations(aggregate: ExposedAggregate, read: ReadSample): number {
  const { create } = aggregate;
  if (!create) return 0;
  const sets = uniqueSetsAtCreate(aggregate);
  const creations = creationVariants(aggregate).map(
    (variant) => (path: readonly string[]) => read(create.request, path, variant),
  );
  const clashing = creations.findIndex((own, index) =>
    creations.slice(0, index).some((before) => clash(sets, before, own)),
  );
  return clashing < 0 ? creations.length : clashing;
}

/** Of tests that call every operation after create with `VARIANTS.LATER`. */
export function isolation(aggregate: ExposedAggregate, read: ReadSample): Isolation {
  const alone = distinctCreations(aggregate, read) < numberOfCreations(aggregate);
  const uses = laterUses(aggregate, read);
  return { alone, isolated: alone || uses.length > 1 || uses.some(({ meets }) => meets) };
}

/** Operations after create that store something unique, once for every time it is stored; `meets`: create may store the same. */
function laterUses(aggregate: ExposedAggregate, read: ReadSample): { readonly meets: boolean }[] {
  const ways = reachedStates(aggregate).flatMap(({ steps }) => steps);
  return aggregate.operations.flatMap((exposed) => {
    const stored = storedUnique(aggregate, exposed.operation);
    const times = ways.filter((step) => step === exposed).length + 1;
    const meets = stored.some((field) => meetsCreation(aggregate, exposed, field, read));
    return stored.length === 0 ? [] : Array.from({ length: times }, () => ({ meets }));
  });
}

/** Fields of unique sets, and those with children whose ids the caller gives, that an operation stores in. */
function storedUnique({ model }: ExposedAggregate, { assignments, additions }: OperationModel): string[] {
  const unique = new Set(model.unique.flat().map(rootOf));
  const stored = [...assignments.filter(({ value }) => isStored(value)), ...additions].map(({ field }) => field);
  return stored.filter((name) => {
    const field = model.fields.find((each) => each.name === name);
    return unique.has(name) || (field !== undefined && holdsGivenIdentity({ model }, field.type));
  });
}

function meetsCreation(
  aggregate: ExposedAggregate,
  { operation, request }: ExposedOperation,
  field: string,
  read: ReadSample,
): boolean {
  const { model, create } = aggregate;
  const assigned = operation.assignments.find((each) => each.field === field)?.value;
  const paths = model.unique.flat().filter((path) => rootOf(path) === field);
  // Children, and what the plan itself says, may be anywhere.
  if (!create || assigned?.kind !== 'parameter' || paths.length === 0) return true;
  return paths.some((path) => {
    const part = partOf(model, path, create.operation);
    if (part.kind !== 'parameter') return part.kind === 'same';
    const later = read(request, [assigned.parameter, ...path.split('.').slice(1)], VARIANTS.LATER);
    return creationVariants(aggregate).some((variant) => read(create.request, part.path, variant) === later);
  });
}

function creationVariants(aggregate: ExposedAggregate): number[] {
  return Array.from({ length: numberOfCreations(aggregate) }, (_, index) => VARIANTS.FIRST + index);
}

function clash(
  sets: readonly (readonly UniquePart[])[],
  left: (path: readonly string[]) => string | undefined,
  right: (path: readonly string[]) => string | undefined,
): boolean {
  const isSame = (part: UniquePart): boolean =>
    part.kind === 'same' || (part.kind === 'parameter' && left(part.path) === right(part.path));
  return sets.some((set) => set.every(isSame));
}

/** The field that a path begins in. */
function rootOf(path: string): string {
  return path.split('.')[0] ?? path;
}

function partOf(model: AggregateModel, path: string, { assignments }: OperationModel): UniquePart {
  const [name = path, ...inner] = path.split('.');
  if (name === 'id') return model.identity.kind === 'given' ? { kind: 'parameter', path: ['id'] } : { kind: 'absent' };
  const field = model.fields.find((each) => each.name === name);
  // A state, a version or a moment.
  if (field === undefined) return { kind: 'same' };
  const assigned = assignments.find((each) => each.field === name)?.value;
  if (assigned?.kind === 'parameter') return { kind: 'parameter', path: [assigned.parameter, ...inner] };
  if (assigned !== undefined && !isKept(assigned)) return { kind: isStored(assigned) ? 'same' : 'absent' };
  return { kind: field.default === undefined ? 'absent' : 'same' };
}

/** Whether a value is there afterwards. Two moments are taken for the same one: a clock may be slow. */
function isStored(value: AssignedValue): boolean {
  if (value.kind === 'none' || isKept(value)) return false;
  return value.kind !== 'computed' || (value.fallback.kind !== 'none' && value.fallback.kind !== 'unimplemented');
}

function isKept(value: AssignedValue): boolean {
  return value.kind === 'computed' && value.fallback.kind === 'keep';
}
