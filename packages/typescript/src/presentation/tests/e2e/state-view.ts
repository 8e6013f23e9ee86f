import { pascalCase } from '@planner/model';
import type { ReachedState } from './paths';
import type { RpcRequests } from './rpc-requests';

/** A function that brings a new aggregate into a state: the way to the state before, and one more call. */
export interface StateView {
  readonly name: string;
  readonly before: string;
  readonly method: string;
  readonly request: string;
  readonly answer: string;
}

/** Of every state but the first, into which create leads. */
export function stateViews(states: readonly ReachedState[], requests: RpcRequests): StateView[] {
  return states.slice(1).map((reached) => stateView(states, reached, requests));
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
