import { resolveContext } from '@planner/model';
import { printModelBlock, readModelBlock } from '@planner/plan';
import * as fc from 'fast-check';
import { contextModelOf, formatDiagnostic, resolveYaml } from '../context-model-of';
import { FIXTURES } from '../fixtures';
import { arbitraryEvolution, arbitraryModel } from '.';

const errorsOf = (yaml: string) =>
  resolveYaml(yaml)
    .diagnostics.filter((each) => each.severity === 'error')
    .map(formatDiagnostic);
/** More by hand: `MODEL_RUNS=2000`. */
const numRuns = Number(process.env['MODEL_RUNS'] ?? 40);

describe('a random model', () => {
  it('resolves without errors', () => {
    fc.assert(
      fc.property(arbitraryModel(), (yaml) => {
        expect(errorsOf(yaml)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('survives JSON, and gives the same model again', () => {
    fc.assert(
      fc.property(arbitraryModel(), (yaml) => {
        const model = contextModelOf(yaml);
        expect(JSON.parse(JSON.stringify(model))).toEqual(model);
        expect(contextModelOf(yaml)).toEqual(model);
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    );
  });

  it('prints and reads back as the same declaration', () => {
    fc.assert(
      fc.property(arbitraryModel(), (yaml) => {
        const read = readModelBlock(yaml, { file: '', line: 1, column: 1, plan: '' });
        expect(read.declaration && printModelBlock(read.declaration)).toBe(yaml);
      }),
      { numRuns },
    );
  });
});

describe('a random later plan', () => {
  it('prints and reads back, and makes a model with the first one', () => {
    fc.assert(
      fc.property(arbitraryEvolution(), (plans) => {
        const read = plans.map((plan, index) =>
          readModelBlock(printModelBlock(plan), { file: '', line: 1, column: 1, plan: `35-00${index + 1}` }),
        );
        const { diagnostics } = resolveContext(read.flatMap(({ declaration }) => declaration ?? []));
        const all = [...read.flatMap((each) => each.diagnostics), ...diagnostics];
        expect(all.filter((each) => each.severity === 'error').map(formatDiagnostic)).toEqual([]);
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });
});

describe('a damaged model', () => {
  const at = { file: 'plan.md', line: 10, column: 1, plan: '35-001' };
  const damaged = fc
    .tuple(
      fc.constantFrom(...Object.values(FIXTURES)),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat(40),
          fc.constantFrom('', ' ', ':', '?', '{', ']', ',', '\n', 'x', '(', '"', "'", '- ', '&a ', '*a', '\t', '#'),
        ),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([text, edits]) =>
      edits.reduce((before, [where, length, put]) => {
        const from = where % before.length;
        return before.slice(0, from) + put + before.slice(from + length);
      }, text),
    );

  it('gives diagnostics inside the text, and never throws', () => {
    fc.assert(
      fc.property(damaged, (yaml) => {
        const { declaration, diagnostics } = readModelBlock(yaml, at);
        const all = [...diagnostics, ...(declaration === undefined ? [] : resolveContext([declaration]).diagnostics)];
        const lines = yaml.split('\n').length;
        for (const { span, message, hint, rule } of all) {
          expect(span.file).toBe('plan.md');
          expect(span.start.line).toBeGreaterThanOrEqual(10);
          expect(span.end.line).toBeLessThanOrEqual(10 + lines);
          expect(span.start.column).toBeGreaterThanOrEqual(1);
          expect([message, hint, rule].every((text) => text.length > 0)).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('lacking one line, still never throws', () => {
    for (const yaml of Object.values(FIXTURES)) {
      const lines = yaml.split('\n');
      for (const index of [...lines.keys()].filter((each) => each % 7 === 3)) {
        const { declaration } = readModelBlock(lines.filter((_, other) => other !== index).join('\n'), at);
        if (declaration !== undefined) expect(() => resolveContext([declaration])).not.toThrow();
      }
    }
  });
});

describe('any text at all', () => {
  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      'context',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      'a',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '*a',
      '!t',
      '? ',
      '<<: ',
      '#',
      '---',
      '...',
      '%',
      '\r',
      '\t',
      '\u0000',
      '😀',
      'enums',
    );
    const messy = fc.array(piece, { maxLength: 60, size: 'max' }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), messy), (text) => {
        const { declaration } = readModelBlock(text, { file: '', line: 1, column: 1, plan: '' });
        if (declaration !== undefined) resolveContext([declaration]);
      }),
      { numRuns: numRuns * 4 },
    );
  });
});
