import type { ContextModel, PolicyModel } from '@planner/model';
import type { Finding } from '../finding';
import { warning } from './model-check';

interface Step {
  readonly context: string;
  readonly policy: PolicyModel;
  /** The event that it waits for, with its context: `orders.OrderPlaced`. */
  readonly on: string;
  /** The events that what it runs emits. */
  readonly emits: ReadonlySet<string>;
}

/**
 * Policies that set each other off without end, also across contexts: the event of one runs what emits the event of the next. What a
 * custom use case emits is not known, so it ends a chain. Every cycle is reported once, at its first policy.
 */
export function policyCycles(models: readonly ContextModel[]): Finding[] {
  const steps = models.flatMap(stepsOf);
  const followers = new Map(steps.map((step) => [step, steps.filter(({ on }) => step.emits.has(on))]));
  const reported = new Set<Step>();
  return steps.flatMap((step) => {
    if (reported.has(step)) return [];
    const cycle = shortestCycle(step, followers);
    if (cycle === undefined) return [];
    cycle.forEach((each) => reported.add(each));
    const names = [...cycle, step].map((each) => nameOf(each, step.context));
    return warning(
      'ddd/policy-cycle',
      step.policy,
      `The policies run in a circle: ${names.join(' → ')}.`,
      'Let one of them run a use case that does not emit the event of the next, or drop it.',
    );
  });
}

function stepsOf(model: ContextModel): Step[] {
  return model.policies.map((policy) => ({
    context: model.context,
    policy,
    on: `${policy.on.context ?? model.context}.${policy.on.event}`,
    emits: new Set(emittedBy(model, policy.run).map((event) => `${model.context}.${event}`)),
  }));
}

function emittedBy({ useCases, aggregates }: ContextModel, name: string): string[] {
  const useCase = useCases.find((each) => each.name === name);
  if (useCase?.action.kind !== 'operation') return [];
  const { operation } = useCase.action;
  const aggregate = aggregates.find((each) => each.name === useCase.aggregate);
  return aggregate?.operations.find((each) => each.name === operation)?.emissions.map(({ event }) => event) ?? [];
}

/** The shortest way from a step back to itself; the step comes first. */
function shortestCycle(start: Step, followers: ReadonlyMap<Step, readonly Step[]>): Step[] | undefined {
  const cameFrom = new Map<Step, Step>();
  const open = [start];
  for (let step = open.shift(); step !== undefined; step = open.shift()) {
    for (const next of followers.get(step) ?? []) {
      if (next === start) return wayTo(step, start, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, step);
      open.push(next);
    }
  }
  return undefined;
}

function wayTo(end: Step, start: Step, cameFrom: ReadonlyMap<Step, Step>): Step[] {
  const way = [end];
  for (let step = end; step !== start;) {
    const before = cameFrom.get(step);
    if (before === undefined) break;
    way.unshift(before);
    step = before;
  }
  return way;
}

function nameOf({ context, policy }: Step, home: string): string {
  return context === home ? policy.name : `${context}.${policy.name}`;
}
