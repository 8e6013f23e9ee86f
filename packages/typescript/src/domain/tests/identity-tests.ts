import type { IdentityModel, RefType, TypeModel } from '@planner/model';
import { type Exported, type RenderedFile, stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { DOMAIN_SUPPORT } from './support';

const FILE = 'test/unit/domain/identities.test.ts';

/** All identities in one file, because what matters is that none can stand for another. */
export function renderIdentityTest(context: RenderContext): RenderedFile[] {
  const all = identities(context);
  if (all.length === 0) return [];
  const imports = context.imports(FILE);
  const view = {
    identities: all.map((each) => identityView(context, each, imports)),
    pairs: pairs(all).map(([left, right]) => ({ left: imports.type(left.id), right: imports.type(right.id) })),
  };
  for (const name of ['describe', 'expect', 'expectTypeOf', 'it']) imports.package('vitest', name);
  if (view.identities.some(({ invalid }) => invalid.length > 0))
    imports.value({ name: 'violation', file: DOMAIN_SUPPORT });
  return [
    context.file(
      6,
      FILE,
      context.templates.render('domain/tests/identities.test.ts', { ...view, imports: imports.print() }),
    ),
  ];
}

interface Identity {
  readonly id: Exported;
  readonly type: RefType;
  /** What the identity brands, if that is another identity. */
  readonly brands: RefType | undefined;
}

function identities({ model, names }: RenderContext): Identity[] {
  const brands = (identity: IdentityModel) =>
    identity.kind === 'given' && identity.type.kind === 'ref' ? identity.type : undefined;
  const own = model.aggregates.flatMap((aggregate) => [
    {
      id: names.aggregate(aggregate.name).id,
      type: ref({ kind: 'aggregate', aggregate: aggregate.name }),
      brands: brands(aggregate.identity),
    },
    ...aggregate.entities.map((entity) => ({
      id: names.entity(aggregate.name, entity.name).id,
      type: ref({ kind: 'entity', aggregate: aggregate.name, entity: entity.name }),
      brands: brands(entity.identity),
    })),
  ]);
  const foreign = names.foreignReferences.flatMap((type) =>
    type.target.kind === 'foreign'
      ? [{ id: names.foreignId(type.target.context, type.target.aggregate), type, brands: undefined }]
      : [],
  );
  return [...own, ...foreign];
}

function ref(target: RefType['target']): RefType {
  return { kind: 'ref', target };
}

/** Neighbours in a ring; an identity that brands another one may stand for it. */
function pairs(all: readonly Identity[]): (readonly [Identity, Identity])[] {
  if (all.length < 2) return [];
  const ring = all.map((left, index) => [left, all[(index + 1) % all.length] ?? left] as const);
  return ring.filter(
    ([left, right]) =>
      left.brands === undefined || JSON.stringify(left.brands.target) !== JSON.stringify(right.type.target),
  );
}

function identityView(context: RenderContext, { id, type }: Identity, imports: ImportSet) {
  const slot: { type: TypeModel } = { type };
  const sample = context.samples.data(type, 0, imports);
  return {
    name: imports.value(id),
    title: stringLiteral(id.name),
    data: context.types.data({ type, optional: false }, imports),
    sample,
    toData: context.types.toData({ type, optional: false }, 'identity', imports),
    edges: context.samples.edges(slot, imports).map(({ data }) => data),
    invalid: context.samples.invalid(slot, imports).map(({ rule, data }) => ({ rule: stringLiteral(rule), data })),
  };
}
