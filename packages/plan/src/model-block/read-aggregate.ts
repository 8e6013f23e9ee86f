import type {
  AggregateDeclaration,
  EntityDeclaration,
  FilterDeclaration,
  FinderDeclaration,
  LifecycleDeclaration,
  SortDeclaration,
  UniqueDeclaration,
  ValueObjectDeclaration,
} from '@planner/model';
import { entriesOf, isEmpty, keysOf, partOf, scalarsOf, textsOf } from './reading';
import type { Reading } from './reading';
import { readOperation } from './read-operation';
import { declared, readFields, readMembers, readRules, readText } from './read-parts';
import { readTypeExpression } from './type-expression';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-tree';

const AGGREGATE_KEYS = [
  'description',
  'fields',
  'unique',
  'entities',
  'lifecycle',
  'operations',
  'invariants',
  'finders',
  'persistence',
] as const;
const BODY_KEYS = ['description', 'fields', 'invariants'] as const;

/** One entry under `aggregates`. */
export function readAggregate(reading: Reading, entry: YamlEntry): AggregateDeclaration {
  const what = `The aggregate "${entry.key.text}"`;
  const map: YamlMap = { kind: 'map', entries: entriesOf(reading, entry.value, what), span: entry.value.span };
  const keys = keysOf(reading, map, AGGREGATE_KEYS, what);
  const part = <T>(key: (typeof AGGREGATE_KEYS)[number], read: (node: YamlNode) => T[]): T[] => {
    const found = keys.get(key);
    return found === undefined ? [] : read(found.value);
  };
  const lifecycle = keys.get('lifecycle');
  const states = lifecycle === undefined ? undefined : readLifecycle(reading, lifecycle);
  const persistence = keys.get('persistence');
  const kept = persistence === undefined ? undefined : readText(reading, persistence);
  return {
    ...declared(reading, entry, keys.get('description')),
    fields: part('fields', (node) => readFields(reading, node, '"fields"')),
    unique: part('unique', (node) => readUnique(reading, node)),
    entities: part('entities', (node) =>
      entriesOf(reading, node, '"entities"').map((each) => readEntity(reading, each)),
    ),
    ...(states === undefined ? {} : { lifecycle: states }),
    operations: part('operations', (node) =>
      entriesOf(reading, node, '"operations"').map((each) => readOperation(reading, each)),
    ),
    invariants: part('invariants', (node) => readRules(reading, node, '"invariants"')),
    finders: part('finders', (node) => entriesOf(reading, node, '"finders"').map((each) => readFinder(reading, each))),
    ...(kept === undefined ? {} : { persistence: kept }),
  };
}

/** One entry under `valueObjects`: a type on one line, fields, or `fields` with `invariants`. */
export function readValueObject(reading: Reading, entry: YamlEntry): ValueObjectDeclaration | undefined {
  if (entry.value.kind === 'scalar') {
    if (isEmpty(entry.value)) {
      reading.error(
        'type/missing',
        entry.key.span,
        `The value object "${entry.key.text}" has no type.`,
        'Write a type behind the colon, or fields below.',
      );
      return undefined;
    }
    const type = readTypeExpression(reading, entry.value);
    return type && { ...declared(reading, entry), body: { kind: 'simple', type } };
  }
  const { description, ...body } = readBody(reading, entry, 'value object');
  return { ...declared(reading, entry, description), body: { kind: 'composite', ...body } };
}

function readEntity(reading: Reading, entry: YamlEntry): EntityDeclaration {
  const { description, ...body } = readBody(reading, entry, 'entity');
  return { ...declared(reading, entry, description), ...body };
}

