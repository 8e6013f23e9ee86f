import type { AggregateModel, AssignedValue, OperationModel, TypeModel } from '@planner/model';
import { eventNamed, fieldNamed, type ListScenario, type OperationScenario, operationScenario } from '@planner/target';
import { eventType } from '../../domain/events';
import { CHANGE_CONTEXT_FILE } from '../../domain/tests/support';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';

/** A keyword argument and the source of its value. */
export interface Member {
  readonly name: string;
  readonly value: string;
}

/** One run of an operation that goes well, as a test writes it down. */
export interface Scenario extends OperationScenario {
  /** Members of the stored state before a change, beside those of the usual sample. */
  readonly before: readonly Member[];
  /** Members of the answer that are certain. */
  readonly expected: readonly Member[];
  /** Length of changed lists in the answer. */
  readonly sizes: readonly { readonly list: string; readonly size: number }[];
  readonly events: readonly { readonly name: string; readonly type: string }[];
}

/** `given` answers the source of the domain value that the request gives for a parameter. */
export function scenarioOf(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  given: (parameter: string) => string,
  imports: ImportSet,
): Scenario {
  const scenario = operationScenario(context, aggregate, operation);
  const { states, lists } = scenario;
  return {
    ...scenario,
    before: [
      ...stateMember(context, aggregate, states.before, imports),
      ...lists.flatMap((list) => listMembers(context, list, imports)),
    ],
    expected: [
      ...stateMember(context, aggregate, states.after, imports),
      ...scenario.assignments.flatMap(({ field, value }) => assigned(context, aggregate, field, value, given, imports)),
    ],
    sizes: lists.map(({ list, size }) => ({ list: attribute(list.name), size })),
    events: scenario.emissions.map(({ event }) => ({ name: event, type: eventTypeSource(context, event) })),
  };
}

/** The list, and what has to be empty beside it. */
function listMembers(
  { samples, types }: RenderContext,
  { list, stored, emptied }: ListScenario,
  imports: ImportSet,
): Member[] {
  const { element } = list.type;
  const elements = Array.from({ length: stored }, (_, variant) => samples.domain(element, variant, imports));
  return [
    { name: attribute(list.name), value: elements.length === 0 ? '()' : `(${elements.join(', ')},)` },
    ...emptied.map(({ name, type, optional }) => ({
      name: attribute(name),
      value: optional ? 'None' : types.empty(type, imports),
    })),
  ];
}

/** Source of the present, as the tests' clock has it, for a field of that type. */
export function presentOf(type: TypeModel, { types }: RenderContext, imports: ImportSet): string {
  const now = imports.value({ name: 'NOW', file: CHANGE_CONTEXT_FILE });
  return types.scalarOf(type).scalar === 'date' ? `${imports.kernel('time', 'utc_date')}(${now})` : now;
}

function eventTypeSource(context: RenderContext, name: string): string {
  return pyString(eventType(context, eventNamed(context.model, name)));
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
