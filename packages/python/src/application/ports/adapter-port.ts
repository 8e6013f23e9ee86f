import { type AdapterModel, type CallModel, snakeCase } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute, binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyDocstring } from '../../text';
import { givenType } from '../fields';
import type { AdapterOperationNames, AdapterPort } from '../names';

/** The port of an anti-corruption layer: a protocol over values of the domain, one implementation per member of `select`. */
export function renderAdapterPort(context: RenderContext, adapter: AdapterModel): RenderedFile {
  const names = context.application.adapter(adapter.name);
  const { file } = names.port;
  const imports = context.imports(file);
  imports.from('typing', 'Protocol');
  const operations = adapter.operations.map((operation) => ({
    ...adapterCall(context, operation, operationNames(names, operation), imports),
    comment: pyDocstring(operation.description, '        '),
  }));
  const shapes = adapter.operations.filter(answersFields).map((operation) => {
    imports.from('dataclasses', 'dataclass');
    return {
      name: operationNames(names, operation).output.name,
      fields: operation.output.map((field) => ({
        name: attribute(field.name),
        type: context.types.domain(field, imports),
        comment: pyDocstring(field.description, '    '),
      })),
    };
  });
  const view = {
    port: names.port.name,
    comment: pyDocstring(adapter.description, '    '),
    shapes,
    operations,
    registry: adapter.select === undefined ? undefined : registryView(context, names, adapter.select, imports),
  };
  const text = context.templates.render('application/ports/adapter.py', { ...view, imports: imports.print() });
  return context.file(3, file, text);
}

/** How an operation of an adapter is declared: its method, its parameters and what it answers. */
export function adapterCall(
  { types }: RenderContext,
  operation: CallModel,
  names: AdapterOperationNames,
  imports: ImportSet,
) {
  const [first] = operation.output;
  const given = operation.input.map((slot) => `${argumentOf(names, slot.name)}: ${givenType(slot, types, imports)}`);
  return {
    method: names.method,
    parameters: ['self', ...(given.length > 0 ? ['*'] : []), ...given].join(', '),
    answer: first === undefined ? 'None' : operation.bare ? types.domain(first, imports) : imports.value(names.output),
  };
}

/** Whether an operation answers a class of its own. */
export function answersFields({ output, bare }: CallModel): boolean {
  return output.length > 0 && !bare;
}

/** The keyword argument of an input. */
export function argumentOf(names: AdapterOperationNames, input: string): string {
  return names.arguments.get(input) ?? input;
}

/** How the registry of an adapter is declared. */
export function registryView({ names }: RenderContext, { registry }: AdapterPort, select: string, imports: ImportSet) {
  return {
    name: registry.name,
    member: imports.value(names.enum(select).type),
    parameter: binding(snakeCase(select), ['self']),
  };
}

/** The names of one operation of an adapter. */
export function operationNames({ operations }: AdapterPort, { name }: CallModel): AdapterOperationNames {
  const names = operations.get(name);
  if (names === undefined) throw new Error(`the adapter has no operation ${name}`);
  return names;
}
