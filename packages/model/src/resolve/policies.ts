import type {
  AggregateModel,
  EventModel,
  FieldModel,
  ForeignEventModel,
  PolicyModel,
  UseCaseModel,
} from '../context-model';
import type { PolicyDeclaration, Text } from '../declaration';
import { didYouMean } from '../suggest';
import { canHandOver } from './compatible';
import { impliedId } from './events';
import { describe } from './fields';
import { checkPascal } from './member-names';
import { elementOf, isBroken, refTo } from './scope';
import type { Scope } from './scope';

/** A name with what is known of its type, on either side of a policy. */
type Slot = Pick<FieldModel, 'name' | 'type' | 'optional'> & { readonly hasDefault: boolean };

export interface PolicySurroundings {
  readonly aggregates: readonly AggregateModel[];
  readonly events: readonly EventModel[];
  readonly foreignEvents: readonly ForeignEventModel[];
  readonly useCases: readonly UseCaseModel[];
}

interface Trigger {
  readonly on: PolicyModel['on'];
  readonly fields: readonly Slot[];
  /** Of an event of this context. */
  readonly aggregate?: string;
}

/** Policies with the whole mapping from event to input spelled out. */
export function resolvePolicies(
  scope: Scope,
  policies: readonly PolicyDeclaration[],
  around: PolicySurroundings,
): PolicyModel[] {
  return policies.flatMap((policy) => resolvePolicy(scope, policy, around) ?? []);
}

function resolvePolicy(scope: Scope, policy: PolicyDeclaration, around: PolicySurroundings): PolicyModel | undefined {
  checkPascal(scope.problems, policy.name, 'The policy');
  const trigger = findTrigger(scope, policy, around);
  const useCase = findUseCase(scope, policy, around);
  if (trigger === undefined || useCase === undefined) return undefined;
  return {
    ...elementOf(policy),
    on: trigger.on,
    run: useCase.name,
    with: mapping(scope, policy, trigger, useCase, inputsOf(useCase, around.aggregates)),
  };
}

function findTrigger(scope: Scope, policy: PolicyDeclaration, around: PolicySurroundings): Trigger | undefined {
  const { on } = policy;
  if (on === undefined) {
    scope.problems.error(
      'policy/incomplete',
      policy.name.span,
      `The policy ${policy.name.text} follows no event.`,
      'Write "on: SomethingHappened".',
    );
    return;
  }
  const foreign = around.foreignEvents.find((event) => `${event.context}.${event.name}` === on.text);
  if (foreign !== undefined)
    return { on: { context: foreign.context, event: foreign.name }, fields: foreign.fields.map(slot) };
  const own = around.events.find((event) => event.name === on.text);
  if (own !== undefined) {
    const implied: Slot[] = [
      { name: impliedId(own.aggregate), type: refTo(own.aggregate), optional: false, hasDefault: false },
      { name: 'occurredAt', type: { kind: 'scalar', scalar: 'datetime' }, optional: false, hasDefault: false },
    ];
    return { on: { event: own.name }, fields: [...own.fields.map(slot), ...implied], aggregate: own.aggregate };
  }
  const known = [
    ...around.events.map((event) => event.name),
    ...around.foreignEvents.map((event) => `${event.context}.${event.name}`),
  ];
  const hint = on.text.includes('.')
    ? 'Declare it under "events" with the fields that are used here.'
    : `Events are ${known.join(', ') || 'not declared yet'}.`;
  scope.problems.error(
    'policy/unknown-event',
    on.span,
    `There is no event "${on.text}".`,
    didYouMean(on.text, known) + hint,
  );
  return undefined;
}

function findUseCase(scope: Scope, policy: PolicyDeclaration, around: PolicySurroundings): UseCaseModel | undefined {
  const { run } = policy;
  if (run === undefined) {
    scope.problems.error(
      'policy/incomplete',
      policy.name.span,
      `The policy ${policy.name.text} runs nothing.`,
      'Write "run: UseCase".',
    );
    return;
  }
  const useCase = around.useCases.find((each) => each.name === run.text);
  if (useCase === undefined) {
    const names = around.useCases.map((each) => each.name);
    scope.problems.error(
      'policy/unknown-use-case',
      run.span,
      `There is no use case "${run.text}".`,
      `${didYouMean(run.text, names)}Use cases are ${names.join(', ')}.`,
    );
    return;
  }
  if (useCase.kind === 'query') {
    scope.problems.error(
      'policy/query',
      run.span,
      `${run.text} only reads, so running it changes nothing.`,
      'Run a command.',
    );
    return;
  }
  return useCase;
}

