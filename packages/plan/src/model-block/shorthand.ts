import type { AggregateDeclaration, Diagnostic } from '@planner/model';
import { declared, readFields } from './read-parts';
import { Reading } from './reading';
import { Places } from './yaml-tree';
import type { YamlEntry, YamlScalar } from './yaml-tree';

/**
 * Reads the `--aggregate` shorthand: a name, then `field:type` pairs separated by spaces, for example
 * `Order symbol:string max 10 quantity:int? side:enum(BUY, SELL)`. Types are those of the model block.
 *
 * @param at `plan` is the id that the declaration carries, `file` what diagnostics name as the place
 */
export function readAggregateShorthand(
  text: string,
  at: { file?: string; plan?: string } = {},
): { aggregate?: AggregateDeclaration; diagnostics: readonly Diagnostic[] } {
  const reading = new Reading(at.plan ?? '');
  const places = new Places('', { file: at.file ?? '', line: 1, column: 1 });
  const scalar = (from: number, to: number): YamlScalar => ({
    kind: 'scalar',
    text: text.slice(from, to),
    span: places.span(from, to),
    part: (a, b) => places.span(from + a, from + b),
    reported: false,
  });
  const name = /^\s*(\S+)/.exec(text);
  if (name?.[1] === undefined) {
    reading.error(
      'shorthand/empty',
      places.span(0, text.length),
      'The aggregate has no name.',
      'Write "Order symbol:string quantity:int?".',
    );
    return { diagnostics: reading.diagnostics };
  }
  const nameFrom = name[0].length - name[1].length;
  const key = scalar(nameFrom, name[0].length);
  const entries = fieldEntries(reading, text, name[0].length, scalar);
  const fields = readFields(
    reading,
    { kind: 'map', entries, span: places.span(name[0].length, text.length) },
    'The fields',
  );
  const whole = scalar(nameFrom, text.length);
  return {
    aggregate: {
      ...declared(reading, { key, value: whole, span: whole.span }),
      fields,
      unique: [],
      entities: [],
      operations: [],
      invariants: [],
      finders: [],
    },
    diagnostics: reading.diagnostics,
  };
}

/** Each field reaches up to the next word with a colon behind it. */
function fieldEntries(
  reading: Reading,
  text: string,
  from: number,
  scalar: (from: number, to: number) => YamlScalar,
): YamlEntry[] {
  const starts = [...text.slice(from).matchAll(/(?<=[\s,]|^)([A-Za-z_]\w*):/g)].map((match) => ({
    name: match[1] ?? '',
    at: from + match.index,
  }));
  const before = text.slice(from, starts[0]?.at ?? text.length);
  if (before.trim() !== '') {
    reading.error(
      'shorthand/field',
      scalar(from, from + before.length).span,
      `"${before.trim()}" is no field.`,
      'Write each field as name:type, for example quantity:int?.',
    );
  }
  return starts.map(({ name, at }, index) => {
    const end = starts[index + 1]?.at ?? text.length;
    const key = scalar(at, at + name.length);
    return { key, value: scalar(at + name.length + 1, end), span: scalar(at, end).span };
  });
}
