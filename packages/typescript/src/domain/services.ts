import type { CallModel, ServiceModel } from '@planner/model';
import { docComment, methodTodo, type RenderedFile, stringLiteral, todoComment, todoText } from '@planner/target';
import type { ImportSet } from '../imports';
import type { ServiceMethodNames } from '../names';
import type { RenderContext } from '../render-context';

/** A domain service: a class of pure functions, all to be written. */
export function renderService(context: RenderContext, service: ServiceModel): RenderedFile {
  const type = context.names.service(service.name);
  const imports = context.imports(type.file);
  imports.kernel('NotImplementedError');
  const method = (call: CallModel) => {
    const own = context.names.serviceMethod(service.name, call.name);
    const todo = methodTodo(service, call);
    return {
      doc: docComment(call.description, '  '),
      name: own.method,
      parameters: call.input.length === 0 ? '' : `input: ${own.input.name}`,
      returns: returned(context, call, own, imports),
      comment: todoComment(todo, '    // '),
      todo: stringLiteral(todoText(todo)),
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
