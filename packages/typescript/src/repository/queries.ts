import type { AggregateModel, FinderModel, TypeModel } from '@planner/model';
import { type RenderedFile, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { reached } from './constraints';
import { elementLiteral, leafAt } from './listings';
import { identityType, storedAggregate } from './stored-aggregate';
import { inPersistence, Values } from './values';

/** The read side of an aggregate over the database and in memory. */
export function renderQueries(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  return [new QueriesFile(context, aggregate, 'kysely').render(), new QueriesFile(context, aggregate, 'inMemory').render()];
}

interface FinderView {
  readonly method: string;
  readonly filterType: string;
  readonly single: boolean;
  readonly filters: readonly string[];
  readonly query: string;
  readonly keys: string;
}

class QueriesFile {
  readonly #imports: ImportSet;
  readonly #values: Values;

  constructor(
    private readonly context: RenderContext,
    private readonly aggregate: AggregateModel,
    private readonly store: 'kysely' | 'inMemory',
  ) {
    const names = context.repository.aggregate(aggregate.name);
    this.#imports = context.imports(store === 'kysely' ? names.kyselyQueries.file : names.inMemoryQueries.file);
    this.#values = new Values(context, this.#imports);
  }

  render(): RenderedFile {
    const { context, aggregate } = this;
    const { application, repository, templates } = context;
    const names = repository.aggregate(aggregate.name);
    const own = this.store === 'kysely' ? names.kyselyQueries : names.inMemoryQueries;
    const finders = aggregate.finders.map((finder) => this.finder(finder));
    const identity = identityType(aggregate.identity);
    const view = {
      name: own.name,
      aggregate: aggregate.name,
      interface: this.#imports.type(application.aggregate(aggregate.name).queries),
      dto: this.#imports.type(application.aggregate(aggregate.name).dto),
      idType: context.types.data({ type: identity, optional: false }, this.#imports),
      finders,
      ...(this.store === 'kysely' ? this.kysely(finders) : this.inMemory(finders)),
      ...(finders.some(({ single }) => !single) && {
        page: this.#imports.type(application.page),
        pageRequest: this.#imports.type(application.pageRequest),
      }),
    };
    const template = `repository/${this.store === 'kysely' ? 'kysely' : 'in-memory'}-queries.ts`;
    return context.file(3, own.file, templates.render(template, { ...view, imports: this.#imports.print() }));
  }

  private kysely(finders: readonly FinderView[]): object {
    const { context, aggregate } = this;
    const { schema, entities } = storedAggregate(context, aggregate);
    if (finders.some(({ single }) => !single)) {
      for (const name of ['pageOf', 'startOf']) this.#imports.value(inPersistence(name, 'paging'));
      for (const name of ['behindSql', 'orderBySql']) this.#imports.value(inPersistence(name, 'sorting'));
    }
    return {
      table: schema.table,
      id: schema.id.column,
      lookUp: this.#values.toColumn(schema.id.type, identityType(aggregate.identity), 'id'),
      hasChildren: entities.length > 0,
      fromRows: this.#imports.value(context.repository.aggregate(aggregate.name).fromRows),
      database: this.#imports.type(context.repository.database),
    };
  }

  private inMemory(finders: readonly FinderView[]): object {
    if (finders.some(({ single }) => !single)) this.#imports.value(inPersistence('pageInMemory', 'paging'));
    if (finders.some(({ filters }) => filters.length > 0)) this.#imports.kernel('valuesEqual');
    return {
      memory: this.#imports.type(this.context.repository.inMemoryDatabase),
      property: this.context.application.aggregate(this.aggregate.name).repositories,
    };
  }

  private finder(finder: FinderModel): FinderView {
    const { context, aggregate } = this;
    const ports = context.application.aggregate(aggregate.name).finders.get(finder.name);
    const keys = context.repository.aggregate(aggregate.name).listings.get(finder.name);
    if (ports === undefined || keys === undefined) throw new Error(`the queries of ${aggregate.name} have no ${finder.name}`);
    return {
      method: ports.method,
      filterType: finder.by.length === 0 ? '' : this.#imports.type(ports.filter),
      single: finder.single,
      filters: this.store === 'kysely' ? this.conditions(finder) : this.predicates(finder),
      query: stringLiteral(`${aggregate.name}.${finder.name}`),
      keys: finder.single ? '' : this.#imports.value(keys),
    };
  }

  /** Statements that narrow `query` down. */
  private conditions({ by }: FinderModel): string[] {
    const stored = storedAggregate(this.context, this.aggregate);
    return by.map((filter) => {
      const leaf = leafAt(this.context, stored, filter.path);
      const value = `filter.${filter.name}`;
      const condition =
        filter.match === 'contains'
          ? `${this.#imports.package('kysely', 'sql')}<${this.#imports.packageType('kysely', 'SqlBool')}>\`\${${this.#imports.package('kysely', 'sql')}.ref(${stringLiteral(leaf.column)})} @> \${${elementLiteral(this.#values, filter, value)}}::jsonb\``
          : `${stringLiteral(leaf.column)}, '=', ${this.filterValue(leaf.type.kind, filter.type, value)}`;
      const statement = `query = query.where(${condition});`;
      return filter.optional ? `if (${value} !== undefined) ${statement}` : statement;
    });
  }

  /** Decimals are compared with all their digits, however many the column keeps. */
  private filterValue(kind: string, type: TypeModel, value: string): string {
    if (kind === 'decimal') return `${value}.toString()`;
    const leaf = kind as Exclude<Parameters<Values['toColumn']>[0]['kind'], 'decimal' | 'json'>;
    return this.#values.toColumn({ kind: leaf }, type, value);
  }

  /** Conditions that data has to meet. */
  private predicates({ by }: FinderModel): string[] {
    return by.map(({ path, name, match, optional }) => {
      const wanted = `filter.${name}`;
      const held = reached(this.aggregate, path, this.context);
      const condition = match === 'contains' ? this.contains(held, wanted) : `valuesEqual(${held}, ${wanted})`;
      return optional ? `(${wanted} === undefined || ${condition})` : condition;
    });
  }

  private contains(list: string, wanted: string): string {
    const held = list.includes('?.') ? `(${list} ?? [])` : list;
    return `${held}.some((item) => valuesEqual(item, ${wanted}))`;
  }
}
