import type { ListType, MapType, TypeModel } from '@planner/model';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';

/** A domain value that breaks a constraint or just keeps it. */
export interface DomainSample {
  readonly path: string;
  readonly rule: string;
  readonly value: string;
}

/** Larger lists are not written out. */
const LARGEST_LIST = 1000;

/** Invalid values that the domain's types let through: what value objects and identities refuse by themselves is left out. */
export function refusedSamples(context: RenderContext, type: TypeModel, imports: ImportSet): DomainSample[] {
  if (!isChecked(context, type, imports)) return [];
  if (isCollection(type) && !isPlain(elementOf(type))) return refusedSizes(context, type, imports);
  return context.samples
    .invalid({ type }, imports)
    .map(({ path, rule, data }) => ({ path, rule, value: unchecked(context, type, data, imports) }));
}

/** Valid values right at the edges of what the root checks. */
export function acceptedSamples(context: RenderContext, type: TypeModel, imports: ImportSet): DomainSample[] {
  if (!isChecked(context, type, imports)) return [];
  if (isCollection(type) && !isPlain(elementOf(type))) return acceptedSizes(context, type, imports);
  return context.samples
    .edges({ type }, imports)
    .map(({ path, rule, data }) => ({ path, rule, value: unchecked(context, type, data, imports) }));
}

function isChecked({ types }: RenderContext, type: TypeModel, imports: ImportSet): boolean {
  return types.domainChecks({ type, optional: false }, 'value', 'value', imports).length > 0;
}

function isCollection(type: TypeModel): type is ListType | MapType {
  return type.kind === 'list' || type.kind === 'map';
}

function elementOf(type: ListType | MapType): TypeModel {
  return type.kind === 'list' ? type.element : type.value;
}

/** Whether the root checks the elements by itself. */
function isPlain({ kind }: TypeModel): boolean {
  return kind === 'scalar' || kind === 'enum';
}

/** The domain value of data that may be wrong on purpose. */
function unchecked(context: RenderContext, type: TypeModel, data: string, imports: ImportSet): string {
  return context.types.toDomain({ type, optional: false }, data, imports, 'rehydrate');
}

function refusedSizes(context: RenderContext, type: ListType | MapType, imports: ImportSet): DomainSample[] {
  const { min, max } = type;
  const sized = (rule: string, variants: readonly number[]) => ({
    path: '',
    rule,
    value: context.samples.collection(type, variants, imports),
  });
  return [
    ...(min === undefined || min === '0' ? [] : [sized('min', range(Number(min) - 1))]),
    ...(max === undefined || Number(max) >= LARGEST_LIST ? [] : [sized('max', range(Number(max) + 1))]),
    ...(type.kind === 'list' && type.distinct && Number(max ?? 2) >= 2
      ? [sized('distinct', [...range(Math.max(Number(min ?? 2), 2) - 1), 0])]
      : []),
  ];
}

function acceptedSizes(context: RenderContext, type: ListType | MapType, imports: ImportSet): DomainSample[] {
  return (['min', 'max'] as const).flatMap((rule) => {
    const size = Number(type[rule] ?? LARGEST_LIST);
    const isTooLarge =
      size >= LARGEST_LIST ||
      (type.kind === 'list' &&
        type.distinct &&
        new Set(range(size).map((variant) => context.samples.data(type.element, variant, imports))).size < size);
    return isTooLarge ? [] : [{ path: '', rule, value: context.samples.collection(type, range(size), imports) }];
  });
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index);
}

/** `Order.tags[0].max`; of a key that is wrong only the rule is known. */
export function codeOf(
  owner: string,
  field: string,
  { path, rule }: { readonly path: string; readonly rule: string },
): string {
  if (path.includes('*')) return rule;
  const inner = path === '' || path.startsWith('[') ? path : `.${path}`;
  return [owner, `${field}${inner}`, rule].filter((part) => part !== '').join('.');
}
