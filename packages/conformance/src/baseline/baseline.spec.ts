import { finding, told } from '../testing/models';
import { compareWithBaseline, entriesOf, fingerprints, printBaseline, readBaseline } from '.';

const TEXT = 'first\n  const a = 1;\nlast\n';
const of = (text: string, line: number, extra = {}) => fingerprints([finding(line, extra)], () => text)[0]!.fingerprint;

describe('a fingerprint', () => {
  it.each([
    ['lines are added above', `new\nnew\n${TEXT}`, 4],
    ['the line is indented differently', 'first\n\t\tconst a  =  1;\nlast', 2],
    ['line ends change', TEXT.replaceAll('\n', '\r\n'), 2],
    ['other lines change', 'x\n  const a = 1;\ny\n', 2],
  ])('stays the same when %s', (_, text, line) => {
    expect(of(text, line)).toBe(of(TEXT, 2));
  });

  it.each([
    ['the line changes', TEXT.replace('1', '2'), {}],
    ['the rule is another', TEXT, { rule: 'ddd/policy-cycle' }],
    ['the file is another', TEXT, { span: { ...finding(2).span, file: 'src/b.ts' } }],
  ])('is another when %s', (_, text, extra) => {
    expect(of(text, 2, extra)).not.toBe(of(TEXT, 2));
  });

  it('tells findings on equal lines apart', () => {
    const [a, b] = fingerprints([finding(1), finding(2)], () => 'x\nx\n');
    expect(a?.fingerprint).not.toBe(b?.fingerprint);
  });

  it('is made of the message where the finding is about the file as a whole', () => {
    const whole = { span: { file: 'a', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } };
    expect(of('x', 1, whole)).toBe(of('y', 1, whole));
    expect(of('x', 1, whole)).not.toBe(of('x', 1, { ...whole, message: 'Else.' }));
  });
});

describe('a baseline', () => {
  const entry = entriesOf(fingerprints([finding(2)], () => TEXT));
  const text = printBaseline({ 'a:plan-verify': entry });

  it('reads what it prints, one entry a line', () => {
    expect(readBaseline(text)).toEqual({ baseline: { 'a:plan-verify': entry } });
    expect(text.split('\n').filter((line) => line.includes('fingerprint'))).toHaveLength(1);
    expect(printBaseline({ 'a:plan-verify': [] })).toBe('{\n  "version": 1,\n  "findings": {}\n}\n');
  });

  it.each([
    '',
    '{',
    '[]',
    '{}',
    '{"version":2,"findings":{}}',
    '{"version":1,"findings":[]}',
    '{"version":1,"findings":{"a":[{}]}}',
  ])('refuses %j', (damaged) => {
    expect(readBaseline(damaged)).toHaveProperty('problem');
  });

  it('takes out what it knows and keeps what is new', () => {
    const current = fingerprints([finding(1), finding(2)], () => TEXT);
    const { fresh, known, stale } = compareWithBaseline(current, entry, { file: 'planner-baseline.json', text });
    expect(fresh.map(({ finding: { span } }) => span.start.line)).toEqual([1]);
    expect(known.map(({ finding: { span } }) => span.start.line)).toEqual([2]);
    expect(stale).toEqual([]);
  });

  it('reports an entry whose finding is gone, at its line', () => {
    const { stale } = compareWithBaseline([], entry, { file: 'planner-baseline.json', text });
    expect(told(stale)).toEqual(['baseline/stale 5:70 ddd/anemic-aggregate finds this in src/a.ts no more.']);
  });
});
