import { CacheServer } from './service/cache-server';
import { cacheUses, Clone, type CacheUse } from './workspace/clone';

const [A, B, PLANS] = ['apples:plan-verify', 'pears:plan-verify', 'plans:plan-lint'] as const;

describe('the inferred targets', () => {
  let workspace: Clone;
  let [planA, planB] = ['', ''];

  beforeAll(async () => {
    workspace = await Clone.fresh();
    planA = await workspace.scaffold('apples');
    planB = await workspace.scaffold('pears');
    workspace.write('packages/apples/.env.example', '# nothing yet\n');
    await workspace.commit();
    await check();
  });

  afterEach(() => workspace.restore());
  afterAll(() => {
    workspace.remove();
  });

  const check = async (
    environment: Record<string, string> = {},
    from = workspace,
  ): Promise<Record<string, CacheUse>> => {
    const { output } = await from.nx(
      ['run-many', '-t', 'plan-lint,plan-verify', '--parallel=3', '--output-style=static'],
      environment,
    );
    return cacheUses(output);
  };

  const missed = async (...args: Parameters<typeof check>) => {
    const uses = await check(...args);
    expect(Object.keys(uses).sort()).toEqual([A, B, PLANS]);
    return Object.keys(uses)
      .filter((task) => uses[task] === 'miss')
      .sort();
  };

  it('are there for plans and for every scaffolded project, and nowhere else', async () => {
    const output = await workspace.mustNx(['show', 'projects', '--json', '--with-target=plan-verify']);
    expect(JSON.parse(output.slice(output.indexOf('[')))).toEqual(['apples', 'pears']);
    expect((await workspace.mustNx(['show', 'projects', '--with-target=plan-lint'])).trim()).toBe('plans');
  });

  /** Nx itself counts nx.json and .gitignore into the hash of every task. */
  const EDITS: readonly [what: string, edit: () => void, misses: readonly string[]][] = [
    ['nothing', () => undefined, []],
    [
      'a source file',
      () => {
        workspace.append('packages/apples/src/domain/aggregates/probe/probe.ts', '// more\n');
      },
      [A],
    ],
    [
      'a new source file',
      () => {
        workspace.write('packages/pears/src/domain/more.ts', 'export const more = 1;\n');
      },
      [B],
    ],
    [
      'the kernel that both depend on',
      () => {
        workspace.append('packages/kernel-typescript/src/index.ts', '// more\n');
      },
      [A, B],
    ],
    [
      'a plan',
      () => {
        workspace.append(planA, '\nMore.\n');
      },
      [A, PLANS],
    ],
    [
      'the other plan',
      () => {
        workspace.append(planB, '\nMore.\n');
      },
      [B, PLANS],
    ],
    [
      'a plan that was not applied',
      () => {
        workspace.write('docs/plan/38-009-more-plan.md', '# Implementation Plan: More\n');
      },
      [PLANS],
    ],
    [
      '.env.example',
      () => {
        workspace.append('packages/apples/.env.example', 'MORE=1\n');
      },
      [A],
    ],
    [
      'planner.json',
      () => {
        workspace.append('packages/apples/planner.json', ' \n');
      },
      [A],
    ],
    [
      'the baseline of a project',
      () => {
        workspace.write('packages/apples/planner-baseline.json', '{ "version": 1, "findings": {} }\n');
      },
      [A],
    ],
    [
      'the baseline of the workspace',
      () => {
        workspace.write('planner-baseline.json', '{ "version": 1, "findings": {} }\n');
      },
      [A, B, PLANS],
    ],
    [
      'what git ignores',
      () => {
        workspace.append('.gitignore', '*.log\n');
      },
      [A, B, PLANS],
    ],
    [
      'the rules in nx.json',
      () => {
        setOption('rules', { 'ddd/policy-cycle': 'error' });
      },
      [A, B, PLANS],
    ],
    [
      'a .env',
      () => {
        workspace.write('packages/apples/.env', 'MORE=1\n');
      },
      [],
    ],
    [
      'the README of a project',
      () => {
        workspace.append('packages/apples/README.md', '\nMore.\n');
      },
      [],
    ],
    [
      'the README of the plans',
      () => {
        workspace.append('docs/plan/README.md', '\nMore.\n');
      },
      [],
    ],
    [
      'something else in nx.json',
      () => {
        setNx('defaultBase', 'main');
      },
      [A, B, PLANS],
    ],
    [
      'a file of nobody',
      () => {
        workspace.write('notes.txt', 'More.\n');
      },
      [],
    ],
  ];

  it.each(EDITS)('run again after an edit to %s exactly where it matters', async (_, edit, misses) => {
    edit();
    expect(await missed()).toEqual([...misses].sort());
  });

  const setNx = (key: string, value: unknown) => {
    workspace.write(
      'nx.json',
      JSON.stringify({ ...(JSON.parse(workspace.read('nx.json')) as object), [key]: value }, undefined, 2),
    );
  };
  const setOption = (key: string, value: unknown) => {
    const { plugins } = JSON.parse(workspace.read('nx.json')) as { plugins: { plugin: string; options: object }[] };
    setNx(
      'plugins',
      plugins.map((plugin) => ({ ...plugin, options: { ...plugin.options, [key]: value } })),
    );
  };

  it('bear the names that nx.json gives them', async () => {
    setOption('verifyTargetName', 'conformance');
    setOption('lintTargetName', 'check-plans');
    const output = await workspace.mustNx(['run-many', '-t', 'conformance,check-plans', '--output-style=static']);
    expect(Object.keys(cacheUses(output)).sort()).toEqual([
      'apples:conformance',
      'pears:conformance',
      'plans:check-plans',
    ]);
  });

  it('are affected by what they depend on', async () => {
    const affected = async (file: string) => {
      const output = await workspace.mustNx([
        'show',
        'projects',
        '--affected',
        `--files=${file}`,
        '--with-target=plan-verify',
        '--json',
      ]);
      return JSON.parse(output.slice(output.indexOf('['))) as string[];
    };
    expect(await affected(planA)).toEqual(['apples']);
    expect(await affected('packages/pears/src/index.ts')).toEqual(['pears']);
    expect(await affected('docs/plan/README.md')).toEqual([]);
  });

  it('work with the daemon too', async () => {
    const daemon = { NX_DAEMON: 'true' };
    try {
      await check(daemon);
      expect(await missed(daemon)).toEqual([]);
      workspace.append(planA, '\nWith the daemon.\n');
      expect(await missed(daemon)).toEqual([A, PLANS]);
    } finally {
      await workspace.nx(['daemon', '--stop'], daemon);
    }
  });

  it('do what they are told again, when they are to write into the workspace', async () => {
    const broken = workspace.read(planA).replace(/\*\*Week\*\*: 38/, '**Week**: 37');
    for (const time of ['the first time', 'the second time']) {
      workspace.write(planA, broken);
      const output = await workspace.mustNx(['run', 'plans:plan-lint', '--fix']);
      expect(`${time}: ${output}`).toContain('1 fixed');
      expect(workspace.read(planA)).toContain('**Week**: 38');
    }
  });

  it('bring back the report that they wrote', async () => {
    const args = [
      'run',
      'apples:plan-verify',
      '--format=sarif',
      '--output-file=reports/apples.sarif',
      '--output-style=static',
    ];
    await workspace.mustNx(args);
    const report = workspace.read('reports/apples.sarif');
    await workspace.restore();
    expect(workspace.exists('reports/apples.sarif')).toBe(false);
    expect(cacheUses(await workspace.mustNx(args))).toEqual({ [A]: 'local' });
    expect(workspace.read('reports/apples.sarif')).toBe(report);
  });

  it('share a remote cache between two clones', async () => {
    const server = await CacheServer.start('a-token');
    const environment = {
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: server.url,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: 'a-token',
    };
    const clones = [await Clone.of(workspace.root), await Clone.of(workspace.root)] as const;
    try {
      expect(await check(environment, clones[0])).toEqual({ [A]: 'miss', [B]: 'miss', [PLANS]: 'miss' });
      expect(server.size).toBe(3);
      expect(await check(environment, clones[1])).toEqual({ [A]: 'remote', [B]: 'remote', [PLANS]: 'remote' });
      clones[1].append('packages/apples/src/domain/aggregates/probe/probe.ts', '// more\n');
      expect(await check(environment, clones[1])).toMatchObject({ [A]: 'miss', [B]: 'local' });
      expect(server.requests.filter((request) => !/ (200|404)$/.test(request))).toEqual([]);
    } finally {
      for (const clone of clones) clone.remove();
      await server.stop();
    }
  });
});
