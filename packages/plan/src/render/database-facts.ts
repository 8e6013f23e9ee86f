import type { AdapterModel, Database } from '@planner/model';
import { snakeCase, words } from '@planner/model';

/** What a plan needs to know of a database. */
export interface DatabaseFacts {
  readonly title: string;
  /** Absent for a database without a server. */
  readonly server?: { readonly scheme: string; readonly port: number; readonly user: string };
}

export const DATABASE_FACTS: Readonly<Record<Database, DatabaseFacts>> = {
  postgresql: { title: 'PostgreSQL', server: { scheme: 'postgresql', port: 5432, user: 'postgres' } },
  mysql: { title: 'MySQL', server: { scheme: 'mysql', port: 3306, user: 'root' } },
  mssql: { title: 'SQL Server', server: { scheme: 'mssql', port: 1433, user: 'sa' } },
  sqlite: { title: 'SQLite' },
  mongodb: { title: 'MongoDB', server: { scheme: 'mongodb', port: 27017, user: 'root' } },
};

/** One line of `.env`. The values are placeholders, never real ones. */
export interface EnvVariable {
  readonly name: string;
  readonly value: string;
}

/** The variables of the database, under the names of the seed. */
export function databaseVariables(database: Database, context: string): EnvVariable[] {
  const name = snakeCase(context) || 'database';
  const { server } = DATABASE_FACTS[database];
  if (!server)
    return variables([
      ['DATABASE_URL', `${database}:///.data/${name}.${database}3`],
      ['DATABASE_ECHO', 'false'],
    ]);
  return variables([
    ['DATABASE_URL', `${server.scheme}://user:password@host:${server.port}/${name}`],
    ['DATABASE_HOST', 'localhost'],
    ['DATABASE_PORT', String(server.port)],
    ['DATABASE_NAME', name],
    ['DATABASE_USER', server.user],
    ['DATABASE_PASSWORD', 'your_password'],
    ['DATABASE_POOL_SIZE', '10'],
    ['DATABASE_MAX_OVERFLOW', '20'],
    ['DATABASE_ECHO', 'false'],
  ]);
}

export function serviceVariables(): EnvVariable[] {
  return variables([
    ['GRPC_HOST', '127.0.0.1'],
    ['GRPC_PORT', '50051'],
  ]);
}

export function adapterVariables(adapter: AdapterModel): EnvVariable[] {
  return [...new Set(Object.values(adapter.env).flat())].map((name) => ({ name, value: placeholder(name) }));
}

/** An address that nothing answers at, or a word that says what belongs there. */
function placeholder(name: string): string {
  const parts = words(name);
  if (/url|uri|endpoint/.test(parts.at(-1) ?? '')) return `https://${parts[0] ?? 'service'}.example.com`;
  return `your_${parts.join('_')}`;
}

function variables(pairs: readonly (readonly [name: string, value: string])[]): EnvVariable[] {
  return pairs.map(([name, value]) => ({ name, value }));
}
