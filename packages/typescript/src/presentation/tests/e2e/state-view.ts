import { pascalCase } from '@planner/model';
import type { ReachedState } from '@planner/target';
import type { RpcRequests } from './rpc-requests';

/** A function that brings a new aggregate into a state: the way to the state before, and one more call. */
export interface StateView {
  readonly name: string;
  readonly before: string;
  readonly method: string;
  readonly request: string;
  readonly answer: string;
}

/** Of the states that the functions `used` make, and those on the way there; create leads into the first by itself. */
export function stateViews(states: readonly ReachedState[], used: readonly string[], requests: RpcRequests): StateView[] {
  const views = states.slice(1).map((reached) => stateView(states, reached, requests));
  const needed = new Set(used);
  // A way only leads over states before.
  for (const view of [...views].reverse()) if (needed.has(view.name)) needed.add(view.before);
  return views.filter(({ name }) => needed.has(name));
}

/** Name of the function that makes an aggregate in a state. */
export function stateFunction(states: readonly ReachedState[], state: string | undefined): string {
  return state === undefined || state === states[0]?.state ? 'create' : `createIn${pascalCase(state)}`;
}

function stateView(states: readonly ReachedState[], { state, steps }: ReachedState, requests: RpcRequests): StateView {
  const step = steps.at(-1);
  const before = states.find((reached) => reached.steps.length === steps.length - 1 && reached.steps.every((own, index) => own === steps[index]));
  if (!step || !before) throw new Error(`no way into ${String(state)}`);
  // Elements of one list differ, so that a way may add several.
  const added = step.operation.additions.map(({ parameter }) => requests.parameter(step, parameter, 10 * steps.length));
  const changes = [{ name: 'id', value: 'before.id' }, ...added].map(({ name, value }) => `${name}: ${value}`);
  return {
    name: stateFunction(states, state),
    before: stateFunction(states, before.state),
    method: requests.method(step),
    request: `{ ...${requests.constant(step)}, ${changes.join(', ')} }`,
    answer: requests.answer(step),
  };
}
