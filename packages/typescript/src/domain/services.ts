import type { CallModel, ServiceModel } from '@planner/model';
import { docComment, type RenderedFile, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import type { ServiceMethodNames } from '../names';
import { type Stub, todoText } from '../project/stubs';
import type { RenderContext } from '../render-context';
import { todoComment } from './todo-comment';

/** A domain service: a class of pure functions, all to be written. */
export function renderService(context: RenderContext, service: ServiceModel): RenderedFile {
  const type = context.names.service(service.name);
  const imports = context.imports(type.file);
  imports.kernel('NotImplementedError');
  const method = (call: CallModel) => {
    const own = context.names.serviceMethod(service.name, call.name);
    return {
      doc: docComment(call.description, '  '),
      name: own.method,
      parameters: call.input.length === 0 ? '' : `input: ${own.input.name}`,
      returns: returned(context, call, own, imports),
      comment: todoComment(call.plan, serviceText(service, call), '    '),
      todo: stringLiteral(todoText({ plan: call.plan, text: serviceText(service, call) })),
    };
  };
  const view = {
    doc: docComment(service.description),
    name: type.name,
    types: service.methods.flatMap((call) =>
      callTypes(context, call, context.names.serviceMethod(service.name, call.name), imports),
    ),
    methods: service.methods.map(method),
  };
  return context.file(
    1,
    type.file,
    context.templates.render('domain/service.ts', { ...view, imports: imports.print() }),
  );
}

export function serviceStubs(context: RenderContext, service: ServiceModel): Stub[] {
  const { file } = context.names.service(service.name);
  return service.methods.map((call) => ({
    file,
    name: context.names.serviceMethod(service.name, call.name).method,
    plan: call.plan,
    text: serviceText(service, call),
  }));
}

function serviceText(service: ServiceModel, call: CallModel): string {
  return call.description ?? `write ${service.name}.${call.name}`;
}

function returned(
  { types }: RenderContext,
  { output, bare }: CallModel,
  { output: type }: ServiceMethodNames,
  imports: ImportSet,
): string {
  const [first] = output;
  if (first === undefined) return 'void';
  return bare ? types.domain(first, imports) : type.name;
}

/** The interfaces of a method's input and output, where it has them. */
function callTypes(
  { types }: RenderContext,
  { input, output, bare }: CallModel,
  names: ServiceMethodNames,
  imports: ImportSet,
) {
  const view = (name: string, fields: CallModel['input']) => ({
    name,
    fields: fields.map((field) => ({
      doc: docComment(field.description, '  '),
      name: field.name,
      type: types.domain(field, imports),
    })),
  });
  return [
    ...(input.length > 0 ? [view(names.input.name, input)] : []),
    ...(output.length > 0 && !bare ? [view(names.output.name, output)] : []),
  ];
}
