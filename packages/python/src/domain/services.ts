import type { CallModel, ServiceModel } from '@planner/model';
import { methodTodo, type RenderedFile, todoComment, todoText } from '@planner/target';
import type { ImportSet } from '../imports';
import { argument, attribute, type ServiceMethodNames } from '../names';
import type { RenderContext } from '../render-context';
import { pyDocstring, pyString } from '../text';

/** A domain service: a class of pure functions, all to be written. */
export function renderService(context: RenderContext, service: ServiceModel): RenderedFile {
  const type = context.names.service(service.name);
  const imports = context.imports(type.file);
  imports.kernel('errors', 'UnimplementedError');
  const method = (call: CallModel) => {
    const own = context.names.serviceMethod(service.name, call.name);
    const todo = methodTodo(service, call);
    return {
      doc: pyDocstring(call.description, '        '),
      name: own.method,
      parameters: parameters(context, call, imports),
      returns: returned(context, call, own, imports),
      comment: todoComment(todo, '        # '),
      todo: pyString(todoText(todo)),
    };
  };
  const view = {
    doc: pyDocstring(service.description, '    '),
    name: type.name,
    results: service.methods.flatMap((call) => result(context, service, call, imports)),
    methods: service.methods.map(method),
  };
  const text = context.templates.render('domain/service.py', { ...view, imports: imports.print() });
  return context.file(1, type.file, text);
}

/** Keyword arguments: `self, *, price: Money`. */
function parameters({ types }: RenderContext, { input }: CallModel, imports: ImportSet): string {
  const own = input.map(
    (field) => `${argument(field.name)}: ${types.domain(field, imports)}${field.optional ? ' = None' : ''}`,
  );
  return ['self', ...(own.length > 0 ? ['*', ...own] : [])].join(', ');
}

function returned(
  { types }: RenderContext,
  { output, bare }: CallModel,
  { result: type }: ServiceMethodNames,
  imports: ImportSet,
): string {
  const [first] = output;
  if (first === undefined) return 'None';
  return bare ? types.domain(first, imports) : type.name;
}

/** The class of an answer of several fields. */
function result(
  { types, names }: RenderContext,
  { name: service }: ServiceModel,
  { name, output, bare }: CallModel,
  imports: ImportSet,
) {
  if (bare || output.length === 0) return [];
  const fields = output.map((field) => ({
    name: attribute(field.name),
    type: `${types.domain(field, imports)}${field.optional ? ' = None' : ''}`,
    doc: pyDocstring(field.description, '    '),
  }));
  return [
    {
      dataclass: imports.from('dataclasses', 'dataclass'),
      name: names.serviceMethod(service, name).result.name,
      fields,
    },
  ];
}
