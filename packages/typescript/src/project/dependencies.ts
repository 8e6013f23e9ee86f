import type { Phase } from '@planner/target';

/** Packages of the generated project by the phase that needs them first. Tried together; ranges only where nothing depends on the exact version. */
const DEPENDENCIES: Readonly<Record<Phase, Readonly<Record<string, string>>>> = {
  1: {},
  2: {
    '@electric-sql/pglite': '0.5.16',
    dotenv: '^16.4.7',
    'dotenv-expand': '^12.0.3',
    kysely: '0.29.9',
    pg: '8.23.1',
    zod: '4.6.7',
  },
  3: {},
  4: { pino: '10.4.0' },
  5: {
    '@bufbuild/protobuf': '2.17.0',
    '@grpc/grpc-js': '1.14.7',
    '@grpc/reflection': '1.0.4',
    'grpc-health-check': '2.1.0',
  },
  6: {},
};

const DEV_DEPENDENCIES: Readonly<Record<Phase, Readonly<Record<string, string>>>> = {
  1: {
    '@types/node': '^20.19.0',
    eslint: '^9.39.0',
    typescript: '~6.0.3',
    'typescript-eslint': '^8.73.0',
    vite: '8.3.8',
    vitest: '4.1.12',
  },
  2: { '@types/pg': '8.23.1' },
  3: {},
  4: {},
  5: { '@bufbuild/buf': '1.74.0', 'ts-proto': '2.18.0' },
  6: {},
};

/** Packages of the generated project, sorted by name. */
export function dependencies(phases: ReadonlySet<Phase>, kernel: string): readonly (readonly [string, string])[] {
  return collected({ ...DEPENDENCIES, 1: { [kernel]: '*' } }, phases);
}

export function devDependencies(phases: ReadonlySet<Phase>): readonly (readonly [string, string])[] {
  return collected(DEV_DEPENDENCIES, phases);
}

function collected(
  byPhase: Readonly<Record<Phase, Readonly<Record<string, string>>>>,
  phases: ReadonlySet<Phase>,
): [string, string][] {
  return [...phases].flatMap((phase) => Object.entries(byPhase[phase])).sort(([a], [b]) => (a < b ? -1 : 1));
}
