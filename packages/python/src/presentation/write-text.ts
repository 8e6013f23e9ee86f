import type { ScalarType, TypeModel } from '@planner/model';
import { impliedIdentity } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { fixed } from './places';

/** Source of what stands in a message for the DTO value that `expression` yields; `expression` may be repeated. */
export function writeValue(
  context: RenderContext,
  slot: { readonly type: TypeModel; readonly optional: boolean },
  expression: string,
  imports: ImportSet,
): string {
  const written = write(context, slot.type, expression, imports);
  return slot.optional && written !== expression ? `None if ${expression} is None else ${written}` : written;
}

function write(context: RenderContext, type: TypeModel, expression: string, imports: ImportSet): string {
  const { presentation, types } = context;
  switch (type.kind) {
    case 'scalar':
      return writeScalar(type, expression, imports);
    case 'enum':
      return `${imports.value(presentation.enum(type.name))}.to_message(${expression})`;
    case 'valueObject':
      return types.isSimple(type.name)
        ? writeScalar(types.scalarOf(type), expression, imports)
        : `${imports.value(presentation.valueObject(type.name).toMessage)}(${expression})`;
    case 'entity': {
      const { mapper, entities } = presentation.aggregate(type.aggregate);
      return `${imports.value(mapper)}.${entities.get(type.name)?.toMessage ?? ''}(${expression})`;
    }
    case 'aggregate': {
      const { mapper, toMessage } = presentation.aggregate(type.name);
      return `${imports.value(mapper)}.${toMessage}(${expression})`;
    }
    case 'ref':
      return write(context, impliedIdentity(context.model, type), expression, imports);
    case 'list': {
      const element = write(context, type.element, 'item', imports);
      return element === 'item' ? expression : `[${element} for item in ${expression}]`;
    }
    case 'map': {
      const value = write(context, type.value, 'item', imports);
      return value === 'item' ? expression : `{key: ${value} for key, item in ${expression}.items()}`;
    }
  }
}

function writeScalar({ scalar, scale }: ScalarType, expression: string, imports: ImportSet): string {
  const wire = (name: string, ...more: string[]): string =>
    `${imports.value(fixed('mappers/wire_values', name))}(${[expression, ...more].join(', ')})`;
  switch (scalar) {
    case 'uuid':
      return `str(${expression})`;
    case 'decimal':
      return wire('decimal_text', String(scale ?? 0));
    case 'date':
      return `${expression}.isoformat()`;
    case 'datetime':
      return wire('timestamp_of');
    case 'duration':
      return wire('duration_of');
    case 'json':
      return wire('struct_of');
    default:
      return expression;
  }
}
