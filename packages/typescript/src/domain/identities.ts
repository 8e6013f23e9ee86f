import type { IdentityModel, RefType, TypeModel } from '@planner/model';
import { type Exported, type RenderedFile, stringLiteral } from '@planner/target';
import type { RenderContext } from '../render-context';
import type { Slot } from '../types';

/** The branded identity of an aggregate or an entity. */
export function renderIdentity(context: RenderContext, id: Exported, identity: IdentityModel): RenderedFile {
  const type: TypeModel = identity.kind === 'generated' ? { kind: 'scalar', scalar: 'uuid' } : identity.type;
  return identityFile(context, id, type, '');
}

/** The identity of another context's aggregate: a text whose form only that context knows. */
export function renderForeignId(context: RenderContext, type: RefType): RenderedFile {
  if (type.target.kind !== 'foreign') throw new Error('not a reference to another context');
  const { context: other, aggregate } = type.target;
  const doc = `/** Names the ${aggregate} of the context ${other}. */\n`;
  return identityFile(
    context,
    context.names.foreignId(other, aggregate),
    { kind: 'scalar', scalar: 'string', min: '1', max: '255' },
    doc,
  );
}

function identityFile(context: RenderContext, id: Exported, type: TypeModel, doc: string): RenderedFile {
  const { types } = context;
  const imports = context.imports(id.file);
  const slot: Slot = { type, optional: false };
  const view = {
    doc,
    name: id.name,
    literal: stringLiteral(id.name),
    brand: imports.kernelType('Brand'),
    data: types.data(slot, imports),
    domain: types.domain(slot, imports),
    // What a value object or a further identity wraps, it checks by itself.
    checks: types.domainChecks(slot, 'id', 'value', imports),
    of: types.toDomain(slot, 'value', imports, 'of'),
    rehydrate: types.toDomain(slot, 'value', imports, 'rehydrate'),
  };
  if (view.checks.length > 0) imports.kernel('Constraints');
  return context.file(
    1,
    id.file,
    context.templates.render('domain/identity.ts', { ...view, imports: imports.print() }),
  );
}
