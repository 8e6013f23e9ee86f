import type {
  Declared,
  EnumMemberDeclaration,
  FieldDeclaration,
  OutputDeclaration,
  RuleDeclaration,
  Text,
} from '@planner/model';
import { entriesOf, isEmpty, scalarOf, textOf } from './reading';
import type { Reading } from './reading';
import { readTypeExpression } from './type-expression';
import type { YamlEntry, YamlNode } from './yaml-tree';

/** Name, place and plan of an entry; the description when its map has one. */
export function declared(reading: Reading, entry: YamlEntry, description?: YamlEntry): Declared {
  const text = description === undefined ? undefined : readText(reading, description);
  return {
    name: textOf(entry.key),
    span: entry.span,
    plan: reading.plan,
    ...(text === undefined ? {} : { description: text }),
  };
}

/** The single text behind a key. */
export function readText(reading: Reading, entry: YamlEntry): Text | undefined {
  const scalar = scalarOf(reading, entry.value, `"${entry.key.text}"`);
  return scalar === undefined ? undefined : textOf(scalar);
}

/** A map of names to types. */
export function readFields(reading: Reading, node: YamlNode, what: string): FieldDeclaration[] {
  return entriesOf(reading, node, what).flatMap((entry) => {
    const { key, value } = entry;
    if (value.kind !== 'scalar') {
      if (key.text === 'id') reading.refuse('composite-identity', value.span);
      else
        reading.error(
          'model/expected-type',
          value.span,
          `The type of "${key.text}" is one text.`,
          'Declare a structure under valueObjects and name it here; write a list as list(T).',
        );
      return [];
    }
    if (value.reported) return [];
    if (isEmpty(value)) {
      reading.error(
        'type/missing',
        key.span,
        `"${key.text}" has no type.`,
        'Write a type such as string, int or a declared name behind the colon.',
      );
      return [];
    }
    const type = readTypeExpression(reading, value);
    return type === undefined ? [] : [{ ...declared(reading, entry), type }];
  });
}

/** `Name: text` entries. */
export function readRules(reading: Reading, node: YamlNode, what: string): RuleDeclaration[] {
  return entriesOf(reading, node, what).flatMap((entry) => {
    const text = readText(reading, entry);
    return text === undefined ? [] : [{ ...declared(reading, entry), text }];
  });
}

/** `[A, B]`, or a map of names to what they mean. */
export function readMembers(reading: Reading, node: YamlNode, what: string): EnumMemberDeclaration[] {
  if (node.kind === 'list') {
    return node.items.flatMap((item) => {
      const scalar = scalarOf(reading, item, `A member of ${what}`);
      return scalar === undefined ? [] : [{ name: textOf(scalar) }];
    });
  }
  if (node.kind === 'scalar' && !isEmpty(node)) {
    reading.error('model/expected-list', node.span, `The members of ${what} are a list.`, 'Write [FIRST, SECOND].');
    return [];
  }
  return entriesOf(reading, node, what).map((entry) => {
    const name = textOf(entry.key);
    const description = isEmpty(entry.value) ? undefined : readText(reading, entry);
    return description === undefined ? { name } : { name, description };
  });
}

/** A type, or a map of fields. */
export function readOutput(reading: Reading, node: YamlNode): OutputDeclaration | undefined {
  if (node.kind !== 'scalar') return { kind: 'fields', fields: readFields(reading, node, 'An output') };
  const type = isEmpty(node) ? undefined : readTypeExpression(reading, node);
  return type === undefined ? undefined : { kind: 'type', type };
}
