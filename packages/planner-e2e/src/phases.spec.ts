import { commit, gitStatus, mustNx, mustRun, nx, write } from './workspace/workspace';

const MODEL = `context: phased
aggregates:
  Parcel:
    fields:
      code: string max 12 unique
      weight: decimal(8,3) min 0
      stops: list(Stop) max 20
    entities:
      Stop: { town: string max 60, arrivedAt: datetime? }
    lifecycle: { field: status, states: [READY, SENT, LOST] }
    operations:
      create: { set: [code, weight] }
      send: { from: READY, to: SENT, requires: { HasStops: A parcel without stops goes nowhere } }
      stop: { from: SENT, add: stops }
      lose: { from: SENT, to: LOST }
    invariants:
      LightEnough: A parcel is at most thirty kilograms
`;

describe('phase by phase', () => {
  let plan: string;

  beforeAll(async () => {
    write('phased.yaml', MODEL);
    const output = await mustNx(
      'g',
      'planner:plan',
      'Phased',
      '--model=phased.yaml',
      '--date=2026-10-05',
      '--no-interactive',
    );
    plan = /41-\d{3}-phased-plan\.md/.exec(output)?.[0] ?? '';
    await commit('a plan');
  });

  it.each(['repository', 'application', 'infrastructure', 'grpc', 'tests'])(
    '%s without what comes before it is refused, and nothing is written',
    async (layer) => {
      const { code, output } = await nx('g', `planner:${layer}`, plan, '--no-interactive');
      expect(code).toBe(1);
      expect(output).toContain('1 (domain)');
      expect(output).not.toMatch(/^\s+at /m);
      expect(await gitStatus()).toBe('');
    },
  );

  it.each(['domain', 'repository', 'application', 'infrastructure', 'grpc', 'tests'])(
    'after %s the project compiles, lints and passes its tests',
    async (layer) => {
      await mustNx('g', `planner:${layer}`, plan, '--skip-install', '--no-interactive');
      await mustRun('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
      await mustNx('run-many', '-t', 'typecheck', 'lint', 'test', '--projects=phased', '--parallel=2');
    },
  );

  it('gives the same files as all phases at once', async () => {
    await commit('phase by phase');
    await mustNx('g', 'planner:scaffold-from-plan', plan, '--skip-install', '--no-interactive');
    expect(await gitStatus()).toBe('');
  });
});
