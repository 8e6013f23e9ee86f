import type { EmissionDeclaration, OperationDeclaration, SetDeclaration, SourceSpan } from '@planner/model';
import { entriesOf, isEmpty, keysOf, partOf, scalarsOf, textsOf } from './reading';
import type { Reading } from './reading';
import { declared, readFields, readRules } from './read-parts';
import { literalOf, readValue } from './type-expression';
import { Scanner } from './type-scanner';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-tree';

const KEYS = ['description', 'from', 'to', 'set', 'add', 'remove', 'input', 'requires', 'emits', 'deletes'] as const;

/** One entry under `operations`; an empty value is an operation that only is there to be called. */
export function readOperation(reading: Reading, entry: YamlEntry): OperationDeclaration {
  const what = `The operation "${entry.key.text}"`;
  const map: YamlMap = { kind: 'map', entries: entriesOf(reading, entry.value, what), span: entry.value.span };
  const keys = keysOf(reading, map, KEYS, what);
  const texts = (key: 'from' | 'to' | 'add' | 'remove') => {
    const found = keys.get(key);
    return found === undefined ? undefined : textsOf(reading, found.value, `"${key}"`);
  };
  const from = texts('from');
  const to = texts('to');
  const set = keys.get('set');
  const emits = keys.get('emits');
  const deletes = readDeletes(reading, keys.get('deletes'));
  const input = keys.get('input');
  const requires = keys.get('requires');
  return {
    ...declared(reading, entry, keys.get('description')),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(set === undefined ? {} : { set: readSet(reading, set.value) }),
    add: texts('add') ?? [],
    remove: texts('remove') ?? [],
    input: input === undefined ? [] : readFields(reading, input.value, 'An input'),
    requires: requires === undefined ? [] : readRules(reading, requires.value, '"requires"'),
    ...(emits === undefined ? {} : { emits: readEmissions(reading, emits.value) }),
    ...(deletes === undefined ? {} : { deletes }),
  };
}

function readDeletes(reading: Reading, entry: YamlEntry | undefined): SourceSpan | undefined {
  if (entry === undefined) return undefined;
  const text = entry.value.kind === 'scalar' ? entry.value.text : '';
  if (text === 'true') return entry.span;
  if (text !== 'false')
    reading.error('operation/deletes', entry.value.span, '"deletes" is true or left out.', 'Write "deletes: true".');
  return undefined;
}

/** `all`, a name, or a list of `name` and `name = value`. */
function readSet(reading: Reading, node: YamlNode): NonNullable<OperationDeclaration['set']> {
  if (node.kind === 'scalar' && node.text.trim() === 'all') return { all: true, span: node.span };
  const items = scalarsOf(reading, node, '"set"').flatMap((item) => readAssignment(reading, item) ?? []);
  return { all: false, items };
}

function readAssignment(reading: Reading, item: YamlScalar): SetDeclaration | undefined {
  const equals = item.text.indexOf('=');
  const field = partOf(item, 0, equals === -1 ? item.text.length : equals);
  if (/[.[]/.test(field.text)) {
    reading.refuse('child-change', field.span);
    return undefined;
  }
  if (equals === -1) return { field };
  const scanner = new Scanner(item, equals + 1);
  const value = readValue(scanner);
  const rest = scanner.peek();
  if (value === undefined || value.problem !== undefined || rest !== undefined) {
    const message =
      value?.problem ?? (value === undefined ? `"${field.text} =" has no value.` : 'A value with spaces is quoted.');
    reading.error(
      'operation/set-value',
      item.part(equals + 1, item.text.length),
      message,
      `Write ${field.text} = WORD, ${field.text} = "a text", now, none or computed.`,
    );
    return undefined;
  }
  return { field, value: literalOf(scanner, value) };
}

/** An event, a list of them, or a map from the state reached to either. */
function readEmissions(reading: Reading, node: YamlNode): EmissionDeclaration[] {
  if (node.kind !== 'map') return textsOf(reading, node, '"emits"').map((event) => ({ event }));
  return node.entries.flatMap(({ key, value }) => {
    if (isEmpty(value)) {
      reading.error(
        'model/expected-text',
        key.span,
        `The state ${key.text} names no event.`,
        'Write the event behind the colon, or leave the state out.',
      );
    }
    const state = partOf(key, 0, key.text.length);
    return textsOf(reading, value, 'The events of a state').map((event) => ({ event, state }));
  });
}
