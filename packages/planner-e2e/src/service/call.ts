import { createInterface, type Interface } from 'node:readline';
import { join } from 'node:path';
import { REPOSITORY } from '../workspace/places';
import { start } from '../workspace/processes';

/** What a service answers, whichever way it went. */
export interface Answer {
  /** `OK`, or the name of the gRPC status. */
  readonly status: string;
  /** The response of a call that went well, as JSON. */
  readonly body: Record<string, unknown>;
  /** What was said of one that did not, details included. */
  readonly failure: string;
}

/** A client that knows a service through reflection alone, in a process of its own: its libraries are ES modules. */
export class Caller {
  private readonly child;
  private readonly lines: AsyncIterator<string>;

  constructor(address: string, reflection: 'v1' | 'v1alpha' = 'v1') {
    this.child = start(
      process.execPath,
      [join(REPOSITORY, 'packages/planner-e2e/src/service/client-session.mjs'), address, reflection],
      REPOSITORY,
    );
    const output: Interface = createInterface({ input: this.child.stdout });
    this.lines = output[Symbol.asyncIterator]();
  }

  /** Calls `orders.v1.OrderService/PlaceOrder` with a request as JSON. */
  async call(path: string, request: object): Promise<Answer> {
    this.child.stdin.write(`${JSON.stringify({ path, request })}\n`);
    const line = await this.lines.next();
    if (line.done === true) throw new Error(`the client ended instead of calling ${path}`);
    return JSON.parse(line.value) as Answer;
  }

  /** Full names of the services that reflection lists. */
  async services(): Promise<string[]> {
    const { body } = await this.call('', {});
    return [...(body['services'] as string[])].sort();
  }

  close(): void {
    this.child.stdin.end();
  }
}