/** What a caller gives to a use case. */
export function inputsOf(useCase: UseCaseModel, aggregates: readonly AggregateModel[]): readonly Slot[] {
  const aggregate = aggregates.find((each) => each.name === useCase.aggregate);
  const { action } = useCase;
  const id: Slot = { name: 'id', type: refTo(useCase.aggregate), optional: false, hasDefault: false };
  switch (action.kind) {
    case 'custom':
      return useCase.input.map(slot);
    case 'get':
      return [id];
    case 'finder':
      return (aggregate?.finders.find((finder) => finder.name === action.finder)?.by ?? []).map((filter) => ({
        ...filter,
        hasDefault: false,
      }));
    case 'operation': {
      const operation = aggregate?.operations.find((each) => each.name === action.operation);
      const parameters = (operation?.parameters ?? []).map((parameter) => ({
        ...parameter,
        hasDefault: parameter.default !== undefined,
      }));
      return operation?.kind === 'create' ? parameters : [id, ...parameters];
    }
  }
}

function slot(field: FieldModel): Slot {
  return { name: field.name, type: field.type, optional: field.optional, hasDefault: field.default !== undefined };
}

function mapping(
  scope: Scope,
  policy: PolicyDeclaration,
  trigger: Trigger,
  useCase: UseCaseModel,
  inputs: readonly Slot[],
): Record<string, string> {
  const written = new Map<string, { input: Text; field: Text }>(policy.with.map((each) => [each.input.text, each]));
  for (const { input } of policy.with) {
    if (inputs.some((each) => each.name === input.text)) continue;
    const names = inputs.map((each) => each.name);
    scope.problems.error(
      'policy/unknown-input',
      input.span,
      `${useCase.name} takes no "${input.text}".`,
      `${didYouMean(input.text, names)}It takes ${names.join(', ') || 'nothing'}.`,
    );
  }
  const pairs = inputs.flatMap((input): [string, string][] => {
    const given = written.get(input.name);
    const name = given?.field.text ?? nameFor(trigger, useCase, input);
    const field = trigger.fields.find((each) => each.name === name);
    if (field !== undefined) {
      checkHandOver(scope, policy, given?.field ?? policy.name, field, input, useCase);
      return [[input.name, field.name]];
    }
    reportUnfilled(scope, policy, trigger, useCase, input, given?.field);
    return [];
  });
  return Object.fromEntries(pairs);
}

/** By name; the `id` of the event's own aggregate under the name that the event carries it by. */
function nameFor(trigger: Trigger, useCase: UseCaseModel, input: Slot): string {
  const byName = trigger.fields.some((field) => field.name === input.name);
  if (!byName && input.name === 'id' && useCase.action.kind !== 'custom' && trigger.aggregate === useCase.aggregate)
    return impliedId(useCase.aggregate);
  return input.name;
}

function checkHandOver(
  scope: Scope,
  policy: PolicyDeclaration,
  at: Text,
  field: Slot,
  input: Slot,
  useCase: UseCaseModel,
): void {
  if (isBroken(field.type) || isBroken(input.type)) return;
  if (!canHandOver(scope, field.type, input.type)) {
    scope.problems.error(
      'policy/type-differs',
      at.span,
      `"${field.name}" is ${describe(field.type)}, but "${input.name}" of ${useCase.name} is ${describe(input.type)}.`,
      `Map another field: "with: { ${input.name}: eventField }".`,
    );
  } else if (field.optional && !input.optional && !input.hasDefault) {
    scope.problems.warning(
      'policy/may-be-absent',
      at.span,
      `"${field.name}" may be absent, but ${useCase.name} needs "${input.name}".`,
      `${policy.name.text} then fails; make the field required or the input optional.`,
    );
  }
}

function reportUnfilled(
  scope: Scope,
  policy: PolicyDeclaration,
  trigger: Trigger,
  useCase: UseCaseModel,
  input: Slot,
  given: Text | undefined,
): void {
  const names = trigger.fields.map((field) => field.name);
  if (given !== undefined) {
    scope.problems.error(
      'policy/unknown-field',
      given.span,
      `The event carries no "${given.text}".`,
      `${didYouMean(given.text, names)}It carries ${names.join(', ') || 'nothing'}.`,
    );
    return;
  }
  if (input.optional || input.hasDefault || input.type.kind === 'list' || input.type.kind === 'map') return;
  scope.problems.error(
    'policy/input-unfilled',
    policy.run?.span ?? policy.name.span,
    `${policy.name.text} does not fill "${input.name}" of ${useCase.name}.`,
    `Write "with: { ${input.name}: eventField }"; the event carries ${names.join(', ') || 'nothing'}.`,
  );
}
