import type { Phase } from '@planner/target';

type ByPhase = Readonly<Record<Phase, readonly string[]>>;

/** Packages of the generated project by the phase that needs them first. Tried together; what `uv.lock` holds is installed. */
const DEPENDENCIES: ByPhase = {
  1: [],
  2: [
    'aiosqlite>=0.22,<1',
    'alembic>=1.18,<2',
    'filelock>=3.20,<5',
    'pydantic>=2.12,<3',
    'python-dotenv>=1.2,<2',
    'sqlalchemy[asyncio]>=2.1,<2.2',
  ],
  3: [],
  4: ['dishka>=1.7,<2', 'structlog>=25.5'],
  5: [
    'grpcio>=1.76,<2',
    'grpcio-health-checking>=1.76,<2',
    'grpcio-reflection>=1.76,<2',
    'grpcio-status>=1.76,<2',
    'googleapis-common-protos>=1.72,<2',
    'protobuf>=6.33,<8',
  ],
  6: [],
};

const TOOLS: ByPhase = {
  1: ['build>=1.3,<2', 'import-linter>=2.7,<3', 'mypy>=1.19,<3', 'pytest>=9,<10', 'ruff==0.17.4'],
  2: ['pytest-asyncio>=1.3,<2'],
  3: [],
  4: [],
  5: [
    'grpcio-tools>=1.76,<2',
    'mypy-protobuf>=4,<6',
    'types-grpcio',
    'types-grpcio-health-checking',
    'types-grpcio-reflection',
    'types-grpcio-status',
    'types-protobuf',
  ],
  6: [],
};

/** The driver of a server; an embedded database is always supported. */
const SERVER = 'asyncpg>=0.31,<1';

/** Requirements of the generated project (PEP 508), sorted by name. */
export function dependencies(phases: ReadonlySet<Phase>, kernel: string, hasServer: boolean): readonly string[] {
  return collected({ ...DEPENDENCIES, 1: [kernel], 2: [...DEPENDENCIES[2], ...(hasServer ? [SERVER] : [])] }, phases);
}

/** What only its developers need. */
export function tools(phases: ReadonlySet<Phase>): readonly string[] {
  return collected(TOOLS, phases);
}

function collected(byPhase: ByPhase, phases: ReadonlySet<Phase>): readonly string[] {
  return [...phases].flatMap((phase) => byPhase[phase]).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function nameOf(requirement: string): string {
  return requirement.replace(/[[<>=].*/, '');
}
