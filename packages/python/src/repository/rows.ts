import type { AggregateModel } from '@planner/model';
import { isNullable, type RenderedFile, type TableModel } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { columnCode } from './column-code';
import { checkSql, indexArguments, indexCodes } from './index-code';
import { inPersistence } from './names';
import { rowAttributes } from './row-attributes';
import { Values } from './values';

/** The tables of an aggregate as declarative classes: `order_rows.py`. */
export function renderRows(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { file } = context.repository.row(aggregate.name);
  const imports = context.imports(file);
  const values = new Values(context, imports);
  const origins = [aggregate.name, ...aggregate.entities.map(({ name }) => `${aggregate.name}.${name}`)];
  const tables = context.schema.tables.filter(({ origin }) => origins.includes(origin));
  const view = {
    base: imports.value(inPersistence('Base', 'base')),
    mapped: imports.from('sqlalchemy.orm', 'Mapped'),
    column: imports.from('sqlalchemy.orm', 'mapped_column'),
    tables: tables.map((table) => ({
      name: context.repository.row(table.origin).name,
      table: pyString(table.name),
      arguments: tableArguments(context, table, imports),
      columns: tableColumns(table, values, imports),
    })),
  };
  return context.file(2, file, context.templates.render('repository/rows.py', { ...view, imports: imports.print() }));
}

function tableArguments({ model }: RenderContext, table: TableModel, imports: ImportSet): string[] {
  const call = (name: string, args: readonly string[]) => `${imports.from('sqlalchemy', name)}(${args.join(', ')})`;
  const { primaryKey, parent, checks, indexes } = table;
  return [
    call('PrimaryKeyConstraint', [...primaryKey.columns.map(pyString), `name=${pyString(primaryKey.name)}`]),
    ...(parent
      ? [
          call('ForeignKeyConstraint', [
            `[${pyString(parent.column)}]`,
            `[${pyString(`${parent.table}.${parent.references}`)}]`,
            `name=${pyString(parent.name)}`,
            'ondelete="CASCADE"',
          ]),
        ]
      : []),
    ...checks.map((check) => call('CheckConstraint', [pyString(checkSql(check)), `name=${pyString(check.name)}`])),
    ...indexes.flatMap((index) =>
      // Two of one name would confuse Alembic: that of SQLite stands in the migrations alone.
      indexCodes(index, table.columns, model.database !== 'sqlite')
        .slice(0, 1)
        .map((code) => {
          const args = [pyString(index.name), ...indexArguments(code, () => imports.from('sqlalchemy', 'text'))];
          return `${call('Index', args)}${code.dialect === undefined ? '' : `.ddl_if(dialect="${code.dialect}")`}`;
        }),
    ),
  ];
}

function tableColumns(table: TableModel, values: Values, imports: ImportSet): object[] {
  const attributes = rowAttributes(table.columns);
  return table.columns.map((column) => {
    const { module, name, code } = columnCode(column.type, column.generated);
    if (module === 'types') imports.value(inPersistence(name, 'types'));
    else imports.from('sqlalchemy', name);
    const attribute = attributes.get(column.name) ?? column.name;
    return {
      attribute,
      type: `${values.columnType(column.type)}${isNullable(column) ? ' | None' : ''}`,
      arguments: [...(attribute === column.name ? [] : [pyString(column.name)]), code].join(', '),
    };
  });
}
