import type { UseCaseModel } from '@planner/model';
import { aggregateNamed, holdsEntity, type RequestSlot, requestSlots } from '@planner/target';
import { stateSamples } from '../../domain/tests/sample-values';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { requestAttribute } from '../use-cases/input';
import type { Member } from './scenario';

/** A request with one wrong value. */
export interface WrongRequest {
  /** Literal of the path that is reported. */
  readonly path: string;
  readonly attribute: string;
  readonly value: string;
}

/** Valid values for what a caller gives; `variants` says which sample a parameter is, where that matters. */
export function requestMembers(
  context: RenderContext,
  useCase: UseCaseModel,
  variants: ReadonlyMap<string, number>,
  imports: ImportSet,
): Member[] {
  return requestSlots(useCase, context.model).map((slot, place) => ({
    name: requestAttribute(context, useCase, slot.name),
    value: requestSample(context, slot, variants.get(slot.name) ?? usualVariant(slot, place), imports),
  }));
}

/** The second sample, which differs from what is stored; entities of two parameters differ from each other too. */
export function usualVariant({ type }: RequestSlot, place: number): number {
  return holdsEntity(type) ? 5000 + 100 * place : 1;
}

/** A valid value for one parameter, filter or input. */
export function requestSample(context: RenderContext, slot: RequestSlot, variant: number, imports: ImportSet): string {
  const { samples } = context;
  if ('origin' in slot) return samples.parameter(slot, variant, imports);
  const { type } = slot;
  if (type.kind === 'aggregate') return root(context, type.name, imports);
  if (type.kind === 'list' && type.element.kind === 'aggregate')
    return `(${root(context, type.element.name, imports)},)`;
  return samples.domain(type, variant, imports);
}

function root(context: RenderContext, name: string, imports: ImportSet): string {
  const { first } = stateSamples(context, aggregateNamed(context.model, name));
  return `${imports.value(context.names.aggregate(name).root)}.rehydrate(${imports.value(first)}())`;
}

/** One wrong value for everything that the request itself checks. */
export function wrongRequests(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): WrongRequest[] {
  return requestSlots(useCase, context.model).flatMap((slot) => {
    const name = requestAttribute(context, useCase, slot.name);
    const [found] = context.samples
      .invalid({ type: slot.type }, imports)
      .filter(({ path }) => !path.includes('*'))
      .toSorted((a, b) => a.value.length - b.value.length);
    return found === undefined ? [] : [{ path: pyString(name + found.path), attribute: name, value: found.value }];
  });
}
