import type { ListType, MapType, TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { ConstraintSample, Samples } from './samples';
import { edgeScalars, invalidScalars, plainText, scalarSample } from './scalar-samples';

/** Larger lists are not written out. */
const LARGEST_LIST = 1000;

type Elements = Pick<Samples, 'collection' | 'draft' | 'invalid' | 'edges'>;

/** How many elements a sample has. */
export function usualSize({ min, max }: ListType | MapType): number {
  return Math.min(Math.max(Number(min ?? 1), 1), Number(max ?? Infinity));
}

/** Lists and maps that break a constraint: their size, equal elements, or an element that the owner checks. */
export function invalidCollections(
  type: ListType | MapType,
  samples: Elements,
  imports: ImportSet,
): ConstraintSample[] {
  const { min, max } = type;
  const sized = (rule: string, variants: readonly number[]) => ({
    path: '',
    rule,
    value: samples.collection(type, variants, imports),
  });
  const isTwice = type.kind === 'list' && type.distinct && Number(max ?? 2) >= 2;
  return [
    ...(min === undefined || min === '0' ? [] : [sized('min', range(Number(min) - 1))]),
    ...(max === undefined || Number(max) >= LARGEST_LIST ? [] : [sized('max', range(Number(max) + 1))]),
    ...(isTwice ? [sized('distinct', [...range(Math.max(Number(min ?? 2), 2) - 1), 0])] : []),
    ...invalidElements(type, samples, imports),
  ];
}

function invalidElements(type: ListType | MapType, samples: Elements, imports: ImportSet): ConstraintSample[] {
  const size = Math.max(usualSize(type), 1);
  if (Number(type.max ?? size) < size) return [];
  const rest = range(size - 1).map((index) => index + 1);
  if (type.kind === 'list') {
    return samples.invalid({ type: type.element }, imports).map((sample) => ({
      path: `[0]${sample.path}`,
      rule: sample.rule,
      value: tuple([sample.value, ...rest.map((variant) => samples.draft(type.element, variant, imports))]),
    }));
  }
  const entry = (key: string, value: string) => `${key}: ${value}`;
  const others = rest.map((index) =>
    entry(scalarSample(type.key, index, imports), samples.draft(type.value, index, imports)),
  );
  const mapping = (first: string) =>
    `${imports.kernel('collections', 'FrozenDict')}({${[first, ...others].join(', ')}})`;
  const key = scalarSample(type.key, 0, imports);
  const text = plainText(type.key, 0);
  const values = samples.invalid({ type: type.value }, imports).map((sample) => ({
    path: text === undefined || sample.path === '*' ? '*' : `[${JSON.stringify(text)}]${sample.path}`,
    rule: sample.rule,
    value: mapping(entry(key, sample.value)),
  }));
  // The path of a bad key is the key itself, which may be long: tests look at the rule only.
  const keys = invalidScalars(type.key, imports).map(({ rule, value }) => ({
    path: '*',
    rule,
    value: mapping(entry(value, samples.draft(type.value, 0, imports))),
  }));
  return [...keys, ...values];
}

/** Lists and maps as short and as long as allowed, and elements at their own edges. */
export function edgeCollections(type: ListType | MapType, samples: Elements, imports: ImportSet): ConstraintSample[] {
  const sizes = (['min', 'max'] as const).flatMap((rule) => {
    const size = Number(type[rule] ?? LARGEST_LIST);
    const isUnlikely =
      size >= LARGEST_LIST ||
      (type.kind === 'list' && type.distinct && !hasDifferent(type.element, size, samples, imports));
    return isUnlikely ? [] : [{ path: '', rule, value: samples.collection(type, range(size), imports) }];
  });
  return Number(type.min ?? 1) > 1 || Number(type.max ?? 1) < 1
    ? sizes
    : [...sizes, ...edgeElements(type, samples, imports)];
}

/** Whether that many samples of the type differ: there are only two truth values. */
function hasDifferent(type: TypeModel, size: number, samples: Elements, imports: ImportSet): boolean {
  return new Set(range(size).map((variant) => samples.draft(type, variant, imports))).size === size;
}

function edgeElements(type: ListType | MapType, samples: Elements, imports: ImportSet): ConstraintSample[] {
  if (type.kind === 'list')
    return samples
      .edges({ type: type.element }, imports)
      .map((sample) => ({ ...sample, path: '[0]', value: tuple([sample.value]) }));
  const mapping = (key: string, value: string) => `${imports.kernel('collections', 'FrozenDict')}({${key}: ${value}})`;
  const key = scalarSample(type.key, 0, imports);
  const values = samples.edges({ type: type.value }, imports);
  const keys = edgeScalars(type.key, imports).filter(({ rule }) => rule === 'max');
  return [
    ...values.map((sample) => ({ ...sample, path: '*', value: mapping(key, sample.value) })),
    ...keys.map((sample) => ({
      ...sample,
      path: '*',
      value: mapping(sample.value, samples.draft(type.value, 0, imports)),
    })),
  ];
}

/** `(1, 2)`; with a comma behind a single element. */
export function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0] ?? ''},)` : `(${items.join(', ')})`;
}

function range(size: number): number[] {
  return Array.from({ length: Math.max(size, 0) }, (_, index) => index);
}
