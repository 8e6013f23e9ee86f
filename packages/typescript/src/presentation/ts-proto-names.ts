import type { Exported, ProtoElementType, ProtoField } from '@planner/target';

/**
 * How ts-proto 2.18 names what it generates, with the options of `buf.gen.yaml`. Every type has the suffix `Message`, so
 * that none of them hides a global or a class of the domain. A test runs the generator and compares.
 */

/** Below it lies one file for every `.proto` file. */
const GENERATED = 'src/presentation/grpc/generated';

/** The interface or enum of a message or enum, and the codec of a message. */
export function generatedType(name: string, protoFile: string): Exported {
  return { name: `${name}Message`, file: generatedFile(protoFile) };
}

/** `OrderServiceService`, the definition of a service. */
export function generatedService(name: string, protoFile: string): Exported {
  return { name: `${name}Service`, file: generatedFile(protoFile) };
}

/** `OrderServiceServer`, the interface that a server implements. */
export function generatedServer(name: string, protoFile: string): Exported {
  return { name: `${name}Server`, file: generatedFile(protoFile) };
}

function generatedFile(protoFile: string): string {
  return `${GENERATED}/${protoFile.replace(/\.proto$/, '.ts')}`;
}

/** `limit_price` is `limitPrice`. */
export function messageProperty({ name }: Pick<ProtoField, 'name'>): string {
  return name.replace(/_(.?)/g, (_, letter: string) => letter.toUpperCase());
}

/** `GetHTTPServer` is `getHttpServer`: the words of grpc-js, in which digits are words too. */
export function rpcProperty(name: string): string {
  const words = name.match(/[A-Z][a-z]+|[a-z]+|[0-9]+|[A-Z]+(?![a-z])/g) ?? [];
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : capitalized(word))).join('');
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** What a field holds, or what its elements are. */
export function elementOf({ type }: Pick<ProtoField, 'type'>): ProtoElementType {
  return type.kind === 'map' ? type.value : type;
}
