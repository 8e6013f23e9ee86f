import type { AggregateModel, AssignedValue, EmissionModel, OperationModel, TypeModel } from '@planner/model';
import { fieldNamed, holdsEntity } from '@planner/target';
import { eventType } from '../../domain/events';
import { CHANGE_CONTEXT_FILE } from '../../domain/tests/support';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { type ListScenario, listScenarios } from './list-scenario';

/** A keyword argument and the source of its value. */
export interface Member {
  readonly name: string;
  readonly value: string;
}

/** One run of an operation that goes well, as far as the model tells what happens. */
export interface Scenario {
  /** Members of the stored state before a change, beside those of the usual sample. */
  readonly before: readonly Member[];
  /** Variant of the sample by parameter; the others take any. */
  readonly variants: ReadonlyMap<string, number>;
  /** Members of the answer that are certain. */
  readonly expected: readonly Member[];
  /** Length of changed lists in the answer. */
  readonly sizes: readonly { readonly list: string; readonly size: number }[];
  readonly events: readonly { readonly name: string; readonly type: string }[];
  /** The operation refuses to run until a stub is written. */
  readonly isUnfinished: boolean;
  /** False where limits or tiny types leave no room for a change of a list. */
  readonly isFeasible: boolean;
}

/** `given` answers the source of the domain value that the request gives for a parameter. */
export function scenarioOf(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  given: (parameter: string) => string,
  imports: ImportSet,
): Scenario {
  const lists = listScenarios(context, aggregate, operation, imports);
  const changed = new Set(lists.map(({ list }) => list));
  const state = finalState(aggregate, operation);
  const emissions = operation.emissions.filter(
    ({ states }) => states === undefined || (state !== undefined && states.includes(state)),
  );
  const certain = operation.assignments.filter(
    ({ field }) => !changed.has(field) && !holdsEntity(fieldNamed(aggregate, field).type),
  );
  const before = operation.from?.[0] ?? aggregate.lifecycle?.initial;
  return {
    before: [...stateMember(context, aggregate, before, imports), ...lists.flatMap((list) => list.before)],
    variants: new Map(lists.flatMap(({ variants }) => [...variants])),
    expected: [
      ...stateMember(context, aggregate, state, imports),
      ...certain.flatMap(({ field, value }) => assigned(context, aggregate, field, value, given, imports)),
    ],
    sizes: lists.map(({ list, size }: ListScenario) => ({ list: attribute(list), size })),
    events: emissions.map(({ event }) => ({ name: event, type: eventTypeSource(context, event) })),
    isUnfinished: isUnfinished(operation, emissions),
    isFeasible: lists.every(({ isFeasible }) => isFeasible),
  };
}

/** Source of the present, as the tests' clock has it, for a field of that type. */
export function presentOf(type: TypeModel, { types }: RenderContext, imports: ImportSet): string {
  const now = imports.value({ name: 'NOW', file: CHANGE_CONTEXT_FILE });
  return types.scalarOf(type).scalar === 'date' ? `${imports.kernel('time', 'utc_date')}(${now})` : now;
}

function eventTypeSource(context: RenderContext, name: string): string {
  const event = context.model.events.find((each) => each.name === name);
  if (event === undefined) throw new Error(`the model has no event ${name}`);
  return pyString(eventType(context, event));
}

/** The lifecycle field with that state. */
export function stateMember(
  context: RenderContext,
  { lifecycle }: AggregateModel,
  state: string | undefined,
  imports: ImportSet,
): Member[] {
  if (lifecycle === undefined || state === undefined) return [];
  const value = context.types.literal({ kind: 'enum', name: lifecycle.enum }, state, imports);
  return [{ name: attribute(lifecycle.name), value }];
}

/** Of several targets the stub takes the first. */
function finalState({ lifecycle }: AggregateModel, { from, to }: OperationModel): string | undefined {
  return to[0] ?? from?.[0] ?? lifecycle?.initial;
}

function isUnfinished({ assignments }: OperationModel, emissions: readonly EmissionModel[]): boolean {
  const computes = assignments.some(
    ({ value }) => value.kind === 'computed' && value.fallback.kind === 'unimplemented',
  );
  return (
    computes || emissions.some(({ fields }) => fields.some(({ source }) => source.kind === 'stub' && source.required))
  );
}

/** What the answer holds: plain values. */
function assigned(
  context: RenderContext,
  aggregate: AggregateModel,
  field: string,
  value: AssignedValue,
  given: (parameter: string) => string,
  imports: ImportSet,
): Member[] {
  const type = fieldNamed(aggregate, field).type;
  const name = attribute(field);
  const plain = (expression: string) => context.types.toDto({ type, optional: false }, expression, imports);
  switch (value.kind) {
    case 'parameter':
      return [{ name, value: plain(given(value.parameter)) }];
    case 'literal':
      return [{ name, value: plain(context.types.literal(type, value.text, imports)) }];
    case 'now':
      return [{ name, value: presentOf(type, context, imports) }];
    case 'none':
      return [{ name, value: 'None' }];
    default:
      return [];
  }
}
