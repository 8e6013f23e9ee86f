import type { TypeModel } from '@planner/model';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';

/** Invalid values that the domain's types let through: what value objects and identities refuse by themselves is left out. */
export function domainSamples(context: RenderContext, type: TypeModel, imports: ImportSet): { readonly path: string; readonly rule: string; readonly value: string }[] {
  const slot = { type, optional: false };
  if (context.types.domainChecks(slot, 'value', 'value', imports).length === 0) return [];
  const checkedElement = type.kind === 'list' ? type.element : type.kind === 'map' ? type.value : undefined;
  const elementsAreChecked = checkedElement === undefined || context.types.domainChecks({ type: checkedElement, optional: false }, 'value', 'value', imports).length > 0;
  return context.samples
    .invalid(slot, imports)
    .filter(({ path }) => elementsAreChecked || path === '' || path === '*')
    .map(({ path, rule, data }) => ({ path, rule, value: unchecked(context, type, data, imports) }));
}

/** The domain value of data that is wrong on purpose. */
export function unchecked(context: RenderContext, type: TypeModel, data: string, imports: ImportSet): string {
  const slot = { type, optional: false };
  const isList = type.kind === 'list' || type.kind === 'map';
  const holdsDrafts = isList && (type.kind === 'list' ? type.element : type.value).kind === 'entity';
  return holdsDrafts ? context.types.draftToDomain(slot, data, imports) : context.types.toDomain(slot, data, imports, 'rehydrate');
}

/** `Order.tags[0].max`; of a key that is wrong only the rule is known. */
export function codeOf(owner: string, field: string, { path, rule }: { readonly path: string; readonly rule: string }): string {
  if (path === '*') return rule;
  const inner = path === '' || path.startsWith('[') ? path : `.${path}`;
  return [owner, `${field}${inner}`, rule].filter((part) => part !== '').join('.');
}
