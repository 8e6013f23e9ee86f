import type { UseCaseModel } from '@planner/model';
import { aggregateNamed, type RequestSlot, requestSlots, requestVariant } from '@planner/target';
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
  const slots = requestSlots(useCase, context.model);
  return slots.map((slot) => ({
    name: requestAttribute(context, useCase, slot.name),
    value: requestSample(context, slot, variants.get(slot.name) ?? requestVariant(slots, slot), imports),
  }));
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
