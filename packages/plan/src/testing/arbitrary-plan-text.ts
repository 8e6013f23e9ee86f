import fc from 'fast-check';

/** Pieces of which odd plans are made. */
const PIECES = [
  '# Implementation Plan: x',
  '## Overview',
  '## Domain Model',
  '### Phase 1: a',
  '### Giai đoạn 2',
  '### Step 1: a',
  '**Files to create:**',
  '- `a/b.ts`',
  '**Objective**: a',
  '- **Week**: 35',
  '- [ ] a',
  '  - [x] b',
  '\t- [~] c',
  '1. [ ] d',
  '- [] e',
  '* [X] f <!-- task: a/b -->',
  '+ [ ] g `<!-- task: c -->`',
  '```',
  '```yaml planner',
  '~~~~',
  '<!--',
  '-->',
  '<pre>',
  '> - [ ] q',
  '---',
  '===',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> x',
  'context: a',
  'aggregates: { A: {} }',
  '__proto__: 1',
  '&a [*a]',
  'constructor: x',
  '',
  '',
  '    ',
  'Đặt lệnh 🚀',
  '\u2028',
  '\0',
  '- - - [ ] h',
  '[x]',
  '(6h)',
  '**Estimated time**: 2h',
];
const ENDINGS = ['\n', '\n', '\r\n', '\r', ''];

/** Texts that look like plans in places. */
export const arbitraryPlanText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...ENDINGS)).map((parts) => parts.join('')),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 30 },
  )
  .chain((pieces) => fc.constantFrom('', '\uFEFF').map((bom) => bom + pieces.join('')));

/** Their bytes, some of them broken. */
export const arbitraryPlanBytes: fc.Arbitrary<Buffer> = fc
  .tuple(arbitraryPlanText, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }))
  .map(([text, damages]) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0) for (const [place, value] of damages) bytes[place % bytes.length] = value;
    return bytes;
  });
