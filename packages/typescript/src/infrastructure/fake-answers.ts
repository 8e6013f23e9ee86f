import { type CallModel, type FieldModel, kebabCase, type ScalarType, type TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';

/** Source of what a fake answers: the parameters that the answer needs, and the answer; empty for no answer. */
export interface FakeAnswer {
  readonly parameters: string;
  readonly text: string;
}

/**
 * A valid answer to one operation. What the caller gave under the same name and type comes back; texts and identities count the
 * calls, so that they may be stored as unique; everything else is a sample of its type.
 */
export function fakeAnswer(context: RenderContext, operation: CallModel, imports: ImportSet): FakeAnswer {
  const values = operation.output.map((field) => ({ name: field.name, text: valueOf(context, field, operation.input, imports) }));
  const [first] = values;
  const text = first === undefined ? '' : operation.bare ? first.text : `{ ${values.map((value) => `${value.name}: ${value.text}`).join(', ')} }`;
  return { parameters: parametersOf(text, operation.input.length > 0).join(', '), text };
}

const CALL = 'String(call)';

/** In their order, up to the last one that the answer needs. */
function parametersOf(text: string, hasInput: boolean): string[] {
  const needsCall = text.includes(CALL);
  return [...(hasInput && (needsCall || text.includes('input.')) ? ['input'] : []), ...(needsCall ? ['call'] : [])];
}

function valueOf(context: RenderContext, field: FieldModel, input: readonly FieldModel[], imports: ImportSet): string {
  if (input.some((given) => isEcho(given, field))) return `input.${field.name}`;
  if (field.type.kind === 'scalar' && field.type.scalar === 'bool') return 'true';
  return counted(context, field) ?? context.samples.data(field.type, 0, imports);
}

/** Whether what the caller gave is an answer too. An input with a default may be left out. */
function isEcho(given: FieldModel, field: FieldModel): boolean {
  const present = !given.optional && given.default === undefined;
  return given.name === field.name && JSON.stringify(given.type) === JSON.stringify(field.type) && (present || field.optional);
}

/** A text or an identity with the number of the call in it, where its constraints leave room. */
function counted(context: RenderContext, { name, type }: FieldModel): string | undefined {
  const scalar = scalarOf(context, type);
  if (scalar?.scalar === 'uuid') return `\`00000000-0000-4000-8000-\${${CALL}.padStart(12, '0')}\``;
  const prefix = [`${kebabCase(name)}-`, ''].find((text) => scalar !== undefined && hasRoom(scalar, text.length));
  if (prefix === undefined) return undefined;
  return prefix === '' ? CALL : `\`${prefix}\${${CALL}}\``;
}

function scalarOf({ model, types }: RenderContext, type: TypeModel): ScalarType | undefined {
  if (type.kind === 'scalar' || type.kind === 'ref') return types.scalarOf(type);
  const isSimple = type.kind === 'valueObject' && model.valueObjects.some(({ kind, name }) => kind === 'simple' && name === type.name);
  return isSimple ? types.scalarOf(type) : undefined;
}

/** Whether that many characters and one to nine digits are a valid text. */
function hasRoom({ scalar, min = '0', max = 'Infinity', pattern }: ScalarType, prefix: number): boolean {
  const isText = scalar === 'string' || scalar === 'text';
  return isText && pattern === undefined && Number(min) <= prefix + 1 && prefix + 9 <= Number(max);
}
