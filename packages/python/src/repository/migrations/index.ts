import {
  inverseSteps,
  issuedTables,
  type IssuedMigration,
  type MigrationStep,
  type RenderedFile,
} from '@planner/target';
import { moduleOf } from '../../imports';
import type { RenderContext } from '../../render-context';
import { indented, MigrationCode } from './code';
import { statements } from './statements';

/** Alembic: its configuration, how it reaches the database, one module for each migration; and the command that runs them. */
export function renderMigrations(context: RenderContext): RenderedFile[] {
  const { infrastructure, migrations, model, templates } = context;
  const server = model.database !== 'sqlite';
  const view = {
    server,
    dialect: server ? 'postgresql' : 'sqlite',
    configModule: moduleOf(infrastructure.databaseConfig.file),
  };
  return [
    context.file(2, 'alembic.ini', templates.render('repository/alembic/alembic.ini', view)),
    context.file(2, 'alembic/env.py', templates.render('repository/alembic/env.py', view)),
    context.file(2, 'alembic/script.py.mako', templates.render('repository/alembic/script.py.mako', view)),
    renderCommand(context),
    ...migrations.map((migration, place) => renderMigration(context, migration, migrations.slice(0, place))),
  ];
}

/** The name of a migration is that of its module, its number the revision. */
function renderMigration(
  context: RenderContext,
  { name, steps }: IssuedMigration,
  earlier: readonly IssuedMigration[],
): RenderedFile {
  const path = `alembic/versions/${name}.py`;
  const imports = context.imports(path);
  const code = new MigrationCode(imports, context.model.database !== 'sqlite');
  const before = issuedTables(earlier);
  const after = issuedTables([...earlier, { name, steps }]);
  const body = (all: readonly MigrationStep[], from: typeof before, to: typeof after) =>
    statements(all, from, to, code).map((each) => indented(each, 4));
  const view = {
    revision: revisionOf(name),
    downRevision: earlier.at(-1) && revisionOf(earlier.at(-1)?.name ?? ''),
    up: body(steps, before, after),
    down: body(inverseSteps(steps), after, before),
  };
  return context.file(
    2,
    path,
    context.templates.render('repository/alembic/revision.py', { ...view, imports: imports.print() }),
  );
}

function revisionOf(name: string): string {
  return name.split('_')[0] ?? name;
}

function renderCommand(context: RenderContext): RenderedFile {
  const { infrastructure, repository } = context;
  const path = 'src/migrate.py';
  const imports = context.imports(path);
  imports.kernel('errors', 'DomainError');
  for (const exported of [
    infrastructure.loadConfig,
    infrastructure.configError,
    repository.database,
    repository.connect,
    repository.databaseInUseError,
    repository.statement,
    repository.migrateToLatest,
    repository.migrateDown,
    repository.migrationStatus,
  ])
    imports.value(exported);
  return context.file(2, path, context.templates.render('repository/migrate.py', { imports: imports.print() }));
}
