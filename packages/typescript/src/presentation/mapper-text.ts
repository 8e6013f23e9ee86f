import type { ScalarType, TypeModel } from '@planner/model';
import { impliedIdentity } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';

/** Source of what stands in a message for the data that `expression` yields; `expression` may be repeated. */
export function toMessage(context: RenderContext, slot: { readonly type: TypeModel; readonly optional: boolean }, expression: string, imports: ImportSet): string {
  const converted = convert(context, slot.type, expression, imports);
  if (!slot.optional || converted === expression) return converted;
  return converted.startsWith(`${expression}.`) ? converted.replace(`${expression}.`, `${expression}?.`) : `${expression} === undefined ? undefined : ${converted}`;
}

function convert(context: RenderContext, type: TypeModel, expression: string, imports: ImportSet): string {
  const { presentation } = context;
  switch (type.kind) {
    case 'scalar':
      return scalar(type, expression, imports);
    case 'enum':
      return `${imports.value(presentation.enumToMessage(type.name))}[${expression}]`;
    case 'valueObject':
      return valueObject(context, type.name, expression, imports);
    case 'entity':
      return `${imports.value(presentation.entityToMessage(type.aggregate, type.name))}(${expression})`;
    case 'aggregate':
      return `${imports.value(presentation.aggregateToMessage(type.name))}(${expression})`;
    case 'ref':
      return convert(context, impliedIdentity(context.model, type), expression, imports);
    case 'list': {
      const element = convert(context, type.element, 'item', imports);
      return element === 'item' ? `[...${expression}]` : `${expression}.map(${lambda('item', element)})`;
    }
    case 'map': {
      const value = convert(context, type.value, 'item', imports);
      return value === 'item' ? `new Map(${expression})` : `${wire('mapValues', imports)}(${expression}, ${lambda('item', value)})`;
    }
  }
}

/** A function that only hands its argument on is that function. */
function lambda(parameter: string, body: string): string {
  const handedOn = new RegExp(`^(\\w+)\\(${parameter}\\)$`).exec(body)?.[1];
  return handedOn ?? `(${parameter}) => ${body}`;
}

function valueObject(context: RenderContext, name: string, expression: string, imports: ImportSet): string {
  const model = context.model.valueObjects.find((candidate) => candidate.name === name);
  if (model?.kind === 'simple') return scalar(model.type, expression, imports);
  return `${imports.value(context.presentation.valueObjectToMessage(name))}(${expression})`;
}

function scalar({ scalar: name, scale }: ScalarType, expression: string, imports: ImportSet): string {
  switch (name) {
    case 'decimal':
      return `${expression}.toFixed(${String(scale ?? 0)})`;
    case 'date':
      return `${expression}.toString()`;
    case 'datetime':
      return `${wire('timestampOf', imports)}(${expression})`;
    case 'duration':
      return `${wire('durationOf', imports)}(${expression})`;
    case 'bytes':
      return `Buffer.from(${expression})`;
    default:
      return expression;
  }
}

function wire(name: string, imports: ImportSet): string {
  return imports.value({ name, file: 'src/presentation/grpc/mappers/wire-values.ts' });
}
