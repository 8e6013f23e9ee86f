import { type CallModel, type FieldModel, kebabCase, type ScalarType, type TypeModel } from '@planner/model';
import type { AdapterOperationNames } from '../application';
import { argumentOf } from '../application/ports/adapter-port';
import type { ImportSet } from '../imports';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';

/**
 * Source of a valid answer to one operation; empty for none. What the caller gave under the same name and type comes back;
 * texts and identities count the calls (variable `call`), so that they may be stored as unique; everything else is a sample.
 */
export function fakeAnswer(
  context: RenderContext,
  operation: CallModel,
  names: AdapterOperationNames,
  imports: ImportSet,
): string {
  const values = operation.output.map((field) => ({
    name: attribute(field.name),
    text: valueOf(context, field, operation.input, names, imports),
  }));
  const [first] = values;
  if (first === undefined || operation.bare) return first?.text ?? '';
  return `${imports.value(names.output)}(${values.map(({ name, text }) => `${name}=${text}`).join(', ')})`;
}

function valueOf(
  context: RenderContext,
  field: FieldModel,
  input: readonly FieldModel[],
  names: AdapterOperationNames,
  imports: ImportSet,
): string {
  if (input.some((given) => isEcho(given, field))) return argumentOf(names, field.name);
  if (field.type.kind === 'scalar' && field.type.scalar === 'bool') return 'True';
  return counted(context, field, imports) ?? context.samples.domain(field.type, 0, imports);
}

/** Whether what the caller gave is an answer too. An input with a default may be left out. */
function isEcho(given: FieldModel, field: FieldModel): boolean {
  const present = !given.optional && given.default === undefined;
  const isSame = given.name === field.name && JSON.stringify(given.type) === JSON.stringify(field.type);
  return isSame && (present || field.optional);
}

/** A text or an identity with the number of the call in it, where its constraints leave room. */
function counted(context: RenderContext, { name, type }: FieldModel, imports: ImportSet): string | undefined {
  const scalar = scalarOf(context, type);
  if (scalar === undefined) return undefined;
  if (scalar.scalar === 'uuid')
    return context.types.wrapped(type, `${imports.from('uuid', 'UUID')}(int=call)`, imports);
  const prefix = [`${kebabCase(name)}-`, ''].find((text) => hasRoom(scalar, text.length));
  return prefix === undefined ? undefined : context.types.wrapped(type, `f"${prefix}{call}"`, imports);
}

function scalarOf({ model, types }: RenderContext, type: TypeModel): ScalarType | undefined {
  if (type.kind === 'scalar' || type.kind === 'ref') return types.scalarOf(type);
  const isSimple =
    type.kind === 'valueObject' && model.valueObjects.some(({ kind, name }) => kind === 'simple' && name === type.name);
  return isSimple ? types.scalarOf(type) : undefined;
}

/** Whether that many characters and one to nine digits are a valid text. */
function hasRoom({ scalar, min = '0', max = 'Infinity', pattern }: ScalarType, prefix: number): boolean {
  const isText = scalar === 'string' || scalar === 'text';
  return isText && pattern === undefined && Number(min) <= prefix + 1 && prefix + 9 <= Number(max);
}
