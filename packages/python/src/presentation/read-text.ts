import { type DefaultModel, type ScalarType, type TypeModel } from '@planner/model';
import { impliedIdentity } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { pyPattern, pyString } from '../text';
import { readsClock } from '@planner/target';
import { fieldOf } from './generated';
import { fixed } from './places';

/** A field of a message, and what it is read into. */
export interface WireField {
  /** On the wire. */
  readonly name: string;
  readonly type: TypeModel;
  readonly optional: boolean;
  /** Stands in where the caller leaves the field out. */
  readonly default?: DefaultModel;
}

/**
 * Source that reads a field of the message in the variable `message` into a domain value. Reading raises `ConstraintError`.
 * `draft`: entities come without the id that the service gives.
 */
export function readField(
  context: RenderContext,
  field: WireField,
  message: string,
  draft: boolean,
  imports: ImportSet,
): string {
  const value = readValue(context, field.type, fieldOf(message, field.name), draft, imports);
  const present = `${message}.HasField(${pyString(field.name)})`;
  if (field.default !== undefined)
    return `${value} if ${present} else ${defaultValue(context, field.type, field.default, imports)}`;
  if (isCollection(field.type)) return value;
  if (field.optional) return `${value} if ${present} else None`;
  return isMessage(context, field.type)
    ? `${value} if ${present} else ${imports.value(fixed('validation/violations', 'missing'))}()`
    : value;
}

function defaultValue(context: RenderContext, type: TypeModel, fallback: DefaultModel, imports: ImportSet): string {
  if (fallback.kind === 'literal') return context.types.literal(type, fallback.text, imports);
  const { scalar } = context.types.scalarOf(type);
  const now = scalar === 'date' ? `${imports.kernel('time', 'utc_date')}(clock.now())` : 'clock.now()';
  return context.types.wrapped(type, now, imports);
}

function isCollection({ kind }: TypeModel): boolean {
  return kind === 'list' || kind === 'map';
}

/** Whether the wire carries it in a message of its own, which may be left out. */
function isMessage({ types }: RenderContext, type: TypeModel): boolean {
  switch (type.kind) {
    case 'entity':
    case 'aggregate':
      return true;
    case 'valueObject':
      return !types.isSimple(type.name) || isMessageScalar(types.scalarOf(type));
    case 'scalar':
    case 'ref':
      return isMessageScalar(types.scalarOf(type));
    default:
      return false;
  }
}

function isMessageScalar({ scalar }: ScalarType): boolean {
  return scalar === 'datetime' || scalar === 'duration' || scalar === 'json';
}

/** Source of the domain value for what `wire` yields; `wire` is used once. */
export function readValue(
  context: RenderContext,
  type: TypeModel,
  wire: string,
  draft: boolean,
  imports: ImportSet,
): string {
  const { names, presentation } = context;
  const clock = readsClock(context.model, type, draft) ? ', clock' : '';
  switch (type.kind) {
    case 'scalar':
      return readScalar(type, wire, imports, true);
    case 'enum':
      return `${imports.value(presentation.enum(type.name))}.from_message(${wire})`;
    case 'valueObject':
      if (!context.types.isSimple(type.name))
        return `${imports.value(presentation.valueObject(type.name).fromMessage)}(${wire}${clock})`;
      return `${imports.value(names.valueObject(type.name).type)}(${readScalar(context.types.scalarOf(type), wire, imports, false)})`;
    case 'entity': {
      const mapper = presentation.aggregate(type.aggregate);
      const methods = mapper.entities.get(type.name);
      return `${imports.value(mapper.mapper)}.${(draft ? methods?.draft : methods?.fromMessage) ?? ''}(${wire}${clock})`;
    }
    case 'aggregate': {
      const mapper = presentation.aggregate(type.name);
      return `${imports.value(mapper.mapper)}.${mapper.fromMessage}(${wire}${clock})`;
    }
    case 'ref':
      return `${context.types.domain({ type, optional: false }, imports)}(${readValue(context, impliedIdentity(context.model, type), wire, draft, imports)})`;
    case 'list': {
      const element = readValue(context, type.element, 'item', draft, imports);
      const limits = options({ min: type.min, max: type.max, distinct: type.distinct ? 'True' : undefined });
      return `${imports.value(fixed('validation/collections', 'read_list'))}(${wire}, ${lambda('item', element)}${limits})`;
    }
    case 'map': {
      const key = readScalar(type.key, 'key', imports, true);
      const value = readValue(context, type.value, 'item', draft, imports);
      const limits = options({ min: type.min, max: type.max });
      return `${imports.value(fixed('validation/collections', 'read_map'))}(${wire}, ${lambda('key', key)}, ${lambda('item', value)}${limits})`;
    }
  }
}

/** A function that only hands its argument on is that function. */
function lambda(parameter: string, body: string): string {
  const handedOn = new RegExp(`^([\\w.]+)\\(${parameter}\\)$`).exec(body)?.[1];
  return handedOn ?? `lambda ${parameter}: ${body}`;
}

/** `limited`: a value object checks its limits itself. */
function readScalar(type: ScalarType, wire: string, imports: ImportSet, limited: boolean): string {
  const { scalar, precision, scale } = type;
  const [min, max] = limited ? [type.min, type.max] : [undefined, undefined];
  const read = (name: string, given: Readonly<Record<string, string | undefined>> = {}): string =>
    `${imports.value(fixed('validation/scalars', `read_${name}`))}(${wire}${options(given)})`;
  switch (scalar) {
    case 'bool':
      return wire;
    case 'string':
    case 'text':
      return read('text', { min, max, pattern: limited ? pattern(type, imports) : undefined });
    case 'decimal': {
      const limits = { min: min && pyString(min), max: max && pyString(max) };
      return read('decimal', { precision: String(precision ?? 0), scale: String(scale ?? 0), ...limits });
    }
    case 'datetime':
      return read('instant');
    case 'uuid':
    case 'date':
    case 'duration':
    case 'json':
      return read(scalar);
    case 'int':
    case 'bigint':
    case 'float':
    case 'bytes':
      return read(scalar, { min, max });
  }
}

function pattern({ pattern: source }: ScalarType, imports: ImportSet): string | undefined {
  if (source === undefined) return undefined;
  imports.module('re');
  return pyPattern(source);
}

function options(given: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(given)
    .flatMap(([name, value]) => (value === undefined ? [] : [`, ${name}=${value}`]))
    .join('');
}
