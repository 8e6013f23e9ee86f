import { Client, credentials, status } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import { fromJson, toJson } from './json.mjs';
import { Reflection } from './reflection.mjs';

const RPC_STATUS = protobuf.Root.fromJSON({
  nested: {
    Status: { fields: { code: { type: 'int32', id: 1 }, message: { type: 'string', id: 2 }, details: { rule: 'repeated', type: 'Any', id: 3 } } },
    Any: { fields: { typeUrl: { type: 'string', id: 1 }, value: { type: 'bytes', id: 2 } } },
  },
}).lookupType('Status');

/** A call that the server refused. `details` are those of `google.rpc.Status`, as JSON with their type under `@type`. */
export class CallError extends Error {
  constructor(statusName, message, details) {
    super(`${statusName}: ${message}`);
    this.status = statusName;
    this.reason = message;
    this.details = details;
  }
}

/** A client of any gRPC service that has reflection; it has no `.proto` files. */
export class GenericClient {
  #address;
  #reflection;
  #client;

  /** `version` of reflection: `v1` or `v1alpha`; without it the first that the server knows. */
  constructor(address, { version } = {}) {
    this.#address = address;
    this.#reflection = new Reflection(address, { version });
    this.#client = new Client(address, credentials.createInsecure());
  }

  services() {
    return this.#reflection.services();
  }

  /** The protobufjs object of a service, message or enum by its full name. */
  async find(symbol) {
    const found = (await this.#reflection.root(symbol)).lookup(symbol);
    if (!found) throw new Error(`${this.#address} has no ${symbol}`);
    return found;
  }

  /**
   * Calls a unary rpc (`broker.v1.OrderService/PlaceOrder`) with a request in JSON and answers the response in JSON.
   * Throws `CallError` when the server answers another status than OK. `deadlineMs` counts from now.
   */
  async call(path, request = {}, { deadlineMs = 30_000, metadata } = {}) {
    const [serviceName, methodName] = path.split('/');
    const service = await this.find(serviceName);
    const method = service.methods?.[methodName];
    if (!method) throw new Error(`${serviceName} has no rpc ${methodName}`);
    method.resolve();
    const message = fromJson(method.resolvedRequestType, request);
    try {
      return toJson(method.resolvedResponseType, await this.#unary(path, method, message, deadlineMs, metadata));
    } catch (error) {
      throw error.metadata ? await this.#callError(error) : error;
    }
  }

  close() {
    this.#reflection.close();
    this.#client.close();
  }

  #unary(path, { resolvedRequestType, resolvedResponseType }, message, deadlineMs, metadata) {
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        `/${path}`,
        (sent) => Buffer.from(resolvedRequestType.encode(sent).finish()),
        (bytes) => resolvedResponseType.decode(bytes),
        message,
        ...(metadata ? [metadata] : []),
        { deadline: Date.now() + deadlineMs },
        (error, response) => (error ? reject(error) : resolve(response)),
      );
    });
  }

  async #callError(error) {
    const [trailer] = error.metadata?.get('grpc-status-details-bin') ?? [];
    const details = trailer ? RPC_STATUS.decode(trailer).details : [];
    return new CallError(status[error.code], error.details, await Promise.all(details.map((detail) => this.#detail(detail))));
  }

  async #detail({ typeUrl, value }) {
    const name = typeUrl.split('/').at(-1);
    const type = await this.find(name);
    return { '@type': name, ...toJson(type, type.decode(value)) };
  }
}
