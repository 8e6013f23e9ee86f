import type { FieldModel, TypeModel } from '@planner/model';
import type { Exported, RenderedFile } from '@planner/target';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import type { DocumentNames } from './names';
import { entityIdRef } from './stored-aggregate';
import { unlessAbsent, Values } from './values';

/** One value object or entity that is written as JSON somewhere. */
interface Documented {
  readonly kind: 'valueObject' | 'entity';
  readonly names: DocumentNames;
  readonly type: Exported;
  readonly dto: Exported;
  readonly fields: readonly FieldModel[];
  /** Of an entity: the type of its id. */
  readonly id?: TypeModel;
}

/** Functions between values and JSON: `documents/money_document.py`, for what columns hold and for what events carry. */
export function renderDocuments(context: RenderContext): RenderedFile[] {
  const { read, written } = documented(context);
  return [...written.values()].flatMap((each) => {
    const isRead = [...read.values()].some(({ names }) => names === each.names);
    return [renderDocument(context, each, isRead), ...(isRead ? [renderDtoDocument(context, each)] : [])];
  });
}

function documented(context: RenderContext): {
  read: ReadonlyMap<string, Documented>;
  written: ReadonlyMap<string, Documented>;
} {
  const read = new Collector(context);
  const written = new Collector(context);
  for (const { entities, fields } of context.model.aggregates) {
    for (const { type } of [...fields, ...entities.flatMap((entity) => entity.fields)]) {
      for (const collector of [read, written]) collector.column(type);
    }
  }
  const own = new Set(context.model.aggregates.map(({ name }) => name));
  for (const event of context.model.events)
    if (own.has(event.aggregate)) for (const { type } of event.fields) written.value(type);
  return { read: read.found, written: written.found };
}

class Collector {
  readonly found = new Map<string, Documented>();

  constructor(private readonly context: RenderContext) {}

  /** What a field stores as JSON: lists and maps of values, also those inside value objects of several columns. */
  column(type: TypeModel): void {
    if (type.kind === 'list' && type.element.kind !== 'entity') this.value(type.element);
    if (type.kind === 'map' && type.value.kind !== 'entity') this.value(type.value);
    if (type.kind === 'valueObject') for (const field of this.valueObjectFields(type.name)) this.column(field.type);
  }

  value(type: TypeModel): void {
    if (type.kind === 'list') this.value(type.element);
    if (type.kind === 'map') this.value(type.value);
    if (type.kind === 'valueObject') this.valueObject(type.name);
    if (type.kind === 'entity') this.entity(type.aggregate, type.name);
  }

  private valueObject(name: string): void {
    const fields = this.valueObjectFields(name);
    if (fields.length === 0 || this.found.has(name)) return;
    const { names, repository } = this.context;
    const { type, dto } = names.valueObject(name);
    this.found.set(name, { kind: 'valueObject', names: repository.valueObjectDocument(name), type, dto, fields });
    for (const field of fields) this.value(field.type);
  }

  private entity(aggregate: string, name: string): void {
    const key = `${aggregate}.${name}`;
    const entity = this.context.model.aggregates
      .find((item) => item.name === aggregate)
      ?.entities.find((item) => item.name === name);
    if (entity === undefined || this.found.has(key)) return;
    const { names, repository } = this.context;
    const { type, dto } = names.entity(aggregate, name);
    this.found.set(key, {
      kind: 'entity',
      names: repository.entityDocument(aggregate, name),
      type,
      dto,
      fields: entity.fields,
      id: entityIdRef(aggregate, name),
    });
    for (const field of entity.fields) this.value(field.type);
  }

  /** None for a value object of one value, which is that value. */
  private valueObjectFields(name: string): readonly FieldModel[] {
    const found = this.context.model.valueObjects.find((item) => item.name === name);
    return found?.kind === 'composite' ? found.fields : [];
  }
}

function renderDocument(context: RenderContext, documented: Documented, isRead: boolean): RenderedFile {
  const { toDocument, fromDocument } = documented.names;
  const imports = context.imports(toDocument.file);
  const values = new Values(context, imports);
  const members = [
    ...(documented.id ? [{ name: 'id', type: documented.id, optional: false }] : []),
    ...documented.fields,
  ];
  const type = imports.value(documented.type);
  const view = {
    type,
    made: `${isRead ? imports.kernel('rehydration', 'rehydrated') : 'unread'}(${type})`,
    toDocument: toDocument.name,
    fromDocument: fromDocument.name,
    isRead,
    entries: members.map(({ name, type: model, optional }) => {
      const value = `value.${attribute(name)}`;
      return `${pyString(name)}: ${unlessAbsent(optional ? [value] : [], values.toDocument(model, value))}`;
    }),
    members: isRead ? readMembers(documented.fields, values, 'domain') : [],
    ...(members.some(({ optional }) => optional) && { present: values.stored('present') }),
    ...(isRead && { any: imports.from('typing', 'Any'), mapping: imports.from('collections.abc', 'Mapping') }),
  };
  return context.file(
    2,
    toDocument.file,
    context.templates.render('repository/document.py', { ...view, imports: imports.print() }),
  );
}

function renderDtoDocument(context: RenderContext, { names, dto, fields }: Documented): RenderedFile {
  const { file, name } = names.dtoFromDocument;
  const imports = context.imports(file);
  const values = new Values(context, imports);
  const view = {
    name,
    dto: imports.value(dto),
    any: imports.from('typing', 'Any'),
    mapping: imports.from('collections.abc', 'Mapping'),
    members: readMembers(fields, values, 'dto'),
  };
  return context.file(
    3,
    file,
    context.templates.render('repository/dto_document.py', { ...view, imports: imports.print() }),
  );
}

function readMembers(fields: readonly FieldModel[], values: Values, side: 'domain' | 'dto'): string[] {
  return fields.map(({ name, type, optional }) => {
    const held = optional ? `document.get(${pyString(name)})` : `document[${pyString(name)}]`;
    return `${attribute(name)}=${unlessAbsent(optional ? [held] : [], values.fromDocument(type, optional ? `document[${pyString(name)}]` : held, side))}`;
  });
}
