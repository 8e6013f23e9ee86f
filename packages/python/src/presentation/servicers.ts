import {
  type ExposedRpc,
  exposedRpcs,
  type ProtoField,
  type ProtoService,
  type RenderedFile,
  requestReadsClock,
  serviceReadsClock,
} from '@planner/target';
import { snakeCase } from '@planner/model';
import type { ImportSet } from '../imports';
import { attribute, binding } from '../names';
import type { RenderContext } from '../render-context';
import { pyDocstring } from '../text';
import { generated, generatedServicer, isKeywordField } from './generated';
import { writeValue } from './write-text';

/** The servicer of a service: request in, use case, response out. */
export function renderServicer(context: RenderContext, service: ProtoService): RenderedFile {
  const { servicer, useCases } = context.presentation.service(service.planName);
  const imports = context.imports(servicer.file);
  imports.module('grpc');
  imports.from('dataclasses', 'dataclass');
  imports.from('typing', 'Any');
  const rpcs = exposedRpcs(context).filter((rpc) => rpc.service === service);
  const view = {
    name: servicer.name,
    useCases: useCases.name,
    base: generatedServicer(service, imports),
    doc: pyDocstring(service.description ?? `Serves \`${context.proto.package}.${service.name}\`.`, '    '),
    clock: serviceReadsClock(context, service) ? imports.value(context.application.clock) : undefined,
    attributes: rpcs.map(({ useCase }) => ({
      attribute: useCaseAttribute(useCase.name),
      type: imports.value(context.application.useCase(useCase.name).type),
    })),
    rpcs: rpcs.map((rpc) => rpcView(context, rpc, imports)),
  };
  return context.file(
    5,
    servicer.file,
    context.templates.render('presentation/servicer.py', { ...view, imports: imports.print() }),
  );
}

/** Attribute of the use cases that a servicer holds. */
export function useCaseAttribute(useCase: string): string {
  return attribute(snakeCase(useCase));
}

function rpcView(context: RenderContext, rpc: ExposedRpc, imports: ImportSet): object {
  return {
    name: rpc.rpc.name,
    request: generated(rpc.request, imports),
    response: generated(rpc.response, imports),
    statements: statements(context, rpc, imports),
  };
}

function statements(context: RenderContext, rpc: ExposedRpc, imports: ImportSet): string[] {
  const { useCase, request, response } = rpc;
  const takes = request.fields.length > 0;
  const { mapper, requests } = context.presentation.aggregate(useCase.aggregate);
  const clock = requestReadsClock(context, rpc) ? ', self._clock' : '';
  const read = takes
    ? [`${useCase.kind} = ${imports.value(mapper)}.${requests.get(useCase.name) ?? ''}(request${clock})`]
    : [];
  const call = `await self._use_cases.${useCaseAttribute(useCase.name)}.execute(${takes ? useCase.kind : ''})`;
  const type = generated(response, imports);
  if (response.fields.length === 0) return [...read, call, `return ${type}()`];
  const local = answerLocal(context, rpc);
  const { output } = useCase;
  const bare = output.kind !== 'fields' || output.bare;
  const written = response.fields.map((field) => ({
    name: field.name,
    value: fieldValue(context, field, local, bare, imports),
  }));
  const plain = written.filter(({ name }) => !isKeywordField(name)).map(({ name, value }) => `${name}=${value}`);
  const keywords = written.filter(({ name }) => isKeywordField(name));
  if (keywords.length === 0) return [...read, `${local} = ${call}`, `return ${type}(${plain.join(', ')})`];
  const assign = imports.value({ name: 'assign', file: 'src/presentation/grpc/mappers/wire_values.py' });
  return [
    ...read,
    `${local} = ${call}`,
    `response = ${type}(${plain.join(', ')})`,
    ...keywords.map(({ name, value }) => `${assign}(response, "${name}", ${value})`),
    'return response',
  ];
}

function answerLocal(context: RenderContext, { useCase: { output } }: ExposedRpc): string {
  if (output.kind === 'page') return 'page';
  if (output.kind === 'aggregate')
    return binding(context.application.aggregate(output.aggregate).local, [
      'self',
      'request',
      'context',
      'command',
      'query',
      'response',
    ]);
  return 'result';
}

function fieldValue(
  context: RenderContext,
  { origin }: ProtoField,
  local: string,
  bare: boolean,
  imports: ImportSet,
): string {
  switch (origin.kind) {
    case 'answer':
      return writeValue(context, origin.slot, local, imports);
    case 'items':
      return writeValue(context, origin.slot, `${local}.items`, imports);
    case 'nextPageToken':
      return `${local}.next_token or ""`;
    case 'output':
      return writeValue(context, origin.slot, bare ? local : `${local}.${attribute(origin.name)}`, imports);
    default:
      throw new Error(`a response cannot carry ${origin.kind}`);
  }
}
