import type { Database } from '@planner/model';

/** What a plan calls the tools of a target language; a further language is a further row. */
export interface Toolchain {
  readonly language: string;
  /** Loads `.env`. */
  readonly dotenv: string;
  readonly loadCall: string;
  /** Checks the environment. */
  readonly validation: string;
  /** Checks the input of calls. */
  readonly inputValidation: string;
  readonly sql: string;
  readonly migrations: string;
  readonly grpc: string;
  readonly logging: string;
  readonly tests: string;
  readonly typecheck: string;
  readonly drivers: Readonly<Record<Database, string>>;
  /** Embedded database that stands in for the server while developing, where there is one. */
  readonly embedded: Readonly<Partial<Record<Database, string>>>;
}

const TYPESCRIPT: Toolchain = {
  language: 'TypeScript',
  dotenv: 'dotenv',
  loadCall: 'readEnvironment()',
  validation: 'zod',
  inputValidation: 'zod',
  sql: 'Kysely',
  migrations: 'Kysely Migrator',
  grpc: '@grpc/grpc-js',
  logging: 'pino',
  tests: 'vitest',
  typecheck: 'tsc --noEmit',
  drivers: { postgresql: 'pg', mysql: 'mysql2', mssql: 'tedious', sqlite: 'libsql', mongodb: 'mongodb' },
  embedded: { postgresql: 'PGlite' },
};

const PYTHON: Toolchain = {
  language: 'Python',
  dotenv: 'python-dotenv',
  loadCall: 'read_environment()',
  validation: 'pydantic',
  inputValidation: 'kernel.constraints',
  sql: 'SQLAlchemy 2 (asyncio)',
  migrations: 'Alembic',
  grpc: 'grpc.aio',
  logging: 'structlog',
  tests: 'pytest',
  typecheck: 'mypy --strict',
  drivers: { postgresql: 'asyncpg', mysql: 'aiomysql', mssql: 'aioodbc', sqlite: 'aiosqlite', mongodb: 'motor' },
  embedded: { postgresql: 'SQLite' },
};

const TOOLCHAINS: ReadonlyMap<string, Toolchain> = new Map([
  ['typescript', TYPESCRIPT],
  ['python', PYTHON],
]);

/** The tools of a language; those of TypeScript, the default language, for one that has no row yet. */
export function toolchainOf(language: string): Toolchain {
  return TOOLCHAINS.get(language) ?? TYPESCRIPT;
}
