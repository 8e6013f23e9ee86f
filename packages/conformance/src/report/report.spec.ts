import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Finding } from '../finding';
import { fingerprints } from '../baseline';
import type { JudgedFinding } from '../judge';
import { finding } from '../testing/models';
import { fails, outcomeOf, printJson, printSarif, printStylish, type Report } from '.';

const TEXT = 'first\n  const password = "hunter2";\n\tlast\n';
const SECRET = { file: 'src/a.ts', start: { line: 2, column: 21 }, end: { line: 2, column: 28 } };

const judged = (...findings: Finding[]): JudgedFinding[] =>
  fingerprints(findings, () => TEXT).map(({ finding: each, fingerprint }) => ({ ...each, fingerprint }));

const report = (extra: Partial<Report> = {}): Report => ({
  version: '0.1.0',
  task: 'orders:plan-verify',
  findings: [],
  suppressed: [],
  known: [],
  fixed: 0,
  problems: [],
  ...extra,
});

const FULL = report({
  findings: judged(
    finding(1, {
      severity: 'error',
      related: [{ message: 'the plan says so', span: { ...SECRET, file: 'docs/plan/a plan.md' } }],
    }),
    finding(2, { severity: 'info', secrets: [SECRET], fix: { description: 'Mend', edits: [] } }),
    finding(3, { rule: 'else/unlisted', hint: '' }),
  ),
  known: judged(finding(3)),
  suppressed: [{ ...finding(3, { rule: 'ddd/policy-cycle' }), reason: 'it ends after one round' }],
  fixed: 2,
});

describe('the outcome of a run', () => {
  it.each([
    ['clean', false, {}],
    ['findings', false, { findings: judged(finding(1)) }],
    ['findings', true, { findings: judged(finding(1), finding(2, { severity: 'error' })) }],
    ['clean', false, { known: judged(finding(1, { severity: 'error' })) }],
    ['error', true, { problems: ['nx.json is wrong'] }],
  ])('is %s, and it fails: %s, for %j', (outcome, failing, extra) => {
    expect([outcomeOf(report(extra)), fails(report(extra))]).toEqual([outcome, failing]);
  });
});

