import type { Phase } from '@planner/target';

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
  readonly inputs?: readonly (
    string | { readonly externalDependencies: readonly string[] } | { readonly env: string }
  )[];
  readonly outputs?: readonly string[];
}

const SOURCES = ['{projectRoot}/src/**/*', '{projectRoot}/package.json', '{projectRoot}/tsconfig*.json'];
const CODE = [...SOURCES, '{projectRoot}/test/**/*', '{projectRoot}/*.mts'];
/** The kernel is taken from its sources. */
const KERNEL = '^default';

/** What can be run in a project that has these phases, in the order in which people meet it. */
export function targets(phases: ReadonlySet<Phase>): Readonly<Record<string, Target>> {
  const generates = phases.has(5);
  const codegen = generates ? ['codegen'] : [];
  const contract = generates ? ['{projectRoot}/proto/**/*'] : [];
  const cached = (command: string, inputs: readonly string[], packages: readonly string[]): Target => ({
    command,
    options: { cwd: '{projectRoot}' },
    cache: true,
    ...(codegen.length > 0 ? { dependsOn: codegen } : {}),
    inputs: [...inputs, ...contract, KERNEL, { externalDependencies: packages }],
  });
  const run = (command: string): Target => ({ command, options: { cwd: '{projectRoot}' }, dependsOn: ['build'] });
  return {
    ...(generates ? { codegen: codegenTarget() } : {}),
    build: {
      ...cached('tsc -p tsconfig.build.json', SOURCES, ['typescript']),
      dependsOn: [...codegen, '^build'],
      outputs: ['{projectRoot}/dist'],
    },
    typecheck: cached('tsc -p tsconfig.json', CODE, ['typescript']),
    test: cached('vitest run', CODE, ['vitest', 'vite']),
    ...(phases.has(6)
      ? {
          'test-integration': integration(
            cached('vitest run --config vitest.integration.config.mts', CODE, ['vitest', 'vite']),
          ),
        }
      : {}),
    lint: cached(
      'eslint .',
      [...CODE, '{projectRoot}/eslint.config.mjs'],
      ['eslint', 'typescript-eslint', 'typescript'],
    ),
    ...(phases.has(2) ? { migrate: run('node dist/infrastructure/persistence/migrate.js') } : {}),
    ...(phases.has(5) ? { serve: { ...run('node dist/main.js'), continuous: true } } : {}),
  };
}

function codegenTarget(): Target {
  return {
    executor: 'nx:run-commands',
    options: {
      cwd: '{projectRoot}',
      commands: ['buf generate', 'buf build -o proto/descriptor.binpb'],
      parallel: false,
    },
    cache: true,
    inputs: [
      '{projectRoot}/proto/**/*.proto',
      '{projectRoot}/buf.yaml',
      '{projectRoot}/buf.gen.yaml',
      { externalDependencies: ['@bufbuild/buf', 'ts-proto'] },
    ],
    outputs: ['{projectRoot}/src/presentation/grpc/generated', '{projectRoot}/proto/descriptor.binpb'],
  };
}

/** Another database or another service is another result. */
function integration(target: Target): Target {
  return {
    ...target,
    inputs: [...(target.inputs ?? []), { env: 'TEST_DATABASE_URL' }, { env: 'TEST_SERVICE_ADDRESS' }],
  };
}
