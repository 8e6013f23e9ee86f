import {
  snakeCase,
  upperSnakeCase,
  type AdapterDeclaration,
  type EnumDeclaration,
  type SourceSpan,
} from '@planner/model';
import { adapter, enumeration, type Origin } from './declare';
import type { Listed } from './listed';
import { keyOf, type NameBook, pascalName } from './names';

interface InferredAdapters {
  readonly adapters: readonly AdapterDeclaration[];
  /** That an adapter selects by. */
  readonly enums: readonly EnumDeclaration[];
}

/**
 * One adapter for every file of adapters or ports; a port and an adapter of one name belong together. A single port that none of
 * several adapters is named after is implemented by all of them: then one is selected by an enum of their names.
 */
export function inferAdapters(
  files: readonly Listed[],
  names: NameBook,
  at: (span: SourceSpan) => Origin,
): InferredAdapters {
  const ports = firsts(files.filter(({ role }) => role.kind === 'port'));
  const adapters = firsts(files.filter(({ role }) => role.kind === 'adapter'));
  const [port, ...morePorts] = ports;
  const selected =
    port !== undefined &&
    morePorts.length === 0 &&
    adapters.length > 1 &&
    !adapters.some((each) => keyOf(each.role.name) === keyOf(port.role.name));
  if (selected) return select(port, adapters, names, at);
  const bases = firsts([...adapters, ...ports]);
  return {
    adapters: bases.map((file) =>
      adapter(names.take(wishes(file.role.name, [...ports, ...adapters])), undefined, at(file.span)),
    ),
    enums: [],
  };
}

function select(
  port: Listed,
  adapters: readonly Listed[],
  names: NameBook,
  at: (span: SourceSpan) => Origin,
): InferredAdapters {
  const name = names.take(wishes(port.role.name, [port, ...adapters]));
  const members = adapters.map(({ role }) => memberOf(role.name, port.role.name));
  const choice = names.take([`${pascalName(port.role.name)}Provider`, `${name}Provider`]);
  return {
    adapters: [adapter(name, choice, at(port.span))],
    enums: [enumeration(choice, [...new Set(members)], at(port.span))],
  };
}

/** `SSI` of `ssi_broker`, where the port is `broker`. */
export function memberOf(adapterName: string, portName: string): string {
  const own = snakeCase(pascalName(portName)).split('_');
  const words = snakeCase(pascalName(adapterName))
    .split('_')
    .filter((word) => !own.includes(word));
  const member = upperSnakeCase(words.length === 0 ? pascalName(adapterName) : words.join('_'));
  return /^[A-Z]/.test(member) && member !== 'UNSPECIFIED' ? member : `X_${member}`;
}

/** The name of the adapter in the model is that of its port; the class that implements it has another one. */
function wishes(base: string, files: readonly Listed[]): string[] {
  const name = pascalName(base);
  const classes = new Set(
    files.filter(({ role }) => role.kind === 'adapter').map(({ className }) => className.toLowerCase()),
  );
  return [`${name}Gateway`, `${name}Port`, `${name}Interface`].filter((wish) => !classes.has(wish.toLowerCase()));
}

function firsts(files: readonly Listed[]): Listed[] {
  const found = new Map<string, Listed>();
  for (const file of files) {
    const key = keyOf(file.role.name);
    if (key !== '' && !found.has(key)) found.set(key, file);
  }
  return [...found.values()];
}

/** The name that an adapter's model name was made of: `Ssi` of `SsiGateway`. */
export function adapterBaseOf(name: string): string {
  return name.replace(/(?:Gateway|Port|Interface)$/, '') || name;
}
