import { commit, gitStatus, mustNx, mustNxWith, nx, write } from './workspace/workspace';

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

/** For what a generator installs: packages that the earlier phases brought are not asked for again. */
const INSTALL = { npm_config_prefer_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' };

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
    'after %s, which installs what it needs, the project compiles, lints and passes its tests',
    async (layer) => {
      await mustNxWith(INSTALL, 'g', `planner:${layer}`, plan, '--no-interactive');
      await mustNx('run-many', '-t', 'typecheck', 'lint', 'test', '--projects=phased', '--parallel=2');
    },
  );

  it('gives the same files as all phases at once', async () => {
    await commit('phase by phase');
    await mustNx('g', 'planner:scaffold-from-plan', plan, '--skip-install', '--no-interactive');
    expect(await gitStatus()).toBe('');
  });
});
