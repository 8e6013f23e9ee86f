import type { AggregateModel, TypeModel } from '@planner/model';
import { elementVariant, holdsEntity, type ListField } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { entityOf, topFields, uniqueSets } from './list-tests';

const LARGEST_LIST = 2000;

/** An element of a list; it may differ with the variable `index`. */
export interface VariedElement {
  readonly source: string;
  readonly isVaried: boolean;
}

/** Elements which differ where they have to; undefined where that is hard to write down. */
export function variedElement(
  context: RenderContext,
  aggregate: AggregateModel,
  field: ListField,
  imports: ImportSet,
): VariedElement | undefined {
  const { element, distinct } = field.type;
  const variant = elementVariant(aggregate, field, 0);
  const same = () => ({ source: context.samples.domain(element, variant, imports), isVaried: false });
  if (element.kind !== 'entity') {
    if (!distinct) return same();
    const source = variedSource(context, element, imports);
    return source === undefined ? undefined : { source, isVaried: true };
  }
  const entity = entityOf(aggregate, field);
  // Entities inside would have to differ too.
  if (entity === undefined || entity.fields.some(({ type }) => holdsEntity(type))) return undefined;
  const sets = uniqueSets(entity);
  if (sets.length === 0) return same();
  const changes = new Map<string, string>();
  for (const paths of sets) {
    const plain = paths.filter((path) => !path.includes('.'));
    const [first] = topFields(aggregate, entity, plain).flatMap(({ name, type }) => {
      const source = variedSource(context, type, imports);
      return source === undefined ? [] : [[attribute(name), source] as const];
    });
    if (first === undefined) return undefined;
    changes.set(...first);
  }
  const changed = [...changes].map(([name, source]) => `${name}=${source}`).join(', ');
  return { source: `replace(${context.samples.domain(element, variant, imports)}, ${changed})`, isVaried: true };
}

/** Source of a value that differs with the variable `index`, where the constraints leave room for as many. */
function variedSource({ model, types }: RenderContext, type: TypeModel, imports: ImportSet): string | undefined {
  const isScalar =
    type.kind === 'scalar' ||
    type.kind === 'ref' ||
    (type.kind === 'valueObject' &&
      model.valueObjects.some(({ name, kind }) => name === type.name && kind === 'simple'));
  if (!isScalar) return undefined;
  const { scalar, min = '0', max, pattern } = types.scalarOf(type);
  if (scalar === 'uuid') return types.checked(type, 'new_id(1000 + index)', imports);
  if (scalar === 'string' || scalar === 'text') {
    const hasRoom = pattern === undefined && Number(min) <= 7 && Number(max ?? 20) >= 12;
    return hasRoom ? types.checked(type, 'f"other-{index}"', imports) : undefined;
  }
  if (scalar !== 'int' || Number(min) > 100_000 || Number(max ?? 1_000_000) < 100_000 + LARGEST_LIST) return undefined;
  return types.checked(type, '100_000 + index', imports);
}
