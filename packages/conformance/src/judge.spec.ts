import { entriesOf, fingerprints, printBaseline } from './baseline';
import type { Finding } from './finding';
import { judge } from './judge';
import { readSettings } from './settings';
import { finding } from './testing/models';

const TEXT = 'one\ntwo // planner-ignore ddd/anemic-aggregate: it is a log\nthree\n';

describe('the verdict on findings', () => {
  const verdict = (found: Finding[], rules = {}, known: Finding[] = []) => {
    const entries = entriesOf(fingerprints(known, () => TEXT));
    return judge(found, {
      settings: readSettings(rules).settings,
      rules: { exists: () => true, ran: () => true },
      files: [{ file: 'src/a.ts', text: TEXT }],
      textOf: () => TEXT,
      baseline: { file: 'planner-baseline.json', text: printBaseline({ a: entries }), entries },
    });
  };

  it('comes in the order of the text', () => {
    expect(verdict([finding(3), finding(1)]).findings.map(({ span, rule }) => [span.start.line, rule])).toEqual([
      [1, 'ddd/anemic-aggregate'],
      [2, 'suppression/unused'],
      [3, 'ddd/anemic-aggregate'],
    ]);
  });

  it('applies the severity that a team has set', () => {
    expect(verdict([finding(1), finding(2)], { 'ddd/anemic-aggregate': 'error' }).findings[0]?.severity).toBe('error');
    expect(
      verdict([finding(1), finding(2)], { 'ddd/anemic-aggregate': 'off' }).findings.map(({ rule }) => rule),
    ).toEqual(['suppression/unused']);
  });

  it('takes out what a comment suppresses and what the baseline knows', () => {
    const { findings, suppressed, known } = verdict([finding(1), finding(2), finding(3)], {}, [finding(3)]);
    expect(findings.map(({ span }) => span.start.line)).toEqual([1]);
    expect(suppressed.map(({ span }) => span.start.line)).toEqual([2]);
    expect(known.map(({ span }) => span.start.line)).toEqual([3]);
  });

  it('reports stale entries with a severity that can be set', () => {
    expect(verdict([finding(2)], { 'baseline/stale': 'error' }, [finding(3)]).findings).toMatchObject([
      { rule: 'baseline/stale', severity: 'error' },
    ]);
  });

  it('offers a baseline of all that is not suppressed', () => {
    expect(verdict([finding(1), finding(2), finding(3)], {}, [finding(3)]).baseline).toHaveLength(2);
  });
});
