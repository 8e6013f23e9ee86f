import type { FieldModel, TypeModel } from '@planner/model';
import type { Exported, RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import type { DocumentNames } from './names';
import { Values } from './values';

/** One value object or entity that is written as JSON somewhere. */
interface Documented {
  readonly kind: 'valueObject' | 'entity';
  readonly names: DocumentNames;
  readonly data: Exported;
  readonly fields: readonly FieldModel[];
  /** Of an entity: the type of its id. */
  readonly id?: TypeModel;
  /** Whether a column holds it, so that it is read too. */
  readonly isRead: boolean;
}

/** Documents of the value objects and entities that stand in JSON: in lists and maps of columns, and in events. */
export function renderDocuments(context: RenderContext): RenderedFile[] {
  const read = new Reached(context);
  for (const { fields, entities } of context.model.aggregates) read.columns([...fields, ...entities.flatMap((entity) => entity.fields)]);
  const written = new Reached(context);
  for (const event of context.model.events) for (const { type } of event.fields) written.value(type);
  const both = new Map([...written.found, ...read.found]);
  return [...both].map(([key, documented]) => render(context, { ...documented, isRead: read.found.has(key) }));
}

/** Collects what a type holds, directly or further inside. */
class Reached {
  readonly found = new Map<string, Omit<Documented, 'isRead'>>();

  constructor(private readonly context: RenderContext) {}

  /** Of fields that have columns only lists and maps are JSON; a value object is flattened. */
  columns(fields: readonly FieldModel[]): void {
    for (const { type } of fields) {
      if (type.kind === 'valueObject') this.columns(this.valueObjectFields(type.name));
      if (type.kind === 'list' && type.element.kind !== 'entity') this.value(type.element);
      if (type.kind === 'map' && type.value.kind !== 'entity') this.value(type.value);
    }
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
    this.found.set(name, { kind: 'valueObject', names: repository.valueObjectDocument(name), data: names.valueObject(name).data, fields });
    for (const { type } of fields) this.value(type);
  }

  private entity(aggregate: string, name: string): void {
    const key = `${aggregate}.${name}`;
    const entity = this.context.model.aggregates.find((item) => item.name === aggregate)?.entities.find((item) => item.name === name);
    if (entity === undefined || this.found.has(key)) return;
    const { names, repository } = this.context;
    const id: TypeModel = entity.identity.kind === 'given' ? entity.identity.type : { kind: 'scalar', scalar: 'uuid' };
    this.found.set(key, { kind: 'entity', names: repository.entityDocument(aggregate, name), data: names.entity(aggregate, name).data, fields: entity.fields, id });
    for (const { type } of entity.fields) this.value(type);
  }

  /** None for a value object of one value, which is that value. */
  private valueObjectFields(name: string): readonly FieldModel[] {
    const found = this.context.model.valueObjects.find((item) => item.name === name);
    return found?.kind === 'composite' ? found.fields : [];
  }
}

function render(context: RenderContext, documented: Documented): RenderedFile {
  const { file } = documented.names.type;
  const imports = context.imports(file);
  const values = new Values(context, imports);
  const members = [...(documented.id ? [{ name: 'id', type: documented.id, optional: false }] : []), ...documented.fields];
  const view = {
    document: documented.names.type.name,
    data: imports.type(documented.data),
    toDocument: documented.names.toDocument.name,
    fromDocument: documented.names.fromDocument.name,
    isRead: documented.isRead,
    members: members.map(({ name, type, optional }) => ({
      name,
      optional,
      type: values.documentType(type),
      toDocument: guarded(`data.${name}`, optional, (value) => values.toDocument(type, value)),
      fromDocument: documented.isRead ? guarded(`document.${name}`, optional, (value) => values.fromDocument(type, value)) : '',
    })),
  };
  const text = context.templates.render('repository/document.ts', { ...view, imports: imports.print() });
  return context.file(2, file, text);
}

function guarded(value: string, optional: boolean, convert: (value: string) => string): string {
  const converted = convert(value);
  return optional && converted !== value ? `${value} === undefined ? undefined : ${converted}` : converted;
}
