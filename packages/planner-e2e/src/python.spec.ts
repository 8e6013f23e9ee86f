import { FIXTURES } from '@planner/testing';
import { SCENARIOS } from './scenarios';
import { freshDatabase } from './service/database';
import { play, type Remembered } from './service/scenario';
import { startService } from './service/service';
import { run } from './workspace/processes';
import { commit, gitStatus, mustNx, mustNxWith, read, workspaceRoot, write } from './workspace/workspace';

const FIXED = ['school', 'warehouse', 'broker'] as const;
/** Contexts of their own, beside those of the other tests in this workspace. */
const contextOf = (name: string) => `py-${name}`;
const ALL = `--projects=${FIXED.map(contextOf).join(',')}`;
const ids = new Map<string, string>();

describe('from a model to a Python service that runs', () => {
  beforeAll(async () => {
    for (const name of FIXED) {
      const context = contextOf(name);
      write(
        `${context}.yaml`,
        FIXTURES[name]
          .replace(/^context: .*$/m, `context: ${context}\nlanguage: python`)
          .replace(/^language: typescript$/m, ''),
      );
      const output = await mustNx(
        'g',
        'planner:plan',
        `The ${name} in Python`,
        `--model=${context}.yaml`,
        '--date=2026-09-21',
        '--no-interactive',
      );
      ids.set(name, /(39-\d{3})-the/.exec(output)?.[1] ?? '');
      await mustNx('g', 'planner:scaffold-from-plan', ids.get(name) ?? '', '--skip-install', '--no-interactive');
    }
    await commit('scaffolded in Python');
    await mustNx('run-many', '-t', 'install', ALL, '--parallel=1');
    // What was resolved belongs into version control, as the lock file of npm does.
    await commit('locked');
  });

  it('typechecks under mypy --strict', async () => {
    await mustNx('run-many', '-t', 'typecheck', ALL, '--parallel=2');
  });

  it('passes ruff and the contracts of its layers', async () => {
    await mustNx('run-many', '-t', 'lint', ALL, '--parallel=2');
  });

  it('passes its unit and contract tests', async () => {
    await mustNx('run-many', '-t', 'test', ALL, '--parallel=2');
  });

  it('tests the kernel too', async () => {
    await mustNx('run-many', '-t', 'lint', 'typecheck', 'test', '--projects=kernel-python', '--parallel=1');
    await commit('the kernel locked');
  });

  it('answers from the cache when nothing has changed', async () => {
    const again = await mustNx('run-many', '-t', 'test', ALL, '--parallel=2');
    expect(again).toMatch(/existing outputs match the cache|\[local cache\]|Nx read the output from the cache/);
  });

  it('writes nothing when it is scaffolded again, and its tasks leave nothing behind', async () => {
    for (const name of FIXED) {
      const output = await mustNx(
        'g',
        'planner:scaffold-from-plan',
        ids.get(name) ?? '',
        '--skip-install',
        '--no-interactive',
      );
      expect(output).not.toMatch(/^(CREATE|UPDATE|DELETE) /m);
    }
    expect(await gitStatus()).toBe('');
  });

  describe.each(FIXED)('%s', (name) => {
    const context = contextOf(name);
    const scenario = { ...SCENARIOS[name], package: `py_${name}.v1` };

    it('passes its integration tests on the embedded database and on PostgreSQL', async () => {
      await mustNxWith(
        { TEST_DATABASE_URL: await freshDatabase(`${name}_py_test`) },
        'run',
        `${context}:test-integration`,
      );
    });

    it.each(['embedded', 'PostgreSQL'])(
      'answers as it should on %s, remembers everything over a restart, and stops cleanly',
      async (kind) => {
        const environment: Record<string, string> =
          kind === 'embedded' ? {} : { DATABASE_URL: await freshDatabase(`${name}_py_serve`) };
        if (kind === 'PostgreSQL') await mustNxWith(environment, 'run', `${context}:migrate`);
        const remembered = await serve(environment, (address) => play(address, scenario, scenario.steps));
        await serve(environment, (address) => play(address, scenario, scenario.afterRestart, remembered));
      },
    );

    async function serve(
      environment: Record<string, string>,
      work: (address: string) => Promise<Remembered>,
    ): Promise<Remembered> {
      const service = await startService(context, environment, 'python');
      try {
        return await work(service.address);
      } finally {
        const code = await service.stop();
        expect({ code, output: code === 0 ? '' : service.output() }).toEqual({ code: 0, output: '' });
      }
    }
  });

  describe('an import that the layers forbid', () => {
    it.each([
      ['domain', 'src/domain/illegal.py', 'import sqlalchemy\n\nILLEGAL = sqlalchemy\n'],
      ['domain', 'src/domain/upward.py', 'from src.application.ports.clock import Clock\n\nILLEGAL = Clock\n'],
      [
        'application',
        'src/application/illegal.py',
        'from src.infrastructure.di.container import create_container\n\nILLEGAL = create_container\n',
      ],
      [
        'presentation',
        'src/presentation/illegal.py',
        'from src.infrastructure.persistence.database import Database\n\nILLEGAL = Database\n',
      ],
    ])('fails the lint of the %s layer (%s)', async (_, path, text) => {
      const file = `packages/py-broker/${path}`;
      write(file, text);
      const { code, output } = await run(
        process.execPath,
        ['tools/python.mjs', 'run', 'lint-imports'],
        `${workspaceRoot()}/packages/py-broker`,
      );
      await run('git', ['clean', '-fdq', 'packages/py-broker/src'], workspaceRoot());
      expect({ code, names: output.includes(path.replace(/\.py$/, '').replaceAll('/', '.')) }).toEqual({
        code: 1,
        names: true,
      });
    });
  });

  it('says which variables are missing, all of them in one message, and no value', async () => {
    const folder = `${workspaceRoot()}/packages/py-broker`;
    const example = read('packages/py-broker/.env.example');
    const { code, output } = await run(`${folder}/.venv/bin/python`, ['-m', 'src.main'], folder, {
      DATABASE_URL: 'nonsense://secret@',
      DATABASE_POOL_SIZE: 'many',
      GRPC_PORT: '-1',
    });
    expect(code).not.toBe(0);
    for (const name of ['DATABASE_URL', 'DATABASE_POOL_SIZE', 'GRPC_PORT']) expect(output).toContain(name);
    expect(output).not.toMatch(/secret|many|Traceback/);
    expect(example).toContain('DATABASE_URL=');
  });
});
