import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A remote cache that speaks Nx's OpenAPI: `GET` and `PUT /v1/cache/{hash}`, guarded by a bearer token. Kept in memory. */
export class CacheServer {
  readonly requests: string[] = [];
  private readonly entries = new Map<string, Buffer>();

  private constructor(
    private readonly server: Server,
    private readonly token: string,
  ) {}

  static async start(token: string): Promise<CacheServer> {
    const server = createServer();
    const cache = new CacheServer(server, token);
    server.on('request', (request, response) => void cache.answer(request, response));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return cache;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get size(): number {
    return this.entries.size;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const hash = /^\/v1\/cache\/([^/?]+)$/.exec(request.url ?? '')?.[1];
    const body = await bodyOf(request);
    const status = this.statusOf(request, hash);
    this.requests.push(`${request.method ?? ''} ${status}`);
    const stored = hash === undefined ? undefined : this.entries.get(hash);
    if (status === 200 && request.method === 'PUT' && hash !== undefined) this.entries.set(hash, body);
    if (status === 200 && request.method === 'GET')
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(stored);
    else response.writeHead(status, { 'content-type': 'text/plain' }).end();
  }

  /** An entry is never overwritten: 409 (Nx's OpenAPI). */
  private statusOf({ headers, method }: IncomingMessage, hash: string | undefined): number {
    if (headers.authorization !== `Bearer ${this.token}`) return 401;
    if (hash === undefined) return 404;
    if (method === 'PUT') return this.entries.has(hash) ? 409 : 200;
    return method === 'GET' && this.entries.has(hash) ? 200 : 404;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}
