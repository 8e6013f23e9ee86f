import {
  type ExposedRpc,
  exposedRpcs,
  impliedProperties,
  isDraft,
  type ProtoField,
  type ProtoService,
  type RenderedFile,
  requestReadsClock,
  slotOf,
} from '@planner/target';
import type { UseCaseModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { schemaDeclaration } from './present';
import { messageSchema, optionalSchema, schemaOf } from './schema-text';
import { messageProperty } from './ts-proto-names';

const REQUESTS = 'src/presentation/grpc/validation/requests.ts';

/** The schemas that read the requests of a service into what its use cases take. */
export function renderRequests(context: RenderContext, service: ProtoService): RenderedFile[] {
  const rpcs = exposedRpcs(context).filter((rpc) => rpc.service === service && takesAnything(rpc));
  const [first] = rpcs;
  if (!first) return [];
  const { file } = context.presentation.service(service.planName).requestSchema(first.useCase.name);
  const imports = context.imports(file);
  const schemas = rpcs.map((rpc) => requestView(context, rpc, imports));
  return [context.file(5, file, context.templates.render('presentation/requests.ts', { schemas, imports: imports.print() }))];
}

/** A use case without any input has no request type, and its rpc no schema. */
export function takesAnything({ request }: ExposedRpc): boolean {
  return request.fields.length > 0;
}

function requestView(context: RenderContext, rpc: ExposedRpc, imports: ImportSet): object {
  const { service, useCase, request } = rpc;
  const properties = request.fields.map((field) => ({ name: messageProperty(field), schema: fieldSchema(context, useCase, field, imports) }));
  const pages = impliedProperties(useCase, context.model).includes('page');
  const own = properties.filter(({ schema }) => schema !== '');
  const spread = pages ? `  ...${imports.value({ name: 'pageFields', file: REQUESTS })},\n` : '';
  return {
    declared: schemaDeclaration(
      context,
      {
        name: context.presentation.service(service.planName).requestSchema(useCase.name).name,
        type: imports.type(context.application.useCase(useCase.name).request),
        reads: requestReadsClock(context, rpc),
      },
      imports,
    ),
    schema: messageSchema(own, imports, spread),
    renamed: pages || isRenamed(context, useCase, request.fields) ? renamedProperties(context, useCase, request.fields, pages, imports) : undefined,
  };
}

/** Empty for the fields of paging, which all such requests share. */
function fieldSchema(context: RenderContext, useCase: UseCaseModel, { origin }: ProtoField, imports: ImportSet): string {
  switch (origin.kind) {
    case 'pageSize':
    case 'pageToken':
      return '';
    case 'expectedVersion':
      return `${imports.value({ name: 'expectedVersion', file: REQUESTS })}()`;
    case 'id':
      return schemaOf(context, origin.slot.type, false, imports);
    case 'parameter':
    case 'filter':
    case 'input': {
      const { type, optional, default: fallback } = origin.slot;
      const schema = schemaOf(context, type, isDraft(slotOf(context.model, useCase, origin.name)), imports);
      return optional || fallback !== undefined ? optionalSchema(schema, imports) : schema;
    }
    default:
      throw new Error(`a request of ${useCase.name} cannot carry ${origin.kind}`);
  }
}

/** Whether the contract spells a property otherwise than the use case does. */
function isRenamed(context: RenderContext, useCase: UseCaseModel, fields: readonly ProtoField[]): boolean {
  return fields.some((field) => messageProperty(field) !== requestProperty(context, useCase, field));
}

function renamedProperties(context: RenderContext, useCase: UseCaseModel, fields: readonly ProtoField[], pages: boolean, imports: ImportSet): string[] {
  const own = fields.filter(({ origin }) => origin.kind !== 'pageSize' && origin.kind !== 'pageToken');
  const lines = own.map((field) => `${requestProperty(context, useCase, field)}: request.${messageProperty(field)}`);
  return pages ? [...lines, `page: ${imports.value({ name: 'pageOf', file: REQUESTS })}(request)`] : lines;
}

/** The property of what the use case takes. */
function requestProperty(context: RenderContext, useCase: UseCaseModel, { origin }: ProtoField): string {
  if (origin.kind === 'id' || origin.kind === 'expectedVersion') return origin.name;
  return context.application.useCase(useCase.name).properties.get(origin.name) ?? origin.name;
}
