import type { AggregateModel, FilterModel, FinderModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { inPersistence } from './names';
import { leafAt, reached } from './paths';
import { idRef, storedAggregate } from './stored-aggregate';
import { Values } from './values';

/** The read side of an aggregate over the database and in memory. */
export function renderQueries(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  return [
    new QueriesFile(context, aggregate, 'database').render(),
    new QueriesFile(context, aggregate, 'memory').render(),
  ];
}

interface FinderView {
  readonly method: string;
  readonly parameters: string;
  readonly answer: string;
  readonly single: boolean;
  readonly conditions: readonly { readonly condition: string; readonly unless: string | undefined }[];
  readonly listing: string;
}

class QueriesFile {
  readonly #imports: ImportSet;
  readonly #values: Values;
  readonly #row: string;

  constructor(
    private readonly context: RenderContext,
    private readonly aggregate: AggregateModel,
    private readonly store: 'database' | 'memory',
  ) {
    this.#imports = context.imports(this.own.file);
    this.#values = new Values(context, this.#imports);
    this.#row = store === 'database' ? this.#imports.value(context.repository.row(aggregate.name)) : '';
  }

  render(): RenderedFile {
    const { context, aggregate } = this;
    const { application, templates } = context;
    const finders = aggregate.finders.map((finder) => this.finder(finder));
    const view = {
      name: this.own.name,
      aggregate: aggregate.name,
      dto: this.#imports.value(application.aggregate(aggregate.name).dto),
      idType: context.types.domain({ type: idRef(aggregate), optional: false }, this.#imports),
      finders,
      ...(this.store === 'database' ? this.database(finders) : this.memory(finders)),
    };
    const template = `repository/${this.store === 'database' ? 'queries_impl' : 'in_memory/queries'}.py`;
    return context.file(3, this.own.file, templates.render(template, { ...view, imports: this.#imports.print() }));
  }

  private get own() {
    const names = this.context.repository.aggregate(this.aggregate.name);
    return this.store === 'database' ? names.queries : names.inMemoryQueries;
  }

  private database(finders: readonly FinderView[]): object {
    const { context, aggregate } = this;
    const { schema, attribute } = storedAggregate(context, aggregate);
    for (const name of ['Select', 'select']) this.#imports.from('sqlalchemy', name);
    this.#imports.from('sqlalchemy.ext.asyncio', 'AsyncSession');
    this.#imports.from('collections.abc', 'Sequence');
    if (finders.some(({ single }) => !single)) {
      for (const name of ['Listing', 'page_of', 'start_of']) this.#imports.value(inPersistence(name, 'paging'));
      for (const name of ['behind', 'order_by']) this.#imports.value(inPersistence(name, 'sorting'));
    }
    return {
      row: this.#row,
      id: attribute(schema.id.column),
      lookUp: this.#values.toColumn(schema.id.type, idRef(aggregate), 'id'),
      fromRows: this.#imports.value(context.repository.aggregate(aggregate.name).dtosFromRows),
      database: this.#imports.value(context.repository.database),
    };
  }

  private memory(finders: readonly FinderView[]): object {
    if (finders.some(({ single }) => !single))
      for (const name of ['Listing', 'page_in_memory']) this.#imports.value(inPersistence(name, 'paging'));
    return {
      memory: this.#imports.value(this.context.repository.inMemoryDatabase),
      property: this.context.application.aggregate(this.aggregate.name).repositories,
    };
  }

  private finder(finder: FinderModel): FinderView {
    const { context, aggregate } = this;
    const { application } = context;
    const ports = application.aggregate(aggregate.name);
    const names = ports.finders.get(finder.name);
    const keys = context.repository.aggregate(aggregate.name).listings.get(finder.name);
    if (names === undefined || keys === undefined)
      throw new Error(`the queries of ${aggregate.name} have no ${finder.name}`);
    const dto = this.#imports.value(ports.dto);
    const hasFilter = finder.by.length > 0;
    const parameters = [
      'self',
      ...(hasFilter ? [`by: ${this.#imports.value(names.filter)}`] : []),
      ...(finder.single ? [] : [`page: ${this.#imports.value(application.pageRequest)}`]),
    ];
    return {
      method: names.method,
      parameters: parameters.join(', '),
      answer: finder.single ? `${dto} | None` : `${this.#imports.value(application.page)}[${dto}]`,
      single: finder.single,
      conditions: finder.by.map((filter) => {
        const wanted = `by.${names.attributes.get(filter.name) ?? filter.name}`;
        return {
          condition: this.store === 'database' ? this.statement(filter, wanted) : this.predicate(filter, wanted),
          unless: filter.optional ? wanted : undefined,
        };
      }),
      listing: finder.single
        ? ''
        : `${pyString(`${aggregate.name}.${finder.name}`)}, ${hasFilter ? 'by' : 'None'}, ${this.#imports.value(keys)}`,
    };
  }

  /** A condition of SQL. Decimals are compared with all their digits, however many the column keeps. */
  private statement({ path, match, type }: FilterModel, wanted: string): string {
    const leaf = leafAt(this.context, storedAggregate(this.context, this.aggregate), path);
    const column = `${this.#row}.${leaf.attribute}`;
    if (match === 'contains')
      return `${this.#imports.value(inPersistence('holds', 'list_filters'))}(${column}, ${this.#values.toDocument(type, wanted)})`;
    return `${column} == ${this.#values.toColumn(leaf.type, type, wanted)}`;
  }

  /** A condition that a state has to meet. */
  private predicate({ path, match }: FilterModel, wanted: string): string {
    const { value, absent } = reached(this.context, this.aggregate, path, 'state');
    const condition = match === 'contains' ? `${wanted} in ${value}` : `${value} == ${wanted}`;
    const needed = match === 'contains' ? absent : absent.filter((each) => each !== value);
    return [...needed.map((each) => `${each} is not None`), condition].join(' and ');
  }
}
