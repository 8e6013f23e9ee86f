import { Caller, type Answer } from './call';

/** Ids and versions that earlier steps answered with, by the name they were given. */
export type Remembered = Readonly<Record<string, string>>;

/** One call and what must come of it. */
export interface Step {
  /** `StudentService/EnrollStudent`. */
  readonly call: string;
  readonly request: (remembered: Remembered) => object;
  /** `OK` unless it says otherwise. */
  readonly status?: string;
  /** What the response must hold, at least. */
  readonly answers?: object;
  /** Words that must stand in the failure: fields, rules. */
  readonly says?: readonly string[];
  /** Remembers a value of the response, by the path to it. */
  readonly remember?: Readonly<Record<string, string>>;
}

/** What a service must do, told as a sequence of calls. */
export interface Scenario {
  /** `school.v1`. */
  readonly package: string;
  readonly steps: readonly Step[];
  /** What must still be there after a restart. */
  readonly afterRestart: readonly Step[];
}

/** Plays steps one after the other; fails at the first that goes another way. */
export async function play(
  address: string,
  scenario: Scenario,
  steps: readonly Step[],
  before: Remembered = {},
): Promise<Remembered> {
  const caller = new Caller(address);
  let remembered = before;
  try {
    for (const step of steps) {
      const answer = await caller.call(`${scenario.package}.${step.call}`, step.request(remembered));
      check(step, answer);
      remembered = { ...remembered, ...recall(step, answer) };
    }
  } finally {
    caller.close();
  }
  return remembered;
}

function check(step: Step, answer: Answer): void {
  const { status = 'OK', answers, says = [] } = step;
  const seen = { call: step.call, status: answer.status, failure: answer.status === status ? '' : answer.failure };
  expect(seen).toEqual({ call: step.call, status, failure: '' });
  if (answers !== undefined) expect(answer.body).toMatchObject(answers);
  for (const word of says) expect(answer.failure).toContain(word);
}

function recall({ remember = {} }: Step, { body }: Answer): Record<string, string> {
  return Object.fromEntries(Object.entries(remember).map(([name, path]) => [name, String(valueAt(body, path))]));
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}
