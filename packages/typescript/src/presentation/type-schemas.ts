import type { EnumModel, TypeModel } from '@planner/model';
import {
  aggregateNamed,
  entityNamed,
  type Exported,
  messageOfType,
  type ProtoField,
  type ProtoMessage,
  type ProtoSlot,
  readsClock,
  type RenderedFile,
  sentTypes,
} from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { schemaDeclaration } from './present';
import { defaultSchema, messageSchema, optionalSchema, schemaOf } from './schema-text';
import { messageProperty } from './ts-proto-names';

/** How a message is read: entities as drafts, which have no id yet, or whole. */
interface Reading {
  readonly exported: Exported;
  /** Name of the data type. */
  readonly type: string;
  readonly message: ProtoMessage;
  readonly draft: boolean;
  /** Whether it asks a clock. */
  readonly reads: boolean;
}

/** The schemas that read enums, value objects, entities and aggregates, as far as callers send them. */
export function renderTypeSchemas(context: RenderContext): RenderedFile[] {
  const { drafts, whole } = sentTypes(context);
  const enums = context.model.enums.filter(({ name }) => drafts.enums.includes(name) || whole.enums.includes(name));
  const valueObjects = context.model.valueObjects.filter(({ name }) => drafts.valueObjects.includes(name) || whole.valueObjects.includes(name));
  // Those that others are made of come first.
  const order = [...drafts.valueObjects, ...whole.valueObjects];
  valueObjects.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return [...enumSchemas(context, enums), ...valueObjectSchemas(context, valueObjects.map(({ name }) => name)), ...context.model.aggregates.flatMap(({ name }) => aggregateSchemas(context, name))];
}

function enumSchemas(context: RenderContext, enums: readonly EnumModel[]): RenderedFile[] {
  const [first] = enums;
  if (!first) return [];
  const { file } = context.presentation.enumSchema(first.name);
  const imports = context.imports(file);
  const enumeration = imports.value({ name: 'enumeration', file: 'src/presentation/grpc/validation/scalars.ts' });
  const schemas = enums.map(({ name }) => ({
    declared: `${context.presentation.enumSchema(name).name} =`,
    schema: `${enumeration}(${imports.value(context.names.enum(name).members)}, ${imports.value(context.presentation.enumToMessage(name))})`,
  }));
  return [context.file(5, file, context.templates.render('presentation/schemas.ts', { schemas, imports: imports.print() }))];
}

function valueObjectSchemas(context: RenderContext, names: readonly string[]): RenderedFile[] {
  const [first] = names;
  if (first === undefined) return [];
  const { file } = context.presentation.valueObjectSchema(first);
  const imports = context.imports(file);
  const schemas = names.map((name) => valueObjectSchema(context, name, imports));
  return [context.file(5, file, context.templates.render('presentation/schemas.ts', { schemas, imports: imports.print() }))];
}

function valueObjectSchema(context: RenderContext, name: string, imports: ImportSet): object {
  const exported = context.presentation.valueObjectSchema(name);
  const valueObject = context.model.valueObjects.find((candidate) => candidate.name === name);
  if (valueObject?.kind === 'simple') return { declared: `${exported.name} =`, schema: schemaOf(context, valueObject.type, false, imports) };
  const type = imports.type(context.names.valueObject(name).data);
  const reads = readsClock(context.model, { kind: 'valueObject', name }, false);
  return readingView(context, { exported, type, message: messageOfType(context.proto, name), draft: false, reads }, imports);
}

/** Entities by name, and the aggregate itself where a use case takes it. */
function aggregateSchemas(context: RenderContext, name: string): RenderedFile[] {
  const { drafts, whole } = sentTypes(context);
  const { file } = context.presentation.aggregateSchema(name);
  const imports = context.imports(file);
  const own = (reached: typeof drafts) => reached.entities.filter(({ aggregate }) => aggregate === name);
  const schemas = [
    ...own(drafts).map((entity) => entitySchema(context, entity.aggregate, entity.name, true, imports)),
    ...own(whole).map((entity) => entitySchema(context, entity.aggregate, entity.name, false, imports)),
    ...(whole.aggregates.includes(name) ? [aggregateSchema(context, name, imports)] : []),
  ];
  if (schemas.length === 0) return [];
  return [context.file(5, file, context.templates.render('presentation/schemas.ts', { schemas, imports: imports.print() }))];
}

function entitySchema(context: RenderContext, aggregate: string, name: string, draft: boolean, imports: ImportSet): object {
  const { data, draftData } = context.names.entity(aggregate, name);
  const exported = context.presentation.entitySchema(aggregate, name, draft);
  const reads = readsClock(context.model, { kind: 'entity', aggregate, name }, draft);
  return readingView(context, { exported, type: imports.type(draft ? draftData : data), message: messageOfType(context.proto, name), draft, reads }, imports);
}

function aggregateSchema(context: RenderContext, name: string, imports: ImportSet): object {
  const exported = context.presentation.aggregateSchema(name);
  const type = imports.type(context.names.aggregate(name).data);
  const reads = readsClock(context.model, { kind: 'aggregate', name }, false);
  return readingView(context, { exported, type, message: messageOfType(context.proto, name), draft: false, reads }, imports);
}

function readingView(context: RenderContext, { exported, type, message, draft, reads }: Reading, imports: ImportSet): object {
  const fields = message.fields.filter((field) => !(draft && isGeneratedId(context, message, field)));
  const properties = fields.map((field) => ({ name: messageProperty(field), schema: fieldSchema(context, field, draft, imports) }));
  const renamed = fields.filter((field) => messageProperty(field) !== field.origin.name);
  return {
    declared: schemaDeclaration(context, { name: exported.name, type, reads }, imports),
    schema: messageSchema(properties, imports),
    renamed: renamed.length === 0 ? undefined : fields.map((field) => `${field.origin.name}: message.${messageProperty(field)}`),
  };
}

function isGeneratedId({ model }: RenderContext, message: ProtoMessage, { origin }: ProtoField): boolean {
  if (origin.kind !== 'id' || message.aggregate === undefined) return false;
  return entityNamed(aggregateNamed(model, message.aggregate), message.planName).identity.kind === 'generated';
}

function fieldSchema(context: RenderContext, { origin }: ProtoField, draft: boolean, imports: ImportSet): string {
  switch (origin.kind) {
    case 'id':
    case 'lifecycle':
      return schemaOf(context, origin.slot.type, draft, imports);
    case 'field':
      return slotSchema(context, origin.slot, draft, imports);
    case 'version':
      return `${schemaOf(context, VERSION, draft, imports)}.transform(Number)`;
    case 'createdAt':
    case 'updatedAt':
      return schemaOf(context, INSTANT, draft, imports);
    default:
      throw new Error(`a type cannot carry ${origin.kind}`);
  }
}

const VERSION: TypeModel = { kind: 'scalar', scalar: 'bigint', min: '0', max: String(Number.MAX_SAFE_INTEGER) };
const INSTANT: TypeModel = { kind: 'scalar', scalar: 'datetime' };

/** A draft leaves a default to the root; everything else has to be complete. */
function slotSchema(context: RenderContext, { type, optional, default: fallback }: ProtoSlot, draft: boolean, imports: ImportSet): string {
  const schema = schemaOf(context, type, draft, imports);
  if (optional || (draft && fallback !== undefined)) return optionalSchema(schema, imports);
  return fallback === undefined ? schema : defaultSchema(context, schema, type, fallback, imports);
}