describe('the stylish report', () => {
  const print = (what: Report, colors = false) =>
    printStylish(what, { colors, textOf: (file) => (file === 'src/a.ts' ? TEXT : undefined) });

  it('gives every finding its place, severity, rule, message, hint and code frame', () => {
    expect(print(report({ findings: judged(finding(1, { severity: 'error' })) }))).toBe(
      [
        'src/a.ts:1:3 error ddd/anemic-aggregate Something is wrong.',
        '  hint: Mend it.',
        '  > 1 | first',
        '      |   ^^^',
        '    2 |   const password = "hunter2";',
        '    3 |  last',
        '',
        '✖ orders:plan-verify: 1 error',
        '',
      ].join('\n'),
    );
  });

  it('masks a secret in every frame of its file', () => {
    const printed = print(FULL);
    expect(printed).not.toContain('hunter2');
    expect(printed.match(/const password = "\*{3}\n/g)).toHaveLength(3);
  });

  it('names related places, and counts', () => {
    expect(print(FULL)).toContain('  see docs/plan/a plan.md:2:21 the plan says so');
    expect(print(FULL)).toContain(
      '✖ orders:plan-verify: 1 error, 1 warning, 1 note (2 fixed, 1 suppressed, 1 in the baseline)',
    );
  });

  it('says that nothing was found', () => {
    expect(print(report())).toBe('✔ orders:plan-verify: nothing found\n');
  });

  it('tells why a target could not do its work', () => {
    expect(print(report({ problems: ['planner.json is damaged.'] }))).toBe(
      'error planner.json is damaged.\n\n✖ orders:plan-verify: could not do its work\n',
    );
  });

  it('has colours only where they are wanted', () => {
    const escape = String.fromCharCode(27);
    expect(print(FULL)).not.toContain(escape);
    expect(print(FULL, true)).toContain(`${escape}[31m`);
  });

  it('lets no control character of a source or a name reach the terminal', () => {
    const escape = String.fromCharCode(27);
    const evil = { file: `a${escape}[2Jb.ts`, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const printed = printStylish(report({ findings: judged(finding(1, { span: evil, message: `${escape}]0;x` })) }), {
      colors: false,
      textOf: () => `x${escape}[31mred\u202e`,
    });
    expect(printed).not.toMatch(/[\u001b\u202e]/);
  });

  it('cuts a line of 5 MB to what can be read, in no time', () => {
    const long = `${'x'.repeat(3_000_000)}SECRET${'y'.repeat(2_000_000)}`;
    const span = { file: 'a.js', start: { line: 1, column: 3_000_001 }, end: { line: 1, column: 3_000_007 } };
    const start = performance.now();
    const printed = printStylish(report({ findings: judged(finding(1, { span })) }), {
      colors: false,
      textOf: () => long,
    });
    expect(printed.length).toBeLessThan(600);
    expect(printed).toMatch(/…x+SECRETy+…\n {6}\| +\^{6}\n/);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('shows a line that fits from its beginning', () => {
    const line = `${'x'.repeat(80)}HERE`;
    const span = { file: 'a.js', start: { line: 1, column: 81 }, end: { line: 1, column: 85 } };
    const printed = printStylish(report({ findings: judged(finding(1, { span })) }), {
      colors: false,
      textOf: () => line,
    });
    expect(printed).toContain(`> 1 | ${line}\n      | ${' '.repeat(80)}^^^^\n`);
  });

  it('counts what goes beyond 500 findings', () => {
    const many = Array.from({ length: 612 }, () => finding(1));
    expect(print(report({ findings: judged(...many) }))).toContain('… and 112 more; --format=json gives them all.');
  });
});

describe('the JSON report', () => {
  it('is versioned and says how the run ended', () => {
    const document = JSON.parse(printJson(FULL)) as Record<string, unknown>;
    expect(document).toMatchObject({
      version: 1,
      tool: { name: 'planner', version: '0.1.0' },
      task: 'orders:plan-verify',
      outcome: 'findings',
      summary: { errors: 1, warnings: 1, infos: 1, fixed: 2 },
      problems: [],
    });
    expect(document['findings']).toHaveLength(3);
    expect((document['findings'] as object[])[1]).toEqual({
      rule: 'ddd/anemic-aggregate',
      severity: 'info',
      message: 'Something is wrong.',
      hint: 'Mend it.',
      span: { file: 'src/a.ts', start: { line: 2, column: 3 }, end: { line: 2, column: 6 } },
      fingerprint: FULL.findings[1]?.fingerprint,
      fixable: true,
    });
  });

  it('shows no secret', () => {
    expect(printJson(FULL)).not.toContain('hunter2');
  });
});

describe('the SARIF report', () => {
  const schema = JSON.parse(
    readFileSync(join(__dirname, '..', 'testing', 'sarif', 'sarif-2.1.0-rtm.5.json'), 'utf8'),
  ) as object;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  const run = (what: Report) => (JSON.parse(printSarif(what)) as { runs: Record<string, unknown>[] }).runs[0]!;

  it.each([
    ['nothing', report()],
    ['findings of every kind', FULL],
    ['a run that failed', report({ problems: ['planner.json is damaged.'] })],
  ])('of %s is valid SARIF 2.1.0', (_, what) => {
    validate(JSON.parse(printSarif(what)));
    expect(validate.errors).toBeNull();
  });

  it('is told apart from what is not SARIF', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  it('names rules, places, fingerprints, suppressions and the baseline', () => {
    const { results, tool, invocations } = run(FULL) as {
      results: Record<string, unknown>[];
      tool: { driver: { rules: { id: string }[] } };
      invocations: object[];
    };
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(
      results.map(({ ruleId, ruleIndex, level, baselineState }) => [
        ruleId === ids[ruleIndex as number],
        level,
        baselineState,
      ]),
    ).toEqual([
      [true, 'error', 'new'],
      [true, 'note', 'new'],
      [true, 'warning', 'new'],
      [true, 'warning', 'unchanged'],
      [true, 'warning', undefined],
    ]);
    expect(results[0]).toMatchObject({
      message: { text: 'Something is wrong. Mend it.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/a.ts' },
            region: { startLine: 1, startColumn: 3, endLine: 1, endColumn: 6 },
          },
        },
      ],
      relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'docs/plan/a%20plan.md' } } }],
      partialFingerprints: { 'planner/v1': FULL.findings[0]?.fingerprint },
    });
    expect(results[4]).toMatchObject({
      suppressions: [{ kind: 'inSource', justification: 'it ends after one round' }],
    });
    expect(invocations).toEqual([{ executionSuccessful: true, exitCode: 1, toolConfigurationNotifications: [] }]);
  });

  it('shows no secret', () => {
    expect(printSarif(FULL)).not.toContain('hunter2');
  });
});
