import fc from 'fast-check';
import { arbitraryPlanBytes, arbitraryPlanText } from '../testing/arbitrary-plan-text';
import { parsePlan } from '.';

const FILE = 'docs/plan/35-001-x-plan.md';

describe('parsing', () => {
  it('never throws, and points inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryPlanText, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const plan = parsePlan(text, FILE);
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
        for (const { span } of plan.diagnostics) {
          expect(span.start.line).toBeLessThanOrEqual(lines.length);
          expect(span.start.column).toBeLessThanOrEqual((lines[span.start.line - 1]?.length ?? 0) + 1);
        }
        for (const task of plan.tasks) {
          expect(text.slice(task.box.offset, task.box.offset + task.box.mark.length)).toBe(task.box.mark);
          expect(lines[task.box.line - 1]?.[task.box.column - 2]).toBe('[');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on bytes, and finds every box in them', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryPlanBytes, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        for (const { box } of parsePlan(bytes, FILE).tasks) expect(bytes[box.offset - 1]).toBe('['.charCodeAt(0));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps names from a plan out of the prototypes of objects', () => {
    const plan = parsePlan(
      '**__proto__**: x\n### Phase 1\n- [ ] a <!-- task: __proto__ -->\n- [ ] b <!-- task: constructor -->\n',
      FILE,
    );
    expect(plan.tasks.map((task) => task.id)).toEqual(['__proto__', 'constructor']);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  const head = '# Implementation Plan: X\n\n### Phase 1: Domain\n\n';
  const MB = 1_000_000;
  it.each<[string, string, number]>([
    [
      '50,000 tasks',
      head +
        Array.from(
          { length: 50_000 },
          (_, n) => `- [${n % 2 ? 'x' : ' '}] Task ${n} with \`code\` <!-- task: a/b${n} -->\n`,
        ).join(''),
      50_000,
    ],
    ['50,000 unknown boxes', head + '- [~] odd\n'.repeat(50_000), 50_000],
    ['nesting 2,000 deep', head + Array.from({ length: 2000 }, (_, n) => `${'  '.repeat(n)}- [ ] t\n`).join(''), 2000],
    [
      'nesting 2,000 deep by tabs',
      head + Array.from({ length: 2000 }, (_, n) => `${'\t'.repeat(n)}- [ ] t\n`).join(''),
      2000,
    ],
    ['a line of 10 MB', 'x'.repeat(10 * MB), 0],
    ['a task of 10 MB', `- [ ] ${'word '.repeat(2 * MB)}`, 1],
    ['a heading of 10 MB', `# ${'đ '.repeat(5 * MB)}`, 0],
    ['10 MB of list markers on one line', '- '.repeat(5 * MB), 0],
    ['10 MB of backticks', '`'.repeat(10 * MB), 0],
    ['10 MB of open comments', `- [ ] ${'<!--'.repeat(2.5 * MB)}`, 1],
    ['10 MB of spaces', `- [ ]${' '.repeat(10 * MB)}x`, 1],
    ['10 MB inside the model block', `## Domain Model\n\`\`\`yaml planner\n${'x'.repeat(10 * MB)}\n\`\`\`\n- [ ] a`, 1],
  ])('takes %s in time that grows with the length only', (_, text, tasks) => {
    const bytes = Buffer.from(text);
    const start = performance.now();
    expect(parsePlan(bytes, FILE).tasks).toHaveLength(tasks);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
