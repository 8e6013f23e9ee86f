import type { DefaultModel, ScalarType, TypeModel } from '@planner/model';
import { impliedIdentity, readsClock, regexLiteral, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';

const VALIDATION = 'src/presentation/grpc/validation';

/** Source of the zod schema that reads a type from a message. `draft`: entities come without the id that the service gives. */
export function schemaOf(context: RenderContext, type: TypeModel, draft: boolean, imports: ImportSet): string {
  const { presentation } = context;
  const clock = readsClock(context.model, type, draft) ? '(clock)' : '';
  switch (type.kind) {
    case 'scalar':
      return scalarSchema(type, imports);
    case 'enum':
      return imports.value(presentation.enumSchema(type.name));
    case 'valueObject':
      return `${imports.value(presentation.valueObjectSchema(type.name))}${clock}`;
    case 'entity':
      return `${imports.value(presentation.entitySchema(type.aggregate, type.name, draft))}${clock}`;
    case 'aggregate':
      return `${imports.value(presentation.aggregateSchema(type.name))}${clock}`;
    case 'ref':
      return schemaOf(context, impliedIdentity(context.model, type), draft, imports);
    case 'list':
      return call('list', 'collections', imports, schemaOf(context, type.element, draft, imports), {
        ...sizes(type),
        ...(type.distinct ? { distinct: 'true' } : {}),
      });
    case 'map':
      return call('map', 'collections', imports, `${scalarSchema(type.key, imports)}, ${schemaOf(context, type.value, draft, imports)}`, sizes(type));
  }
}

/** Reads a field that may be absent. */
export function optionalSchema(schema: string, imports: ImportSet): string {
  return call('optional', 'collections', imports, schema, {});
}

/** Reads a field whose default stands in where the caller leaves it out. */
export function defaultSchema(context: RenderContext, schema: string, type: TypeModel, fallback: DefaultModel, imports: ImportSet): string {
  const value = fallback.kind === 'literal' ? context.types.dataLiteral(type, fallback.text, imports) : present(context, type, imports);
  // Else the member of an enum would be any text to the compiler.
  return `${block('withDefault', 'collections', imports)}(${schema}, () => ${value}${type.kind === 'enum' ? ' as const' : ''})`;
}

/** `now` as an instant or as its date. */
function present({ types }: RenderContext, type: TypeModel, imports: ImportSet): string {
  return types.scalarOf(type).scalar === 'date' ? `${imports.kernel('utcDate')}(clock.now())` : 'clock.now()';
}

/** Reads a message: one line per property of the message, then `more` lines. */
export function messageSchema(properties: readonly { readonly name: string; readonly schema: string }[], imports: ImportSet, more = ''): string {
  const lines = properties.map(({ name, schema }) => `  ${name}: ${schema},\n`).join('') + more;
  return `${block('message', 'collections', imports)}({${lines === '' ? '' : `\n${lines}`}})`;
}

function scalarSchema({ scalar, min, max, pattern, precision, scale }: ScalarType, imports: ImportSet): string {
  const limits = (literal: (text: string) => string) => ({
    ...(min === undefined ? {} : { min: literal(min) }),
    ...(max === undefined ? {} : { max: literal(max) }),
  });
  const scalars = (name: string, options: Record<string, string>) => call(name, 'scalars', imports, '', options);
  switch (scalar) {
    case 'uuid':
    case 'bool':
    case 'date':
    case 'duration':
      return scalars(scalar, {});
    case 'datetime':
      return scalars('instant', {});
    case 'json':
      return call('json', 'json', imports, '', {});
    case 'string':
    case 'text':
      return scalars('text', { ...limits(number), ...(pattern === undefined ? {} : { pattern: regexLiteral(pattern) }) });
    case 'bigint':
      return scalars('bigint', limits((text) => `${BigInt(text)}n`));
    case 'decimal':
      return scalars('decimal', { precision: String(precision ?? 0), scale: String(scale ?? 0), ...limits(stringLiteral) });
    case 'int':
    case 'float':
    case 'bytes':
      return scalars(scalar, limits(number));
  }
}

function sizes({ min, max }: { readonly min?: string; readonly max?: string }): Record<string, string> {
  return { ...(min === undefined ? {} : { min: number(min) }), ...(max === undefined ? {} : { max: number(max) }) };
}

function number(text: string): string {
  return String(Number(text));
}

function call(name: string, module: string, imports: ImportSet, argument: string, options: Readonly<Record<string, string>>): string {
  const entries = Object.entries(options).map(([key, value]) => `${key}: ${value}`);
  const parts = [argument, entries.length === 0 ? '' : `{ ${entries.join(', ')} }`].filter((part) => part !== '');
  return `${block(name, module, imports)}(${parts.join(', ')})`;
}

/** A building block: a function of one of the fixed files. */
function block(name: string, module: string, imports: ImportSet): string {
  return imports.value({ name, file: `${VALIDATION}/${module}.ts` });
}
