import { type AdapterModel, type CallModel, lowerFirst } from '@planner/model';
import { docComment, type RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import { binding } from '../../names';
import type { RenderContext } from '../../render-context';
import type { AdapterOperationNames, AdapterPort } from '../names';
import { answeredProperties, givenProperties } from '../properties';

/** The port of an anti-corruption layer: an interface over plain data, one implementation per member of `select`. */
export function renderAdapterPort(context: RenderContext, adapter: AdapterModel): RenderedFile {
  const names = context.application.adapter(adapter.name);
  const { file } = names.port;
  const imports = context.imports(file);
  const view = {
    port: names.port.name,
    comment: docComment(adapter.description),
    shapes: adapter.operations.flatMap((operation) => shapes(context, operation, operationNames(names, operation), imports)),
    operations: adapter.operations.map((operation) => ({
      ...adapterCall(context, operation, operationNames(names, operation), imports),
      comment: docComment(operation.description, '  '),
    })),
    registry: adapter.select === undefined ? undefined : registryView(context, names, adapter.select, imports),
  };
  return context.file(3, file, context.templates.render('application/ports/adapter.ts', { ...view, imports: imports.print() }));
}

/** How an operation of an adapter is declared: its method, its parameters and what its promise holds. */
export function adapterCall({ types }: RenderContext, operation: CallModel, names: AdapterOperationNames, imports: ImportSet) {
  const [first] = operation.output;
  const bare = operation.bare && first !== undefined;
  return {
    method: names.method,
    parameters: operation.input.length === 0 ? '' : `input: ${imports.type(names.input)}`,
    answer: first === undefined ? 'void' : bare ? types.data(first, imports) : imports.type(names.output),
  };
}

function shapes({ types }: RenderContext, { input, output, bare }: CallModel, names: AdapterOperationNames, imports: ImportSet) {
  return [
    ...(input.length === 0 ? [] : [{ name: names.input.name, properties: givenProperties(input, types, imports) }]),
    ...(output.length === 0 || bare ? [] : [{ name: names.output.name, properties: answeredProperties(output, types, imports) }]),
  ];
}

function registryView({ names }: RenderContext, { registry }: AdapterPort, select: string, imports: ImportSet) {
  return { name: registry.name, member: imports.type(names.enum(select).type), parameter: binding(lowerFirst(select)) };
}

function operationNames({ operations }: AdapterPort, { name }: CallModel): AdapterOperationNames {
  const names = operations.get(name);
  if (names === undefined) throw new Error(`the adapter has no operation ${name}`);
  return names;
}
