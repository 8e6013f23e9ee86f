import type { AggregateModel, TypeModel } from '@planner/model';
import {
  aggregateNamed,
  answeredTypes,
  entityNamed,
  exposedRpcs,
  messageOfType,
  type ProtoField,
  type ProtoMessage,
  type RenderedFile,
  sentTypes,
} from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute, binding } from '../names';
import type { RenderContext } from '../render-context';
import { generated, isKeywordField } from './generated';
import { fixed } from './places';
import { type WireField, readField } from './read-text';
import { type Part, READER_LOCALS, type Reader, readerText, takesClock } from './reader';
import { requestReader } from './requests';
import { writeValue } from './write-text';
import { pyString } from '../text';

/** What lies between messages and the application layer: a class for each aggregate, functions for value objects. */
export function renderMappers(context: RenderContext): RenderedFile[] {
  return [
    ...renderValueObjects(context),
    ...context.model.aggregates.flatMap((aggregate) => renderAggregate(context, aggregate)),
  ];
}

function renderValueObjects(context: RenderContext): RenderedFile[] {
  const { drafts, whole } = sentTypes(context);
  const sent = [...drafts.valueObjects, ...whole.valueObjects];
  const answered = answeredTypes(context).valueObjects;
  const composites = context.model.valueObjects.filter(
    ({ kind, name }) => kind === 'composite' && (sent.includes(name) || answered.includes(name)),
  );
  const [first] = composites;
  if (!first) return [];
  const { file } = context.presentation.valueObject(first.name).toMessage;
  const imports = context.imports(file);
  const functions = composites.flatMap(({ name }) => {
    const { toMessage, fromMessage } = context.presentation.valueObject(name);
    const { dto, type } = context.names.valueObject(name);
    const message = messageOfType(context.proto, name);
    const writes = answered.includes(name)
      ? [writerText(context, toMessage.name, message, imports.value(dto), imports, '')]
      : [];
    if (!sent.includes(name)) return writes;
    const reader = typeReader(
      context,
      {
        name: fromMessage.name,
        message,
        result: imports.value(type),
        type: { kind: 'valueObject', name },
        draft: false,
      },
      imports,
    );
    return [...writes, readerText(context, reader, imports, '')];
  });
  return [
    context.file(
      5,
      file,
      context.templates.render('presentation/value-objects.py', { functions, imports: imports.print() }),
    ),
  ];
}

function renderAggregate(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const { mapper } = context.presentation.aggregate(aggregate.name);
  const imports = context.imports(mapper.file);
  const methods = [
    ...answerMethods(context, aggregate, imports),
    ...typeMethods(context, aggregate, imports),
    ...requestMethods(context, aggregate, imports),
  ];
  const isPlaced = context.names.registry.placement('presentation/mapper', aggregate.name) !== undefined;
  if (methods.length === 0 && !isPlaced) return [];
  const doc = `"""Between messages and what the use cases of ${aggregate.name} take and answer."""`;
  const view = { name: mapper.name, doc, methods, imports: imports.print() };
  return [context.file(5, mapper.file, context.templates.render('presentation/mapper.py', view))];
}

function answerMethods(context: RenderContext, { name }: AggregateModel, imports: ImportSet): string[] {
  const { aggregates, entities } = answeredTypes(context);
  const names = context.presentation.aggregate(name);
  const own = entities.filter(({ aggregate }) => aggregate === name);
  const write = (method: string, planName: string, dto: string) =>
    writerText(context, method, messageOfType(context.proto, planName), dto, imports, '    ');
  return [
    ...(aggregates.includes(name)
      ? [write(names.toMessage, name, imports.value(context.names.aggregate(name).dto))]
      : []),
    ...own.map((entity) =>
      write(
        names.entities.get(entity.name)?.toMessage ?? '',
        entity.name,
        imports.value(context.names.entity(name, entity.name).dto),
      ),
    ),
  ];
}

/** Entities and whole aggregates that callers send. */
function typeMethods(context: RenderContext, { name }: AggregateModel, imports: ImportSet): string[] {
  const { drafts, whole } = sentTypes(context);
  const names = context.presentation.aggregate(name);
  const entity = (entityName: string, draft: boolean): string => {
    const methods = names.entities.get(entityName);
    const { draft: draftType, type } = context.names.entity(name, entityName);
    const message = messageOfType(context.proto, entityName);
    const reading = {
      name: (draft ? methods?.draft : methods?.fromMessage) ?? '',
      message,
      result: imports.value(draft ? draftType : type),
      type: { kind: 'entity', aggregate: name, name: entityName } as const,
      draft,
    };
    return readerText(context, typeReader(context, reading, imports), imports, '    ');
  };
  const own = (reached: typeof drafts) => reached.entities.filter(({ aggregate }) => aggregate === name);
  return [
    ...own(drafts).map((each) => entity(each.name, true)),
    ...own(whole).map((each) => entity(each.name, false)),
    ...(whole.aggregates.includes(name) ? [aggregateReader(context, name, imports)] : []),
  ];
}

