import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutorContext, Hash, HasherContext, Task } from '@nx/devkit';
import type { JsonReport } from '@planner/conformance';
import { wantsColors } from '../report/print-report';
import { RealWorkspace } from '../testing/real-workspace';
import type { CheckOptions } from './check-options';
import lint from './lint/executor';
import taskHash from './task-hash';
import verify from './verify/executor';

const PLAN = readFileSync(join(__dirname, '../../../../docs/example/order-tracking-plan.md'), 'utf8');
const PLAN_PATH = 'docs/plan/47-001-order-tracking-plan.md';
const OLD = JSON.stringify({
  planner: { config: { language: 'typescript', layers: { domain: 'src/core', infrastructure: 'src/data' } } },
});
const PROJECTS = { plans: { root: 'docs/plan' }, old: { root: 'packages/old' } };

describe('the executors', () => {
  let workspace: RealWorkspace;
  let printed: string;

  beforeEach(() => {
    workspace = new RealWorkspace();
    workspace.write(PLAN_PATH, PLAN);
    workspace.write('packages/old/project.json', OLD);
    workspace.write('.gitignore', '.env\n');
    printed = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text: string | Uint8Array, done?: unknown) => {
      printed += String(text);
      if (typeof done === 'function') (done as () => void)();
      return true;
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    workspace.remove();
  });

  const contextOf = (projectName: keyof typeof PROJECTS, targetName: string) =>
    ({
      root: workspace.root,
      projectName,
      targetName,
      projectsConfigurations: { version: 2, projects: PROJECTS },
    }) as unknown as ExecutorContext;
  const runLint = (options: CheckOptions = {}) => lint(options, contextOf('plans', 'plan-lint'));
  const runVerify = (options: CheckOptions = {}) => verify(options, contextOf('old', 'plan-verify'));
  const json = async (run: (options: CheckOptions) => Promise<{ success: boolean }>, options: CheckOptions = {}) => {
    printed = '';
    const { success } = await run({ ...options, format: 'json' });
    return { success, report: JSON.parse(printed) as JsonReport };
  };
  const rulesOf = ({ findings }: JsonReport) => findings.map(({ rule }) => rule);

  it('are content with a plan as it is written, and a project without a fault', async () => {
    workspace.write('packages/old/src/core/order.ts', 'export const order = 1;\n');
    expect(await runLint()).toEqual({ success: true });
    expect(await runVerify()).toEqual({ success: true });
    expect(printed).toContain('✔ plans:plan-lint: nothing found');
    expect(printed).toContain('✔ old:plan-verify: nothing found');
  });

  it('fail for an error, and not for a warning', async () => {
    workspace.write(PLAN_PATH, PLAN.replace('**Week**: 47', '**Week**: 46'));
    expect(await json(runLint)).toMatchObject({
      success: true,
      report: { outcome: 'findings', summary: { warnings: 1, errors: 0 } },
    });
    expect((await json(runLint, { rules: { 'header/week': 'error' } })).success).toBe(false);
    workspace.write(PLAN_PATH, PLAN.replace('reference: string', 'reference: strng'));
    expect(await json(runLint)).toMatchObject({
      success: false,
      report: { outcome: 'findings', findings: [{ rule: 'type/unknown' }] },
    });
  });

  it('check the layers of a project that planner did not scaffold', async () => {
    workspace.write('packages/old/src/core/order.ts', "import '../data/table';\n");
    workspace.write('packages/old/src/data/table.ts', 'export {};\n');
    const { success, report } = await json(runVerify);
    expect(success).toBe(false);
    expect(report.findings).toMatchObject([
      { rule: 'layers/domain', span: { file: 'packages/old/src/core/order.ts', start: { line: 1, column: 8 } } },
    ]);
  });

  it.each([
    [
      'a planner.json that is damaged',
      () => {
        workspace.write('packages/old/planner.json', '{');
      },
      'packages/old/planner.json is not JSON',
    ],
    [
      'a planner.config that is wrong',
      () => {
        workspace.write('packages/old/project.json', '{ "planner": { "config": {} } }');
      },
      'names no layers',
    ],
    [
      'no planner.config',
      () => {
        workspace.write('packages/old/project.json', '{}');
      },
      'neither a planner.json nor a planner.config',
    ],
    [
      'a baseline that is damaged',
      () => {
        workspace.write('planner-baseline.json', '{}');
      },
      'planner-baseline.json is damaged',
    ],
  ])('say what keeps them from their work: %s', async (_, breaking, problem) => {
    breaking();
    const { success, report } = await json(runVerify);
    expect([success, report.outcome]).toEqual([false, 'error']);
    expect(report.problems.join('\n')).toContain(problem);
  });

  it.each([
    [{ rules: { 'no/rule': 'off' } }, 'There is no rule "no/rule"'],
    [{ rules: { 'type/unknown': 'off' } }, 'type/unknown stops a scaffold'],
    [{ outputFile: '../out.json' }, '--output-file=../out.json leads out of the workspace'],
    [{ outputFile: '/etc/out.json' }, '--output-file=/etc/out.json leads out of the workspace'],
    [{ baseline: '../b.json' }, '--baseline=../b.json leads out of the workspace'],
  ])('refuse %j', async (options, problem) => {
    const { success, report } = await json(runLint, options);
    expect(success).toBe(false);
    expect(report.problems).toEqual([expect.stringContaining(problem)]);
  });

  it('write the report into a file, and the stylish one to the terminal', async () => {
    await runLint({ format: 'sarif', outputFile: 'reports/deep/plans.sarif' });
    expect(JSON.parse(workspace.read('reports/deep/plans.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(printed).toContain('✔ plans:plan-lint');
  });

  it('silence what a comment with a reason suppresses', async () => {
    const text = PLAN.replace('CANCELLED]\n', 'CANCELLED, LOST]\n');
    workspace.write(PLAN_PATH, text);
    expect(rulesOf((await json(runLint)).report)).toEqual(['ddd/unreachable-state']);
    workspace.write(
      PLAN_PATH,
      text.replace(
        '    lifecycle:',
        '    # planner-ignore ddd/unreachable-state: comes with the next plan\n    lifecycle:',
      ),
    );
    const { report } = await json(runLint);
    expect(rulesOf(report)).toEqual([]);
    expect(report.suppressed).toMatchObject([{ rule: 'ddd/unreachable-state', reason: 'comes with the next plan' }]);
  });

  describe('--fix', () => {
    it('mends the header of a plan, keeps its byte-order mark and reports the rest', async () => {
      workspace.write(
        PLAN_PATH,
        '\ufeff' + PLAN.replace('**Week**: 47', '**Week**: 46').replace('CANCELLED]\n', 'CANCELLED, LOST]\n'),
      );
      const { report } = await json(runLint, { fix: true });
      expect(report.summary.fixed).toBe(1);
      expect(rulesOf(report)).toEqual(['ddd/unreachable-state']);
      expect(workspace.read(PLAN_PATH)).toBe('\ufeff' + PLAN.replace('CANCELLED]\n', 'CANCELLED, LOST]\n'));
    });

    it('touches nothing where there is nothing to mend', async () => {
      const before = workspace.snapshot();
      await runLint({ fix: true });
      expect(workspace.snapshot()).toEqual(before);
    });
  });

  describe('--update-baseline', () => {
    const break_ = () => {
      workspace.write(PLAN_PATH, PLAN.replace('CANCELLED]\n', 'CANCELLED, LOST]\n'));
    };

    it('keeps what is there from being reported, wherever it moves in the file', async () => {
      break_();
      expect(rulesOf((await json(runLint, { updateBaseline: true })).report)).toEqual([]);
      workspace.write(
        PLAN_PATH,
        workspace.read(PLAN_PATH).replace('## Domain Model\n', '## Domain Model\n\nMore.\n\n'),
      );
      const { report } = await json(runLint);
      expect([rulesOf(report), report.baseline.length]).toEqual([[], 1]);
    });

    it('reports what is mended since, until it is run again', async () => {
      break_();
      await runLint({ updateBaseline: true });
      workspace.write(PLAN_PATH, PLAN);
      expect((await json(runLint)).report.findings).toMatchObject([
        { rule: 'baseline/stale', span: { file: 'docs/plan/planner-baseline.json', start: { line: 5 } } },
      ]);
      expect(rulesOf((await json(runLint, { updateBaseline: true })).report)).toEqual([]);
      expect(rulesOf((await json(runLint)).report)).toEqual([]);
    });

    it('lets tasks share the file of the workspace, even at the same moment', async () => {
      workspace.write('planner-baseline.json', '{ "version": 1, "findings": {} }\n');
      break_();
      workspace.write('packages/old/src/core/order.ts', "import '../data/table';\n");
      await Promise.all([runLint({ updateBaseline: true }), runVerify({ updateBaseline: true })]);
      const { findings } = JSON.parse(workspace.read('planner-baseline.json')) as {
        findings: Record<string, unknown[]>;
      };
      expect(Object.keys(findings)).toEqual(['old:plan-verify', 'plans:plan-lint']);
      expect([rulesOf((await json(runLint)).report), rulesOf((await json(runVerify)).report)]).toEqual([[], []]);
    });
  });

  it('never read .env', async () => {
    workspace.write('packages/old/.env', 'DATABASE_PASSWORD=Kp7vQ2zLx9\n');
    const { report } = await json(runVerify);
    expect(JSON.stringify(report)).not.toContain('Kp7vQ2zLx9');
    expect(report.findings.filter(({ span }) => span.file.endsWith('/.env') && span.start.column > 1)).toEqual([]);
  });
});

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
  ])('with %j on a terminal (%s): %s', (environment, terminal, expected) => {
    expect(wantsColors(environment, terminal)).toBe(expected);
  });
});

describe('the hash of a task', () => {
  const hashOf = async (overrides: object) => {
    const hasher = {
      hashTask: () => Promise.resolve({ value: 'abc', details: { command: '', nodes: {} } } satisfies Hash),
    };
    return (await taskHash({ overrides } as Task, { hasher } as unknown as HasherContext)).value;
  };

  it.each([{}, { format: 'json' }, { fix: false }, { fix: 'false' }])('is that of Nx for %j', async (overrides) => {
    expect(await hashOf(overrides)).toBe('abc');
  });

  it.each([{ fix: true }, { updateBaseline: true }, { 'update-baseline': 'true' }])(
    'is never the same for %j, which writes into the workspace',
    async (overrides) => {
      const [first, second] = [await hashOf(overrides), await hashOf(overrides)];
      expect(new Set([first, second, 'abc']).size).toBe(3);
    },
  );
});
