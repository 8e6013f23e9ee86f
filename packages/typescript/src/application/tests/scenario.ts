import type { AggregateModel, AssignedValue, FieldModel, OperationModel, TypeModel } from '@planner/model';
import { eventNamed, fieldNamed, type ListScenario, type OperationScenario, operationScenario, stringLiteral } from '@planner/target';
import { eventType } from '../../domain/events';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';

/** A member of a literal. */
export interface Member {
  readonly name: string;
  readonly value: string;
}

/** One run of an operation that goes well, as a test writes it down. */
export interface Scenario extends OperationScenario {
  /** Members of the stored data before a change, beside those of the usual sample. */
  readonly before: readonly Member[];
  /** Members of the answer that are certain. */
  readonly expected: readonly Member[];
  /** Length of changed lists in the answer. */
  readonly sizes: readonly { readonly list: string; readonly size: number }[];
  readonly events: readonly { readonly name: string; readonly type: string }[];
}

/** `given` answers the source of what the request gives for a parameter. */
export function scenarioOf(context: RenderContext, aggregate: AggregateModel, operation: OperationModel, given: (parameter: string) => string, imports: ImportSet): Scenario {
  const scenario = operationScenario(context, aggregate, operation);
  const { states, lists } = scenario;
  return {
    ...scenario,
    before: [...stateMember(aggregate, states.before), ...lists.flatMap((list) => listMembers(context, list, imports))],
    expected: [
      ...stateMember(aggregate, states.after),
      ...scenario.assignments.flatMap(({ field, value }) =>
        assigned(context, field, fieldNamed(aggregate, field).type, value, given, imports),
      ),
    ],
    sizes: lists.map(({ list, size }) => ({ list: list.name, size })),
    events: scenario.emissions.map(({ event }) => ({ name: event, type: eventTypeSource(context, event) })),
  };
}

/** The list, and what has to be empty beside it. */
function listMembers({ samples }: RenderContext, { list, stored, emptied }: ListScenario, imports: ImportSet): Member[] {
  const elements = Array.from({ length: stored }, (_, variant) => samples.data(list.type.element, variant, imports));
  return [{ name: list.name, value: `[${elements.join(', ')}]` }, ...emptied.map(empty)];
}

function empty({ name, type, optional }: FieldModel): Member {
  return { name, value: optional ? 'undefined' : type.kind === 'map' ? 'new Map()' : '[]' };
}

/** Source of the present, as the tests' clock has it, for a field of that type. */
export function presentOf(type: TypeModel, { types }: RenderContext, imports: ImportSet): string {
  return types.scalarOf(type).scalar === 'date' ? `${imports.kernel('utcDate')}(NOW)` : 'NOW';
}

function eventTypeSource(context: RenderContext, name: string): string {
  return stringLiteral(eventType(context, eventNamed(context.model, name)));
}

function stateMember({ lifecycle }: AggregateModel, state: string | undefined): Member[] {
  return lifecycle === undefined || state === undefined ? [] : [{ name: lifecycle.name, value: stringLiteral(state) }];
}

function assigned(context: RenderContext, name: string, type: TypeModel, value: AssignedValue, given: (parameter: string) => string, imports: ImportSet): Member[] {
  switch (value.kind) {
    case 'parameter':
      return [{ name, value: given(value.parameter) }];
    case 'literal':
      return [{ name, value: context.types.dataLiteral(type, value.text, imports) }];
    case 'now':
      return [{ name, value: presentOf(type, context, imports) }];
    case 'none':
      return [{ name, value: 'undefined' }];
    default:
      return [];
  }
}