function aggregateReader(context: RenderContext, name: string, imports: ImportSet): string {
  const { root, state } = context.names.aggregate(name);
  const message = messageOfType(context.proto, name);
  const { fromMessage } = context.presentation.aggregate(name);
  const type: TypeModel = { kind: 'aggregate', name };
  const reader = typeReader(
    context,
    { name: fromMessage, message, result: imports.value(state), type, draft: false },
    imports,
  );
  const rootName = imports.value(root);
  return readerText(
    context,
    { ...reader, answers: rootName, wrap: (made) => `${rootName}.rehydrate(${made})` },
    imports,
    '    ',
  );
}

function requestMethods(context: RenderContext, { name }: AggregateModel, imports: ImportSet): string[] {
  const rpcs = exposedRpcs(context).filter(
    ({ useCase }, index, all) =>
      useCase.aggregate === name && all.findIndex((other) => other.useCase === useCase) === index,
  );
  return rpcs.flatMap((rpc) => {
    const reader = requestReader(context, rpc, imports);
    return reader === undefined ? [] : [readerText(context, reader, imports, '    ')];
  });
}

interface TypeReading {
  readonly name: string;
  readonly message: ProtoMessage;
  readonly result: string;
  readonly type: TypeModel;
  readonly draft: boolean;
}

function typeReader(
  context: RenderContext,
  { name, message, result, type, draft }: TypeReading,
  imports: ImportSet,
): Reader {
  const fields = message.fields.filter((field) => !(draft && isGeneratedId(context, message, field)));
  const taken = [...READER_LOCALS];
  const parts = fields.map((field): Part => {
    const argument = attribute(field.origin.name);
    const local = binding(argument, taken);
    taken.push(local);
    return { place: field.name, local, argument, read: readPart(context, field, type, draft, imports) };
  });
  const parameterType = generated(message, imports);
  return {
    name,
    parameter: 'message',
    parameterType,
    result,
    answers: result,
    subject: message.planName,
    parts,
    clock: takesClock(context, type, draft),
  };
}

function isGeneratedId({ model }: RenderContext, message: ProtoMessage, { origin }: ProtoField): boolean {
  if (origin.kind !== 'id' || message.aggregate === undefined) return false;
  return entityNamed(aggregateNamed(model, message.aggregate), message.planName).identity.kind === 'generated';
}

const INSTANT: TypeModel = { kind: 'scalar', scalar: 'datetime' };
const VERSION: TypeModel = { kind: 'scalar', scalar: 'bigint', min: '0' };

function readPart(
  context: RenderContext,
  { name, origin }: ProtoField,
  owner: TypeModel,
  draft: boolean,
  imports: ImportSet,
): string {
  const read = (field: Omit<WireField, 'name'>): string =>
    readField(context, { name, ...field }, 'message', draft, imports);
  switch (origin.kind) {
    case 'id':
      return `${idType(context, owner, imports)}(${read({ type: origin.slot.type, optional: false })})`;
    case 'lifecycle':
      return read({ type: origin.slot.type, optional: false });
    case 'field': {
      const { type, optional, default: fallback } = origin.slot;
      // A draft leaves a default to the root; everything else has to be complete.
      if (draft && fallback !== undefined) return read({ type, optional: true });
      return read({ type, optional, ...(fallback === undefined ? {} : { default: fallback }) });
    }
    case 'version':
      return read({ type: VERSION, optional: false });
    case 'createdAt':
    case 'updatedAt':
      return read({ type: INSTANT, optional: false });
    default:
      throw new Error(`a type cannot carry ${origin.kind}`);
  }
}

function idType({ names }: RenderContext, owner: TypeModel, imports: ImportSet): string {
  if (owner.kind === 'entity') return imports.value(names.entity(owner.aggregate, owner.name).id);
  if (owner.kind === 'aggregate') return imports.value(names.aggregate(owner.name).id);
  throw new Error(`a ${owner.kind} has no id`);
}

/** Source of a function that makes a message of a DTO. */
function writerText(
  context: RenderContext,
  name: string,
  message: ProtoMessage,
  dto: string,
  imports: ImportSet,
  indent: string,
): string {
  const type = generated(message, imports);
  const written = message.fields.map((field) => ({
    name: field.name,
    value: fieldValue(context, message, field, imports),
  }));
  const plain = written.filter((field) => !isKeywordField(field.name)).map((field) => `${field.name}=${field.value}`);
  const keywords = written.filter((field) => isKeywordField(field.name));
  const made = `${type}(${plain.join(', ')})`;
  const assign = keywords.length > 0 ? imports.value(fixed('mappers/wire_values', 'assign')) : '';
  const body =
    keywords.length === 0
      ? [`return ${made}`]
      : [
          `message = ${made}`,
          ...keywords.map((field) => `${assign}(message, ${pyString(field.name)}, ${field.value})`),
          'return message',
        ];
  return [`def ${name}(dto: ${dto}) -> ${type}:`, ...body.map((line) => `    ${line}`)]
    .map((line) => `${indent}${line}`)
    .join('\n');
}

function fieldValue(context: RenderContext, message: ProtoMessage, { origin }: ProtoField, imports: ImportSet): string {
  const expression = `dto.${attribute(origin.name)}`;
  switch (origin.kind) {
    case 'id':
    case 'field':
    case 'lifecycle':
      return writeValue(context, origin.slot, expression, imports);
    case 'version':
      return expression;
    case 'createdAt':
    case 'updatedAt':
      return writeValue(context, { type: INSTANT, optional: false }, expression, imports);
    default:
      throw new Error(`${message.name} cannot carry ${origin.kind}`);
  }
}
