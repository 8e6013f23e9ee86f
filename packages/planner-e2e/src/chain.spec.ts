import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from '@planner/testing';
import { SCENARIOS } from './scenarios';
import { Caller } from './service/call';
import { freshDatabase } from './service/database';
import { play, type Remembered } from './service/scenario';
import { startService } from './service/service';
import { lintMessages, type LintMessage } from './workspace/lint';
import { run } from './workspace/processes';
import {
  commit,
  exists,
  gitStatus,
  mustNx,
  mustNxWith,
  mustRun,
  read,
  workspaceRoot,
  write,
} from './workspace/workspace';

const CONTEXTS = ['school', 'warehouse', 'broker'] as const;
const ALL = `--projects=${CONTEXTS.join(',')}`;
const ids = new Map<string, string>();

describe('from a model to a service that runs', () => {
  beforeAll(async () => {
    for (const context of CONTEXTS) {
      write(`${context}.yaml`, FIXTURES[context]);
      const output = await mustNx(
        'g',
        'planner:plan',
        `The ${context}`,
        `--model=${context}.yaml`,
        '--date=2026-09-14',
        '--no-interactive',
      );
      ids.set(context, /(38-\d{3})-the/.exec(output)?.[1] ?? '');
      await mustNx('g', 'planner:scaffold-from-plan', ids.get(context) ?? '', '--skip-install', '--no-interactive');
    }
    await mustRun('npm', 'install', '--no-audit', '--no-fund');
    await commit('scaffolded');
  });

  it('typechecks', async () => {
    await mustNx('run-many', '-t', 'typecheck', ALL, '--parallel=2');
  });

  it('lints', async () => {
    await mustNx('run-many', '-t', 'lint', ALL, '--parallel=2');
  });

  it('is formatted as the workspace formats', async () => {
    const files = (await mustRun('git', 'ls-files', ...CONTEXTS.map((context) => `packages/${context}`)))
      .trim()
      .split('\n');
    // Not by npx: it joins the names to one string for a shell, which has a limit of 128 KiB.
    const prettier = join(workspaceRoot(), 'node_modules/prettier/bin/prettier.cjs');
    await mustRun(process.execPath, prettier, '--check', '--ignore-unknown', ...files);
  });

  it('passes its unit and contract tests', async () => {
    await mustNx('run-many', '-t', 'test', ALL, '--parallel=2');
  });

  it('builds', async () => {
    await mustNx('run-many', '-t', 'build', ALL, '--parallel=2');
  });

  it('writes nothing when it is scaffolded again, not even in part', async () => {
    for (const context of CONTEXTS) {
      const output = await mustNx('g', 'planner:scaffold-from-plan', ids.get(context) ?? '', '--no-interactive');
      expect(output).not.toMatch(/^(CREATE|UPDATE|DELETE) /m);
    }
    expect(await gitStatus()).toBe('');
  });

  describe.each(CONTEXTS)('%s', (context) => {
    const scenario = SCENARIOS[context];

    it('passes its integration tests on the embedded database', async () => {
      await mustNx('run', `${context}:test-integration`);
    });

    it('passes its integration tests on PostgreSQL', async () => {
      await mustNxWith(
        { TEST_DATABASE_URL: await freshDatabase(`${context}_test`) },
        'run',
        `${context}:test-integration`,
      );
    });

    it.each(['embedded', 'PostgreSQL'])(
      'answers as it should on %s, remembers everything over a restart, and stops cleanly',
      async (kind) => {
        const environment: Record<string, string> =
          kind === 'embedded' ? {} : { DATABASE_URL: await freshDatabase(`${context}_serve`) };
        if (kind === 'PostgreSQL') await mustNxWith(environment, 'run', `${context}:migrate`);
        const remembered = await serve(environment, async (address) => {
          for (const reflection of ['v1', 'v1alpha'] as const) {
            const services = await servicesOf(address, reflection);
            expect(services.length).toBeGreaterThan(0);
            expect(services.filter((name) => !name.startsWith(`${context}.v1.`))).toEqual([]);
          }
          return play(address, scenario, scenario.steps);
        });
        await serve(environment, (address) => play(address, scenario, scenario.afterRestart, remembered));
      },
    );

    async function serve(
      environment: Record<string, string>,
      work: (address: string) => Promise<Remembered>,
    ): Promise<Remembered> {
      const service = await startService(context, environment);
      try {
        return await work(service.address);
      } finally {
        const code = await service.stop();
        expect({ code, output: code === 0 ? '' : service.output() }).toEqual({ code: 0, output: '' });
      }
    }
  });

  describe('what a person changed', () => {
    const root = 'packages/school/src/domain/aggregates/student/student.ts';
    const plan = () => `docs/plan/${ids.get('school') ?? ''}-the-school-plan.md`;

    it('is kept, while everything else follows the plan', async () => {
      const mine = `${read(root)}\n// mine\n`;
      write(root, mine);
      write(
        plan(),
        read(plan()).replace(
          '    entities:\n      Guardian:',
          '      house: string? max 20\n    entities:\n      Guardian:',
        ),
      );
      await commit('a change by hand, and a new field');
      const output = await mustNx(
        'g',
        'planner:scaffold-from-plan',
        ids.get('school') ?? '',
        '--skip-install',
        '--no-interactive',
      );
      expect(output).toContain(`${root}: changed by hand`);
      expect(read(root)).toBe(mine);
      expect(await gitStatus()).toContain('packages/school/src/domain/aggregates/student/student-data.ts');
      expect(read('packages/school/proto/school/v1/student.proto')).toContain('house');
      await commit('followed');
    });
  });

  describe('an import that the layers forbid', () => {
    const ILLEGAL = {
      domain: [
        'src/domain/aggregates/order/illegal.ts',
        "import { Kysely } from 'kysely';\nexport const illegal = Kysely;\n",
      ],
      application: ['src/application/illegal.ts', "import '../infrastructure/di/container.js';\n"],
      presentation: ['src/presentation/illegal.ts', "import '../infrastructure/persistence/database.js';\n"],
    } as const;
    const project = () => join(workspaceRoot(), 'packages/broker');
    let code: number;
    let broken: Map<string, readonly LintMessage[]>;

    /** Each run compiles the whole project first, so one looks at all of them. */
    beforeAll(async () => {
      for (const [path, text] of Object.values(ILLEGAL)) writeFileSync(join(project(), path), text);
      const files = Object.values(ILLEGAL).map(([path]) => path);
      const finished = await run('npx', ['eslint', '--format=json', ...files], project());
      code = finished.code;
      broken = lintMessages(finished.output);
      await mustRun('git', 'clean', '-fdq', 'packages/broker/src');
    });

    it.each(['domain', 'application', 'presentation'] as const)('fails the lint of the %s layer', (layer) => {
      const [path] = ILLEGAL[layer];
      expect(code).toBe(1);
      expect(broken.get(join(project(), path))).toEqual([
        expect.objectContaining({ ruleId: 'local/layers', severity: 2 }),
      ]);
    });
  });

  it('keeps the credentials of .env out of version control, and its example in', async () => {
    expect(exists('packages/broker/.env')).toBe(true);
    expect(await mustRun('git', 'ls-files', 'packages/broker')).toContain('packages/broker/.env.example');
    expect(await mustRun('git', 'ls-files', 'packages/broker')).not.toMatch(/packages\/broker\/\.env$/m);
    expect(readFileSync(join(workspaceRoot(), 'packages/broker/planner.json'), 'utf8')).not.toContain('".env"');
  });
});

async function servicesOf(address: string, reflection: 'v1' | 'v1alpha'): Promise<string[]> {
  const caller = new Caller(address, reflection);
  const services = await caller.services();
  caller.close();
  return services;
}
