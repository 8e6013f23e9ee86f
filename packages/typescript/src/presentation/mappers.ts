import type { EnumModel } from '@planner/model';
import {
  answeredTypes,
  type Exported,
  messageOfType,
  type ProtoEnum,
  type ProtoField,
  type ProtoMessage,
  type RenderedFile,
  sentTypes,
} from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { toMessage } from './mapper-text';
import { generatedImport } from './generated-import';
import { messageProperty } from './ts-proto-names';

/** What turns data into messages, as far as the service answers with it; enums in both directions. */
export function renderMappers(context: RenderContext): RenderedFile[] {
  return [...enumMappers(context), ...valueObjectMappers(context), ...context.model.aggregates.flatMap(({ name }) => aggregateMappers(context, name))];
}

function enumMappers(context: RenderContext): RenderedFile[] {
  const { drafts, whole } = sentTypes(context);
  const used = new Set([...drafts.enums, ...whole.enums, ...answeredTypes(context).enums]);
  const enums = context.model.enums.filter(({ name }) => used.has(name));
  const [first] = enums;
  if (!first) return [];
  const { file } = context.presentation.enumToMessage(first.name);
  const imports = context.imports(file);
  const views = enums.map((model) => enumView(context, model, imports));
  return [context.file(5, file, context.templates.render('presentation/enums.ts', { enums: views, imports: imports.print() }))];
}

function enumView(context: RenderContext, { name }: EnumModel, imports: ImportSet): object {
  const proto = enumOf(context, name);
  const message = generatedImport(context, proto, imports, 'value');
  return {
    name: context.presentation.enumToMessage(name).name,
    type: imports.type(context.names.enum(name).type),
    message,
    members: [...proto.values].map(({ member, name: value }) => ({ member, value })),
  };
}

function enumOf({ proto }: RenderContext, planName: string): ProtoEnum {
  const found = Object.values(proto.enums).find((candidate) => candidate.planName === planName);
  if (!found) throw new Error(`the contract has no enum ${planName}`);
  return found;
}

function valueObjectMappers(context: RenderContext): RenderedFile[] {
  const { valueObjects } = answeredTypes(context);
  const composites = context.model.valueObjects.filter(({ name, kind }) => kind === 'composite' && valueObjects.includes(name));
  const [first] = composites;
  if (!first) return [];
  const { file } = context.presentation.valueObjectToMessage(first.name);
  const imports = context.imports(file);
  const mappers = composites.map(({ name }) => mapperView(context, context.presentation.valueObjectToMessage(name), name, context.names.valueObject(name).data, imports));
  return [mapperFile(context, file, mappers, imports)];
}

function aggregateMappers(context: RenderContext, name: string): RenderedFile[] {
  const { entities, aggregates } = answeredTypes(context);
  const { file } = context.presentation.aggregateToMessage(name);
  const imports = context.imports(file);
  const mappers = [
    ...(aggregates.includes(name) ? [mapperView(context, context.presentation.aggregateToMessage(name), name, context.application.aggregate(name).dto, imports)] : []),
    ...entities
      .filter(({ aggregate }) => aggregate === name)
      .map((entity) => mapperView(context, context.presentation.entityToMessage(name, entity.name), entity.name, context.names.entity(name, entity.name).data, imports)),
  ];
  return mappers.length === 0 ? [] : [mapperFile(context, file, mappers, imports)];
}

function mapperFile(context: RenderContext, file: string, mappers: readonly object[], imports: ImportSet): RenderedFile {
  return context.file(5, file, context.templates.render('presentation/mappers.ts', { mappers, imports: imports.print() }));
}

function mapperView(context: RenderContext, { name }: Exported, planName: string, data: Exported, imports: ImportSet): object {
  const message = messageOfType(context.proto, planName);
  return {
    name,
    data: imports.type(data),
    message: generatedImport(context, message, imports, 'type'),
    properties: message.fields.map((field) => `${messageProperty(field)}: ${fieldValue(context, message, field, imports)}`),
  };
}

function fieldValue(context: RenderContext, message: ProtoMessage, { origin }: ProtoField, imports: ImportSet): string {
  const expression = `data.${origin.name}`;
  switch (origin.kind) {
    case 'id':
    case 'field':
    case 'lifecycle':
      return toMessage(context, origin.slot, expression, imports);
    case 'version':
      return `BigInt(${expression})`;
    case 'createdAt':
    case 'updatedAt':
      return toMessage(context, { type: { kind: 'scalar', scalar: 'datetime' }, optional: false }, expression, imports);
    default:
      throw new Error(`${message.name} cannot carry ${origin.kind}`);
  }
}
