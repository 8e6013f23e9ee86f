import type { RefType } from '@planner/model';
import type { Exported, RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { testModule } from './support';

const FILE = 'tests/unit/domain/test_identities.py';

/** All identities in one module, because what matters is that none can stand for another. */
export function renderIdentityTest(context: RenderContext): RenderedFile[] {
  const all = identities(context);
  if (all.length === 0) return [];
  const imports = context.imports(FILE);
  const view = {
    names: all.map(({ id }) => imports.value(id)),
    checked: all.flatMap((each) => checkedIdentity(context, each, imports)),
  };
  return [testModule(context, FILE, 'identities.py', view, imports)];
}

interface Identity {
  readonly id: Exported;
  readonly type: RefType;
}

function identities({ model, names }: RenderContext): Identity[] {
  const own = model.aggregates.flatMap(({ name: aggregate, entities }) => [
    { id: names.aggregate(aggregate).id, type: ref({ kind: 'aggregate', aggregate }) },
    ...entities.map(({ name: entity }) => ({
      id: names.entity(aggregate, entity).id,
      type: ref({ kind: 'entity', aggregate, entity }),
    })),
  ]);
  const foreign = names.foreignReferences.flatMap((type) =>
    type.target.kind === 'foreign' ? [{ id: names.foreignId(type.target.context, type.target.aggregate), type }] : [],
  );
  return [...own, ...foreign];
}

function ref(target: RefType['target']): RefType {
  return { kind: 'ref', target };
}

/** An identity whose value can be wrong. */
function checkedIdentity(context: RenderContext, { id, type }: Identity, imports: ImportSet) {
  const parser = context.types.parser(type);
  if (parser === undefined) return [];
  const scalar = context.types.scalarOf(type);
  return [
    {
      name: id.name,
      parser: imports.value(parser),
      base: context.types.scalar(type, imports),
      sample: context.samples.scalar(type, 0, imports),
      invalid: context.samples
        .invalid({ type: scalar }, imports)
        .map(({ rule, value }) => ({ code: pyString(`${id.name}.${rule}`), value })),
      edges: context.samples.edges({ type: scalar }, imports).map(({ value }) => value),
    },
  ];
}
