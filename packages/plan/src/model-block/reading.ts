import { didYouMean } from '@planner/model';
import type { Diagnostic, SourceSpan, Text } from '@planner/model';
import { refusedFeature } from './refused';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-tree';

/** What every reader of a part of the block shares: whose plan it is, and where problems go. */
export class Reading {
  readonly diagnostics: Diagnostic[] = [];

  constructor(readonly plan: string) {}

  error(rule: string, span: SourceSpan, message: string, hint: string): void {
    this.diagnostics.push({ rule, severity: 'error', message, hint, span });
  }

  /** Reports a feature that the grammar refuses by name. */
  refuse(feature: string, span: SourceSpan): void {
    const { what, hint } = refusedFeature(feature);
    this.error(`refused/${feature}`, span, `${what} is not part of the model in this version.`, hint);
  }
}

export function textOf(scalar: YamlScalar): Text {
  return { text: scalar.text, span: scalar.span };
}

/** A trimmed piece of a scalar with its exact place. */
export function partOf(scalar: YamlScalar, from: number, to: number): Text {
  const raw = scalar.text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const text = raw.trim();
  return { text, span: scalar.part(start, start + text.length) };
}

export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.text.trim() === '';
}

/** The entries of a map; an empty value has none, anything else is reported. */
export function entriesOf(reading: Reading, node: YamlNode, what: string): readonly YamlEntry[] {
  if (node.kind === 'map') return node.entries;
  if (!isEmpty(node))
    reading.error('model/expected-map', node.span, `${what} is a map of names.`, 'Write "name: …" entries.');
  return [];
}

/** One text; a map or a list is reported. */
export function scalarOf(reading: Reading, node: YamlNode, what: string): YamlScalar | undefined {
  if (node.kind === 'scalar' && node.reported) return undefined;
  if (node.kind === 'scalar' && !isEmpty(node)) return node;
  const message = isEmpty(node) ? `${what} is empty.` : `${what} is a single text.`;
  reading.error('model/expected-text', node.span, message, 'Write one value behind the colon.');
  return undefined;
}

/** One text or a list of them. */
export function scalarsOf(reading: Reading, node: YamlNode, what: string): readonly YamlScalar[] {
  if (node.kind === 'list') return node.items.flatMap((item) => scalarOf(reading, item, `An item of ${what}`) ?? []);
  if (node.kind === 'scalar' && !isEmpty(node)) return [node];
  if (node.kind === 'map') {
    reading.error(
      'model/expected-list',
      node.span,
      `${what} is one name or a list of names.`,
      'Write [first, second].',
    );
  }
  return [];
}

export function textsOf(reading: Reading, node: YamlNode, what: string): readonly Text[] {
  return scalarsOf(reading, node, what).map(textOf);
}

/** The known keys of a map by name; unknown ones are reported, those that the grammar refuses by name with their reason. */
export function keysOf<K extends string>(
  reading: Reading,
  map: YamlMap,
  known: readonly K[],
  what: string,
): ReadonlyMap<K, YamlEntry> {
  const found = new Map<K, YamlEntry>();
  for (const entry of map.entries) {
    const key = known.find((name) => name === entry.key.text);
    if (key !== undefined) found.set(key, entry);
    else reportUnknownKey(reading, entry.key, known, what);
  }
  return found;
}

function reportUnknownKey(reading: Reading, key: YamlScalar, known: readonly string[], what: string): void {
  const feature = REFUSED_KEYS.get(key.text);
  if (feature !== undefined) {
    reading.refuse(feature, key.span);
    return;
  }
  const hint = `${didYouMean(key.text, known)}${what} knows ${known.join(', ')}.`;
  reading.error('model/unknown-key', key.span, `${what} has no key "${key.text}".`, hint);
}

/** Keys under which people look for what the grammar does not have. */
const REFUSED_KEYS: ReadonlyMap<string, string> = new Map([
  ...each('inheritance', ['extends', 'inherits', 'abstract', 'parent', 'implements', 'subtypes']),
  ...each('union', ['union', 'unions', 'oneOf', 'anyOf']),
  ...each('computed-field', ['computed', 'derived', 'calculated']),
  ...each('stream', ['stream', 'streams', 'streaming', 'serverStream', 'clientStream']),
  ...each('roles', ['role', 'roles', 'permission', 'permissions', 'allow', 'auth', 'authorization']),
  ...each('schedule', ['schedule', 'schedules', 'cron', 'every', 'timer', 'timers', 'jobs']),
  ...each('range-filter', ['range', 'ranges', 'between']),
  ...each('caller-order', ['orderBy', 'sortBy', 'sortable']),
  ...each('child-change', ['change', 'update', 'replace', 'modify']),
  ...each('several-lifecycles', ['lifecycles']),
  ...each('composite-identity', ['identity', 'primaryKey', 'identifiedBy']),
]);

function each(feature: string, keys: readonly string[]): [string, string][] {
  return keys.map((key) => [key, feature]);
}
