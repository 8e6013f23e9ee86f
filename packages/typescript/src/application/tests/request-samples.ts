import type { TypeModel, UseCaseModel } from '@planner/model';
import {
  aggregateOf,
  holdsEntity,
  impliedProperties,
  type RequestSlot,
  requestSlots,
  requestVariant,
  stringLiteral,
} from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { identityType } from '../identity';
import { property } from '../use-cases/input';
import { aggregateData } from './aggregate-samples';
import type { Member } from './scenario';

/** A request with one wrong value, as a line of a table. */
export interface WrongRequest {
  /** Literal of the path that is reported. */
  readonly path: string;
  readonly property: string;
  readonly data: string;
}

/** Valid values for what a caller gives; `variants` says which sample a parameter is, where that matters. */
export function requestMembers(context: RenderContext, useCase: UseCaseModel, variants: ReadonlyMap<string, number>, imports: ImportSet): Member[] {
  const slots = requestSlots(useCase, context.model);
  return slots.map((slot) => ({
    name: property(context, useCase, slot.name),
    value: sample(context, slot, variants.get(slot.name) ?? requestVariant(slots, slot), imports),
  }));
}

function sample({ samples, ...context }: RenderContext, slot: RequestSlot, variant: number, imports: ImportSet): string {
  if ('origin' in slot) return samples.parameterData(slot, variant, imports);
  const { type } = slot;
  if (type.kind === 'aggregate') return `${imports.value(aggregateData({ samples, ...context }, type.name))}()`;
  if (type.kind === 'list' && type.element.kind === 'aggregate') return `[${imports.value(aggregateData({ samples, ...context }, type.element.name))}()]`;
  return samples.data(type, variant, imports);
}

/** One wrong value for everything that the use case itself checks. */
export function wrongRequests(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): WrongRequest[] {
  const isOperation = useCase.action.kind === 'operation';
  const checked = requestSlots(useCase, context.model).filter(({ type }) => isOperation || !holdsWhole(type));
  return [
    ...(impliedProperties(useCase, context.model).includes('id') ? wrong(context, 'id', identityType(aggregateOf(useCase, context.model)), imports) : []),
    ...checked.flatMap((slot) => wrong(context, property(context, useCase, slot.name), slot.type, imports)),
  ];
}

function wrong({ samples }: RenderContext, name: string, type: TypeModel, imports: ImportSet): WrongRequest[] {
  const [found] = samples
    .invalid({ type }, imports)
    .filter(({ path }) => !path.includes('*'))
    .toSorted((a, b) => a.data.length - b.data.length);
  if (found === undefined) return [];
  const { path, data } = found;
  const joined = path === '' || path.startsWith('[') ? name + path : `${name}.${path}`;
  return [{ path: stringLiteral(joined), property: name, data }];
}

/** Whether a value carries identities that only the service gives. */
function holdsWhole(type: TypeModel): boolean {
  if (type.kind === 'list') return holdsWhole(type.element);
  if (type.kind === 'map') return holdsWhole(type.value);
  return type.kind === 'aggregate' || holdsEntity(type);
}
