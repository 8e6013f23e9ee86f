import { join } from 'node:path';
import { REPOSITORY } from '../workspace/places';
import { run } from '../workspace/processes';

/** What a service answers, whichever way it went. */
export interface Answer {
  /** `OK`, or the name of the gRPC status. */
  readonly status: string;
  /** The response of a call that went well, as JSON. */
  readonly body: Record<string, unknown>;
  /** What was said of one that did not, details included. */
  readonly failure: string;
}

/**
 * Calls a service by a client that knows it through reflection alone.
 *
 * @param path `orders.v1.OrderService/PlaceOrder`
 */
export async function call(address: string, path: string, request: object): Promise<Answer> {
  const { code, output } = await client(address, 'call', path, JSON.stringify(request));
  if (code === 0) return { status: 'OK', body: JSON.parse(output) as Record<string, unknown>, failure: '' };
  const refused = parseRefusal(output);
  return { status: refused?.status ?? 'CLIENT_ERROR', body: {}, failure: output };
}

/** Names of the services that reflection lists. */
export async function listServices(address: string, reflection: 'v1' | 'v1alpha'): Promise<string[]> {
  const { output } = await client(address, 'list', `--reflection=${reflection}`);
  return output.trim().split('\n').sort();
}

function client(address: string, ...args: string[]): ReturnType<typeof run> {
  return run(process.execPath, [join(REPOSITORY, 'tools/call/grpc-call.mjs'), address, ...args], REPOSITORY);
}

function parseRefusal(output: string): { status?: string } | undefined {
  return output.trimStart().startsWith('{') ? (JSON.parse(output) as { status?: string }) : undefined;
}
