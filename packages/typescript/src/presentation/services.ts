import {
  type ExposedRpc,
  exposedRpcs,
  type ProtoField,
  type ProtoService,
  type RenderedFile,
  requestReadsClock,
  serviceReadsClock,
} from '@planner/target';
import type { ImportSet } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';
import { toMessage } from './mapper-text';
import { takesAnything } from './requests';
import { generatedServer, messageProperty, rpcProperty } from './ts-proto-names';

/** The handlers of a service: request in, use case, response out. */
export function renderService(context: RenderContext, service: ProtoService): RenderedFile {
  const { create, useCases } = context.presentation.service(service.planName);
  const imports = context.imports(create.file);
  const rpcs = exposedRpcs(context).filter((rpc) => rpc.service === service);
  const view = {
    name: create.name,
    useCases: useCases.name,
    server: imports.type(generatedServer(service.name, service.file)),
    parameters: [
      `useCases: ${useCases.name}`,
      `rpc: ${imports.type({ name: 'Rpc', file: 'src/presentation/grpc/rpc.ts' })}`,
      ...(serviceReadsClock(context, service) ? [`clock: ${imports.type(context.application.clock)}`] : []),
    ].join(', '),
    properties: rpcs.map(({ useCase }) => {
      const { property, type } = context.application.useCase(useCase.name);
      return `readonly ${property}: ${imports.type(type)}`;
    }),
    handlers: rpcs.map((rpc) => handlerView(context, rpc, imports)),
  };
  return context.file(5, create.file, context.templates.render('presentation/service.ts', { ...view, imports: imports.print() }));
}

function handlerView(context: RenderContext, rpc: ExposedRpc, imports: ImportSet): object {
  const takes = takesAnything(rpc);
  const clock = requestReadsClock(context, rpc) ? '(clock)' : '';
  const { property } = context.application.useCase(rpc.useCase.name);
  const parameter = takes ? rpc.useCase.kind : '';
  return {
    name: rpcProperty(rpc.rpc.name),
    schema: takes ? `${imports.value(context.presentation.service(rpc.service.planName).requestSchema(rpc.useCase.name))}${clock}` : imports.value({ name: 'nothing', file: 'src/presentation/grpc/validation/requests.ts' }),
    parameter,
    call: `useCases.${property}.execute(${parameter})`,
    answer: answerView(context, rpc, imports),
  };
}

/** How the response is made of `result`, what the use case answered; nothing for an empty response. */
function answerView(context: RenderContext, { useCase, response }: ExposedRpc, imports: ImportSet): { local: string; properties: string[] } | undefined {
  const { output } = useCase;
  if (response.fields.length === 0) return undefined;
  const local = output.kind === 'page' ? 'page' : output.kind === 'aggregate' ? binding(context.application.aggregate(output.aggregate).local, ['rpc', 'useCases']) : 'result';
  const bare = output.kind !== 'fields' || output.bare;
  return { local, properties: response.fields.map((field) => `${messageProperty(field)}: ${fieldValue(context, field, local, bare, imports)}`) };
}

function fieldValue(context: RenderContext, { origin }: ProtoField, local: string, bare: boolean, imports: ImportSet): string {
  switch (origin.kind) {
    case 'answer':
      return toMessage(context, origin.slot, local, imports);
    case 'items':
      return toMessage(context, origin.slot, `${local}.items`, imports);
    case 'nextPageToken':
      return `${local}.nextToken ?? ''`;
    case 'output':
      return toMessage(context, origin.slot, bare ? local : `${local}.${origin.name}`, imports);
    default:
      throw new Error(`a response cannot carry ${origin.kind}`);
  }
}
