import { inverseSteps, issuedTables, type IssuedMigration, type MigrationStep, type RenderedFile, type TableModel } from '@planner/target';
import type { RenderContext } from '../../render-context';
import { PERSISTENCE } from '../names';
import { stepCode } from './step-code';

/** One file for each migration, and the list of them. */
export function renderMigrations(context: RenderContext): RenderedFile[] {
  const { migrations } = context;
  return [...migrations.map((migration, place) => renderMigration(context, migration, migrations.slice(0, place))), renderList(context, migrations)];
}

function renderMigration(context: RenderContext, { name, steps }: IssuedMigration, earlier: readonly IssuedMigration[]): RenderedFile {
  const path = `${PERSISTENCE}/migrations/${name}.ts`;
  const before = issuedTables(earlier);
  const after = issuedTables([...earlier, { name, steps }]);
  const up = statements(steps, before);
  const down = statements(inverseSteps(steps), after);
  const code = [...up, ...down].join('\n');
  const imports = context.imports(path);
  imports.packageType('kysely', 'Kysely');
  if (/\bsql`/.test(code) || usesText(code)) imports.package('kysely', 'sql');
  if (usesNotNull(code)) imports.packageType('kysely', 'ColumnDefinitionBuilder');
  const view = { up, down, usesText: usesText(code), usesNotNull: usesNotNull(code), imports: imports.print() };
  return context.file(2, path, context.templates.render('repository/migration.ts', view));
}

function statements(steps: readonly MigrationStep[], before: readonly TableModel[]): string[] {
  return steps.flatMap((step, place) => stepCode(step, issuedTables([{ name: '', steps: [...before.map((table): MigrationStep => ({ kind: 'createTable', table })), ...steps.slice(0, place)] }])));
}

function usesText(code: string): boolean {
  return /addColumn\('[^']*', text\b/.test(code);
}

function usesNotNull(code: string): boolean {
  return /, notNull\)/.test(code);
}

function renderList(context: RenderContext, migrations: readonly IssuedMigration[]): RenderedFile {
  const path = `${PERSISTENCE}/migrations/index.ts`;
  const imports = context.imports(path);
  imports.packageType('kysely/migration', 'Migration');
  const listed = migrations.map(({ name }) => {
    const local = `migration${name.slice(0, 3)}`;
    imports.packageNamespace(`./${name}.js`, local);
    return { name, local };
  });
  return context.file(2, path, context.templates.render('repository/migrations.ts', { migrations: listed, imports: imports.print() }));
}
