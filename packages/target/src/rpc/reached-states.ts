import type { FieldModel, ListType, OperationModel, TypeModel } from '@planner/model';
import type { ExposedAggregate, ExposedOperation } from './exposed-aggregates';

/** A state that calls can bring an aggregate into: all that it has where there is no lifecycle. */
export interface ReachedState {
  readonly state: string | undefined;
  /** The calls after create, in order. */
  readonly steps: readonly ExposedOperation[];
}

/** The states that exposed operations lead to, by the shortest way; none if nothing can be created. */
export function reachedStates(aggregate: ExposedAggregate): ReachedState[] {
  const { model, create, operations } = aggregate;
  if (!create || refusesToRun(create.operation)) return [];
  const reached: ReachedState[] = [{ state: create.operation.to[0] ?? model.lifecycle?.initial, steps: [] }];
  for (const from of reached) {
    for (const step of operations.filter(
      ({ operation }) => isStep(aggregate, operation) && isAllowed(operation, from.state),
    )) {
      const state = step.operation.to[0] ?? from.state;
      if (!reached.some((known) => known.state === state)) reached.push({ state, steps: [...from.steps, step] });
    }
  }
  return reached;
}

/** Whether the state is one in which the operation may run. */
export function isAllowed({ from }: OperationModel, state: string | undefined): boolean {
  return from === undefined || (state !== undefined && from.includes(state));
}

/** What takes from a list, or could make it too long, is no part of a way. */
function isStep(aggregate: ExposedAggregate, operation: OperationModel): boolean {
  // A child whose id the caller gives can be added once only.
  const hasRoom = operation.additions.every(
    ({ field }) => hasRoomIn(aggregate, field) && !holdsGivenIdentity(aggregate, listType(aggregate, field)),
  );
  return operation.kind === 'change' && operation.removals.length === 0 && hasRoom && !refusesToRun(operation);
}

/** Whether a few more entities fit into a list; a list of plain values may refuse an equal one. */
export function hasRoomIn(aggregate: ExposedAggregate, list: string): boolean {
  const type = listType(aggregate, list);
  const limit = Number(type.max ?? Number.POSITIVE_INFINITY);
  return type.element.kind === 'entity' && sizeAfterCreate(aggregate, list) + LONGEST_WAY <= limit;
}

/** Steps of a way that may add to the same list. */
const LONGEST_WAY = 4;

export function listType({ model }: ExposedAggregate, list: string): ListType {
  const type = model.fields.find(({ name }) => name === list)?.type;
  if (type?.kind !== 'list') throw new Error(`${model.name} has no list ${list}`);
  return type;
}

/** Whether a stub has to be written before the operation runs at all: the call answers `UNIMPLEMENTED`. */
export function refusesToRun({ assignments, emissions, to }: OperationModel): boolean {
  const [target] = to;
  const emitted = emissions.filter(
    ({ states }) => states === undefined || target === undefined || states.includes(target),
  );
  return (
    assignments.some(({ value }) => value.kind === 'computed' && value.fallback.kind === 'unimplemented') ||
    emitted.some(({ fields }) => fields.some(({ source }) => source.kind === 'stub' && source.required))
  );
}

/** How many elements a list has after create: those of the sample, or none. */
export function sizeAfterCreate(aggregate: ExposedAggregate, list: string): number {
  const type = listType(aggregate, list);
  const { assignments = [], additions = [] } = aggregate.create?.operation ?? {};
  const assigned = assignments.find(({ field }) => field === list);
  if (assigned?.value.kind !== 'parameter') return additions.filter(({ field }) => field === list).length;
  return Math.min(Math.max(Number(type.min ?? 1), 1), Number(type.max ?? 1));
}

/** Fields that are absent after create: it sets nothing, and there is no default. */
export function absentAfterCreate({ model, create }: ExposedAggregate): FieldModel[] {
  const { assignments = [] } = create?.operation ?? {};
  const isLeftOut = ({ name }: FieldModel): boolean => {
    const assigned = assignments.find(({ field }) => field === name);
    return assigned === undefined || assigned.value.kind === 'none';
  };
  return model.fields.filter((field) => field.optional && field.default === undefined && isLeftOut(field));
}

/** Fields that create fills with a value of the plan: its own, or the default. `text`: as the plan writes it. */
export function literalAfterCreate({ model, create }: ExposedAggregate): { field: FieldModel; text: string }[] {
  const { assignments = [] } = create?.operation ?? {};
  return assignments.flatMap(({ field: name, value }) => {
    const field = model.fields.find((each) => each.name === name);
    return value.kind === 'literal' && field !== undefined ? [{ field, text: value.text }] : [];
  });
}

/** Whether the type is an entity whose id the caller gives, or holds one. */
export function holdsGivenIdentity(aggregate: Pick<ExposedAggregate, 'model'>, type: TypeModel): boolean {
  if (type.kind === 'list') return holdsGivenIdentity(aggregate, type.element);
  if (type.kind === 'map') return holdsGivenIdentity(aggregate, type.value);
  const entity = type.kind === 'entity' ? aggregate.model.entities.find(({ name }) => name === type.name) : undefined;
  return (
    entity !== undefined &&
    (entity.identity.kind === 'given' || entity.fields.some((field) => holdsGivenIdentity(aggregate, field.type)))
  );
}
