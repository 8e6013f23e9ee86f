import type { Finding } from '../finding';
import { finding, told } from '../testing/models';
import { suppress, type KnownRules } from './suppress';

const KNOWN: KnownRules = {
  exists: (rule) => rule.includes('/') && !rule.startsWith('no/'),
  ran: (rule) => !rule.startsWith('else/'),
};

describe('planner-ignore comments', () => {
  const run = (text: string, findings: Finding[]) => suppress(findings, [{ file: 'src/a.ts', text }], KNOWN);
  const RULE = 'ddd/anemic-aggregate';

  it.each([
    ['// planner-ignore ddd/anemic-aggregate: it is a log\nconst a = 1;', 2],
    ['const a = 1; // planner-ignore ddd/anemic-aggregate: it is a log', 1],
    ['# planner-ignore ddd/anemic-aggregate: it is a log\nx = 1', 2],
    ['x = 1  # planner-ignore ddd/anemic-aggregate: it is a log', 1],
    ['<!-- planner-ignore ddd/anemic-aggregate: it is a log -->\ntext', 2],
    ['text <!-- planner-ignore ddd/anemic-aggregate: it is a log -->', 1],
    ['/* planner-ignore ddd/anemic-aggregate: it is a log */\nx', 2],
    ['/**\n * planner-ignore ddd/anemic-aggregate: it is a log\n */ x', 3],
    ['-- planner-ignore ddd/anemic-aggregate: it is a log\nSELECT 1', 2],
    ['a\r\n// planner-ignore ddd/anemic-aggregate: it is a log\r\nb\r\n', 3],
    ['// planner-ignore ddd/anemic-aggregate: it is a log\n// planner-ignore ddd/policy-cycle: b\nx', 3],
    ['// planner-ignore ddd/policy-cycle, ddd/anemic-aggregate: it is a log\nx', 2],
    ['x\n\n\n// planner-ignore-file ddd/anemic-aggregate: it is a log', 1],
  ])('%j suppress what is found in line %i', (text, line) => {
    const { kept, suppressed } = run(text, [finding(line)]);
    expect(kept).toEqual([]);
    expect(suppressed).toEqual([{ ...finding(line), reason: 'it is a log' }]);
  });

  it.each([
    ['another line', '// planner-ignore ddd/anemic-aggregate: log\nx\ny', 3],
    ['the line before', 'x\n// planner-ignore ddd/anemic-aggregate: log\ny', 1],
    ['the next line behind code', 'x // planner-ignore ddd/anemic-aggregate: log\ny', 2],
    ['another rule', '// planner-ignore ddd/policy-cycle: log\ny', 2],
    ['anything without a reason', '// planner-ignore ddd/anemic-aggregate\ny', 2],
    ['anything with an empty reason', '// planner-ignore ddd/anemic-aggregate:  \ny', 2],
    ['anything from a text that is no comment', 'const text = "planner-ignore ddd/anemic-aggregate: log"', 1],
    ['anything by a longer word', '// planner-ignored ddd/anemic-aggregate: log\ny', 2],
  ])('do not suppress %s', (_, text, line) => {
    expect(run(text, [finding(line)]).kept).toEqual([finding(line)]);
  });

  it('do not reach into another file', () => {
    const { kept } = suppress(
      [finding(2)],
      [{ file: 'src/b.ts', text: '// planner-ignore ddd/anemic-aggregate: log\nx' }],
      KNOWN,
    );
    expect(kept).toHaveLength(1);
  });

  it('without a reason are a finding at their place', () => {
    const { problems } = run(`  // planner-ignore ${RULE}\nx`, [finding(2)]);
    expect(told(problems)).toEqual([
      'suppression/no-reason 1:6 This comment gives no reason, so it suppresses nothing.',
    ]);
  });

  it('that suppress nothing are a finding at the rule that they name', () => {
    const { problems } = run(`// planner-ignore ${RULE}, ddd/policy-cycle: log\nx`, [finding(2)]);
    expect(told(problems)).toEqual([
      'suppression/unused 1:41 ddd/policy-cycle finds nothing here, so this comment suppresses nothing.',
    ]);
  });

  it('for a rule that did not look here are left in peace', () => {
    expect(run('// planner-ignore else/rule: checked by another target\nx', []).problems).toEqual([]);
  });

  it.each([
    ['// planner-ignore no/rule: log', 'There is no rule "no/rule".'],
    ['// planner-ignore', 'This comment names no rule, so it suppresses nothing.'],
    ['// planner-ignore : log', 'This comment names no rule, so it suppresses nothing.'],
  ])('%j names no rule', (text, message) => {
    const { problems } = run(text, []);
    expect(problems.map(({ rule }) => rule)).toEqual(['suppression/unknown-rule']);
    expect(problems[0]?.message).toBe(message);
  });

  it('take time in proportion to the text', () => {
    const text = `${'// planner-ignore ddd/anemic-aggregate: log\nx\n'.repeat(20_000)}// planner-ignore ${'a, '.repeat(50_000)}`;
    const start = performance.now();
    run(
      text,
      Array.from({ length: 2_000 }, (_, index) => finding(index * 2 + 2)),
    );
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