/** Fields alone, or the long form; a field may be called `fields`, so only a map under that name makes the long form. */
function readBody(reading: Reading, entry: YamlEntry, kind: string) {
  const what = `The ${kind} "${entry.key.text}"`;
  const { value } = entry;
  const long =
    value.kind === 'map' &&
    value.entries.some(({ key, value: inner }) => inner.kind === 'map' && ['fields', 'invariants'].includes(key.text));
  if (!long) return { fields: readFields(reading, value, what), invariants: [] };
  const keys = keysOf(reading, value, BODY_KEYS, what);
  const fields = keys.get('fields');
  const invariants = keys.get('invariants');
  if (fields === undefined)
    reading.error(
      'model/missing-key',
      entry.key.span,
      `${what} has no fields.`,
      'Write "fields:" beside "invariants:".',
    );
  const description = keys.get('description');
  return {
    ...(description === undefined ? {} : { description }),
    fields: fields === undefined ? [] : readFields(reading, fields.value, '"fields"'),
    invariants: invariants === undefined ? [] : readRules(reading, invariants.value, '"invariants"'),
  };
}

/** `[[accountId, clientOrderId], [email]]`. */
function readUnique(reading: Reading, node: YamlNode): UniqueDeclaration[] {
  if (node.kind === 'list' && node.items.every((item) => item.kind === 'list')) {
    return node.items.map((item) => ({ paths: textsOf(reading, item, 'A unique set'), span: item.span }));
  }
  if (!isEmpty(node)) {
    reading.error(
      'aggregate/unique',
      node.span,
      '"unique" is a list of lists.',
      'Write [[first, second]] for a pair, [[first], [second]] for two fields that are each unique.',
    );
  }
  return [];
}

function readLifecycle(reading: Reading, entry: YamlEntry): LifecycleDeclaration | undefined {
  if (entry.value.kind === 'list') {
    reading.refuse('several-lifecycles', entry.value.span);
    return undefined;
  }
  const entries = entriesOf(reading, entry.value, '"lifecycle"');
  const keys = keysOf(reading, { kind: 'map', entries, span: entry.value.span }, ['field', 'states'], '"lifecycle"');
  const field = keys.get('field');
  const name = field === undefined ? undefined : readText(reading, field);
  const states = keys.get('states');
  return {
    ...(name === undefined ? {} : { field: name }),
    states: states === undefined ? [] : readMembers(reading, states.value, 'a lifecycle'),
    span: entry.span,
    plan: reading.plan,
  };
}

function readFinder(reading: Reading, entry: YamlEntry): FinderDeclaration {
  const what = `The finder "${entry.key.text}"`;
  const map: YamlMap = { kind: 'map', entries: entriesOf(reading, entry.value, what), span: entry.value.span };
  const keys = keysOf(reading, map, ['description', 'by', 'sort'], what);
  const by = keys.get('by');
  const sort = keys.get('sort');
  return {
    ...declared(reading, entry, keys.get('description')),
    by: by === undefined ? [] : scalarsOf(reading, by.value, '"by"').flatMap((item) => readFilter(reading, item) ?? []),
    sort: sort === undefined ? [] : scalarsOf(reading, sort.value, '"sort"').flatMap((item) => readSort(reading, item)),
  };
}

/** `accountId`, `status?`, `limitPrice.currency?`. */
function readFilter(reading: Reading, item: YamlScalar): FilterDeclaration | undefined {
  const range = /[<>]|\.\.|\b(between|min|max|from|to|before|after)\s/.exec(item.text);
  if (range !== null) {
    reading.refuse('range-filter', item.span);
    return undefined;
  }
  const text = item.text.trimEnd();
  const optional = text.endsWith('?');
  return { path: partOf(item, 0, optional ? text.length - 1 : text.length), optional };
}

/** `createdAt desc`; several are a list, or stand behind one another with commas. */
function readSort(reading: Reading, item: YamlScalar): SortDeclaration[] {
  if (/^\*$|\?$/.test(item.text.trim())) {
    reading.refuse('caller-order', item.span);
    return [];
  }
  return [...item.text.matchAll(/[^,]+/g)].flatMap((match) => {
    const words = [...match[0].matchAll(/\S+/g)].map((word) => {
      const from = match.index + word.index;
      return partOf(item, from, from + word[0].length);
    });
    const [path, direction, extra] = words;
    if (path === undefined) return [];
    if (extra !== undefined)
      reading.error(
        'finder/sort',
        extra.span,
        `"${extra.text}" has no meaning behind a sort.`,
        'Write "createdAt desc"; several are a list.',
      );
    return [direction === undefined ? { path } : { path, direction }];
  });
}
