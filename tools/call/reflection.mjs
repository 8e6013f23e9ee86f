import { credentials, Client } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor/index.js';

/** The part of `grpc/reflection/v1/reflection.proto` that a client needs; `v1alpha` is the same under another name. */
const REFLECTION = protobuf.Root.fromJSON({
  nested: {
    Request: { fields: { fileByFilename: { type: 'string', id: 3 }, fileContainingSymbol: { type: 'string', id: 4 }, listServices: { type: 'string', id: 7 } } },
    Response: {
      fields: { fileDescriptorResponse: { type: 'Files', id: 4 }, listServicesResponse: { type: 'Services', id: 6 }, errorResponse: { type: 'Failure', id: 7 } },
    },
    Files: { fields: { fileDescriptorProto: { rule: 'repeated', type: 'bytes', id: 1 } } },
    Services: { fields: { service: { rule: 'repeated', type: 'Service', id: 1 } } },
    Service: { fields: { name: { type: 'string', id: 1 } } },
    Failure: { fields: { errorCode: { type: 'int32', id: 1 }, errorMessage: { type: 'string', id: 2 } } },
  },
});
const VERSIONS = ['v1', 'v1alpha'];

/**
 * What a server says about itself through reflection: `services()` their full names, `root(symbol)` the types that a
 * symbol needs. `version` chooses `v1` or `v1alpha`; without it the first that the server knows.
 */
export class Reflection {
  #client;
  #version;
  #files = new Map();

  constructor(address, { version } = {}) {
    this.#client = new Client(address, credentials.createInsecure());
    this.#version = version;
  }

  async services() {
    const { listServicesResponse } = await this.#ask({ listServices: '*' });
    return listServicesResponse.service.map(({ name }) => name).sort();
  }

  /** A protobufjs `Root` with the symbol and everything behind it. */
  async root(symbol) {
    await this.#load({ fileContainingSymbol: symbol });
    const root = protobuf.Root.fromDescriptor(descriptor.FileDescriptorSet.create({ file: [...this.#files.values()] }));
    root.resolveAll();
    giveConstructors(root);
    return root;
  }

  close() {
    this.#client.close();
  }

  async #load(request) {
    const { fileDescriptorResponse } = await this.#ask(request);
    const files = fileDescriptorResponse.fileDescriptorProto.map((bytes) => descriptor.FileDescriptorProto.decode(bytes));
    for (const file of files) this.#files.set(file.name, file);
    const missing = files.flatMap(({ dependency }) => dependency).filter((name) => !this.#files.has(name));
    for (const name of new Set(missing)) if (!this.#files.has(name)) await this.#load({ fileByFilename: name });
  }

  async #ask(request) {
    for (const version of this.#version ? [this.#version] : VERSIONS) {
      try {
        const answer = await this.#call(version, request);
        this.#version = version;
        if (answer.errorResponse) throw new Error(`the server does not know ${Object.values(request)[0]}: ${answer.errorResponse.errorMessage}`);
        return answer;
      } catch (error) {
        // An older server has only the next version.
        if (error.code !== 12 || version === VERSIONS.at(-1) || this.#version) throw error;
      }
    }
    throw new Error('the server has no reflection');
  }

  #call(version, request) {
    const [Request, Response] = [REFLECTION.lookupType('Request'), REFLECTION.lookupType('Response')];
    return new Promise((resolve, reject) => {
      const stream = this.#client.makeBidiStreamRequest(
        `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`,
        (message) => Buffer.from(Request.encode(Request.create(message)).finish()),
        (bytes) => Response.decode(bytes),
      );
      stream.on('data', resolve).on('error', reject);
      stream.write(request);
      stream.end();
    });
  }
}

/** The constructor that protobufjs writes for a message bears its name, and uses the global `Object`: a message `Object` needs its own. */
function giveConstructors(namespace) {
  for (const nested of namespace.nestedArray) {
    if (nested instanceof protobuf.Type && nested.name === 'Object') nested.ctor = constructorOf(nested);
    if (nested instanceof protobuf.Namespace) giveConstructors(nested);
  }
}

function constructorOf({ fieldsArray }) {
  return function Message(properties = {}) {
    for (const { name, map, repeated } of fieldsArray) {
      if (map || repeated) this[name] = map ? {} : [];
      if (properties[name] !== undefined && properties[name] !== null) this[name] = properties[name];
    }
  };
}
