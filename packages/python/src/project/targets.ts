import type { Phase, ProjectOptions } from '@planner/target';
import { relative } from 'node:path/posix';

/** A target of the Nx project, as `project.json` has it. */
interface Target {
  readonly command?: string;
  readonly executor?: string;
  readonly continuous?: boolean;
  readonly options: {
    readonly cwd: '{projectRoot}';
    readonly commands?: readonly string[];
    readonly parallel?: boolean;
  };
  readonly cache?: boolean;
  readonly dependsOn?: readonly string[];
  readonly inputs?: readonly (string | { readonly env: string } | { readonly runtime: string })[];
  readonly outputs?: readonly string[];
}

/** Decide what `.venv` holds. */
const ENVIRONMENT = ['{projectRoot}/pyproject.toml', '{projectRoot}/uv.lock', '{projectRoot}/tools/**/*'];
const SOURCES = ['{projectRoot}/src/**/*.py', ...ENVIRONMENT];
const TESTS = '{projectRoot}/tests/**/*';
/** Generated from the contract; git-ignored, so the contract itself is the input. */
const CONTRACT = '{projectRoot}/proto/**/*';
const MIGRATIONS = ['{projectRoot}/alembic.ini', '{projectRoot}/alembic/**/*'];

/** What can be run in a project that has these phases, in the order in which people meet it. */
export function targets(
  project: Pick<ProjectOptions, 'directory' | 'kernel'>,
  phases: ReadonlySet<Phase>,
): Readonly<Record<string, Target>> {
  const generates = phases.has(5);
  const before = generates ? ['install', 'codegen'] : ['install'];
  // The kernel is taken from its sources.
  const kernel = [
    `{workspaceRoot}/${project.kernel.directory}/src/**/*.py`,
    `{workspaceRoot}/${project.kernel.directory}/pyproject.toml`,
  ];
  const code = [...SOURCES, ...(generates ? [CONTRACT] : []), ...(phases.has(2) ? MIGRATIONS : []), ...kernel];
  const cached = (commands: readonly string[], inputs: readonly Input[]): Target => ({
    ...inEnvironment(commands),
    cache: true,
    dependsOn: before,
    inputs: [...code, ...inputs],
  });
  return {
    install: install(project, kernel),
    ...(generates ? { codegen: codegen() } : {}),
    build: {
      ...cached([...distributions(project)], []),
      outputs: ['{projectRoot}/dist'],
    },
    typecheck: cached(['mypy'], [TESTS]),
    test: cached(['pytest --ignore=tests/integration --ignore=tests/e2e'], [TESTS]),
    ...(phases.has(6)
      ? {
          'test-integration': cached(
            ['pytest tests/integration tests/e2e'],
            [TESTS, { env: 'TEST_DATABASE_URL' }, { env: 'TEST_SERVICE_ADDRESS' }],
          ),
        }
      : {}),
    lint: cached(['ruff check .', 'ruff format --check .', 'lint-imports'], [TESTS]),
    ...(phases.has(2) ? { migrate: { ...inEnvironment(['python -m src.migrate']), dependsOn: before } } : {}),
    ...(generates ? { serve: { ...inEnvironment(['python -m src.main']), dependsOn: before, continuous: true } } : {}),
  };
}

type Input = NonNullable<Target['inputs']>[number];

function inEnvironment(programs: readonly string[]): Pick<Target, 'command' | 'executor' | 'options'> {
  const commands = programs.map((program) => `node tools/python.mjs run ${program}`);
  const [command] = commands;
  if (command !== undefined && commands.length === 1) return { command, options: { cwd: '{projectRoot}' } };
  return { executor: 'nx:run-commands', options: { cwd: '{projectRoot}', commands, parallel: false } };
}

/**
 * The environment belongs to one machine and cannot be moved, so no cache can bring it. Its state is an input: the cache answers
 * only where the environment stands already.
 */
function install({ directory }: Pick<ProjectOptions, 'directory'>, kernel: readonly string[]): Target {
  return {
    command: 'node tools/python.mjs install',
    options: { cwd: '{projectRoot}' },
    cache: true,
    inputs: [...ENVIRONMENT, ...kernel.slice(1), { runtime: `node ${directory}/tools/python.mjs status` }],
    outputs: ['{projectRoot}/.venv/.installed'],
  };
}

function codegen(): Target {
  return {
    ...inEnvironment(['python tools/codegen.py']),
    cache: true,
    dependsOn: ['install'],
    inputs: [CONTRACT, ...ENVIRONMENT],
    outputs: ['{projectRoot}/src/presentation/grpc/generated'],
  };
}

/** Wheels of the service and of the kernel that it needs: what a deployment installs. */
function distributions({ directory, kernel }: Pick<ProjectOptions, 'directory' | 'kernel'>): string[] {
  return ['.', relative(directory, kernel.directory)].map(
    (folder) => `python -m build --wheel --outdir dist ${folder}`,
  );
}
