import { existsSync, readdirSync, rmSync } from 'node:fs';
import type { TargetConfiguration } from '@nx/devkit';
import { workspaceDataDirectory } from '@nx/devkit/internal';
import { minimatch } from 'minimatch';
import { createNodes, type PlannerPluginOptions } from './plugin';
import { RealWorkspace } from './testing/real-workspace';

describe('the plugin', () => {
  const [pattern, infer] = createNodes;
  let workspace: RealWorkspace;

  beforeEach(() => {
    workspace = new RealWorkspace();
  });

  afterEach(() => {
    workspace.remove();
  });

  const projects = async (files: string[], options?: PlannerPluginOptions) => {
    const found = await infer(files, options, { nxJsonConfiguration: {}, workspaceRoot: workspace.root });
    return Object.assign({}, ...found.map(([, { projects: inferred }]) => inferred)) as Record<
      string,
      { name?: string; targets: Record<string, TargetConfiguration> }
    >;
  };

  const STATE = JSON.stringify({ options: { name: 'orders' }, plans: [{ file: 'docs/plan/35-001-orders-plan.md' }] });

  it.each([
    ['docs/plan/README.md', true],
    ['docs/plan/35-001-orders-plan.md', true],
    ['packages/orders/planner.json', true],
    ['packages/orders/project.json', true],
    ['package.json', true],
    ['docs/plan/notes.txt', false],
    ['docs/README.md', false],
    ['packages/orders/src/index.ts', false],
  ])('looks at %s: %s', (file, wanted) => {
    expect(minimatch(file, pattern, { dot: true })).toBe(wanted);
  });

  it('makes the plan directory the project plans, once, however many plans there are', async () => {
    const found = await infer(['docs/plan/README.md', 'docs/plan/35-001-a-plan.md'], undefined, {
      nxJsonConfiguration: {},
      workspaceRoot: workspace.root,
    });
    expect(found).toHaveLength(1);
    expect(found[0]?.[1].projects?.['docs/plan']).toMatchObject({
      name: 'plans',
      targets: { 'plan-lint': { executor: 'planner:lint', cache: true } },
    });
  });

  it('infers nothing in a workspace without plans', async () => {
    workspace.write('packages/a/package.json', '{ "name": "a" }');
    expect(await projects(['package.json', 'packages/a/package.json'])).toEqual({});
    expect(await projects([])).toEqual({});
  });

  it('gives every scaffolded project its target, with its plans as inputs', async () => {
    workspace.write('packages/orders/planner.json', STATE);
    workspace.write('packages/orders/package.json', '{ "name": "orders" }');
    const found = await projects(['packages/orders/package.json', 'packages/orders/planner.json']);
    const target = found['packages/orders']?.targets['plan-verify'];
    expect(target).toMatchObject({ executor: 'planner:verify', cache: true, outputs: ['{options.outputFile}', '{options.output-file}'] });
    expect(target?.inputs).toContain('{workspaceRoot}/docs/plan/35-001-orders-plan.md');
    expect(target?.inputs).toContain('{projectRoot}/**/.env.example');
    expect(target?.inputs).toContain('!{projectRoot}/**/.env');
  });

  it.each([
    ['project.json', { planner: { config: { layers: { domain: 'src/core' } } } }],
    ['project.json', { 'planner.config': { layers: { domain: 'src/core' } } }],
    ['package.json', { name: 'old', planner: { layers: { domain: 'src/core' } } }],
  ])('gives a project whose %s says %j a target too', async (file, manifest) => {
    workspace.write(`packages/old/${file}`, JSON.stringify(manifest));
    expect(Object.keys((await projects([`packages/old/${file}`]))['packages/old']?.targets ?? {})).toEqual([
      'plan-verify',
    ]);
  });

  it.each(['', '{', '[]', '{ "plans": 5 }'])(
    'does not fail on a planner.json that holds %j: that is for the target to say',
    async (text) => {
      workspace.write('packages/orders/planner.json', text);
      expect(Object.keys((await projects(['packages/orders/planner.json']))['packages/orders']?.targets ?? {})).toEqual(
        ['plan-verify'],
      );
    },
  );

  it('takes names, rules and defaults from nx.json', async () => {
    workspace.write('packages/orders/planner.json', STATE);
    const options = {
      language: 'python',
      database: 'mysql',
      lintTargetName: 'check',
      verifyTargetName: 'conform',
      rules: { 'ddd/policy-cycle': 'off' },
    };
    const found = await projects(['docs/plan/README.md', 'packages/orders/planner.json'], options);
    expect(found['docs/plan']?.targets['check']?.options).toEqual({
      language: 'python',
      database: 'mysql',
      rules: options.rules,
    });
    expect(found['packages/orders']?.targets['conform']?.options).toEqual({ rules: options.rules });
  });

  it('remembers on disk what it inferred, and infers anew when a file of the project changes', async () => {
    const options = { rules: { 'ddd/policy-cycle': String(Math.random()) } };
    const caches = () =>
      existsSync(workspaceDataDirectory)
        ? readdirSync(workspaceDataDirectory).filter((name) => name.startsWith('planner-'))
        : [];
    const before = new Set(caches());
    workspace.write('packages/orders/planner.json', STATE);
    const first = await projects(['packages/orders/planner.json'], options);
    const added = caches().filter((name) => !before.has(name));
    expect(added).toHaveLength(1);
    expect(await projects(['packages/orders/planner.json'], options)).toEqual(first);
    rmSync(`${workspaceDataDirectory}/${added[0] ?? ''}`);
  });
});
