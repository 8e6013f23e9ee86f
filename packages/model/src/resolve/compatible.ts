import type { TypeModel } from '../context-model';
import { bareScalar } from './scope';
import type { Scope } from './scope';

/** How a value of one type becomes a value of another: as it is, or as its bare scalar; undefined: not at all. */
export type Fit = 'same' | 'unwrap' | undefined;

/**
 * Whether a value can fill a field without code of a person. Sizes and patterns are not compared: an event repeats what
 * the aggregate has checked.
 */
export function fit(scope: Scope, source: TypeModel, target: TypeModel): Fit {
  if (isSame(source, target)) return 'same';
  if (target.kind !== 'scalar' || source.kind === 'scalar') return undefined;
  const bare = bareScalar(scope, source);
  return bare !== undefined && isSame(bare, target) ? 'unwrap' : undefined;
}

export function isSame(a: TypeModel, b: TypeModel): boolean {
  if (a.kind === 'scalar' && b.kind === 'scalar') return sameScalar(a, b);
  if (a.kind === 'list' && b.kind === 'list') return isSame(a.element, b.element);
  if (a.kind === 'map' && b.kind === 'map') return isSame(a.value, b.value);
  if (a.kind === 'ref' && b.kind === 'ref') return refKey(a) === refKey(b);
  return 'name' in a && 'name' in b && a.kind === b.kind && a.name === b.name;
}

const TEXTS = ['string', 'text'];

function sameScalar(a: Extract<TypeModel, { kind: 'scalar' }>, b: Extract<TypeModel, { kind: 'scalar' }>): boolean {
  if (TEXTS.includes(a.scalar) && TEXTS.includes(b.scalar)) return true;
  return a.scalar === b.scalar && a.precision === b.precision && a.scale === b.scale;
}

function refKey({ target }: Extract<TypeModel, { kind: 'ref' }>): string {
  return [
    target.kind,
    target.kind === 'foreign' ? target.context : '',
    target.aggregate,
    target.kind === 'entity' ? target.entity : '',
  ].join('.');
}

/**
 * Whether a policy can hand a field of an event to an input of a use case: the wire forms agree. Identities are text of
 * some kind, so uuid, string and text pass for one another; an int passes for a bigint.
 */
export function canHandOver(scope: Scope, source: TypeModel, target: TypeModel): boolean {
  if (isSame(source, target)) return true;
  if (source.kind === 'list' && target.kind === 'list') return canHandOver(scope, source.element, target.element);
  const [from, to] = [bareScalar(scope, source), bareScalar(scope, target)];
  if (from === undefined || to === undefined) return false;
  const texts = [...TEXTS, 'uuid'];
  if (texts.includes(from.scalar) && texts.includes(to.scalar)) return true;
  return from.scalar === to.scalar || (from.scalar === 'int' && to.scalar === 'bigint');
}
