import type { IdentityModel, RefType, TypeModel } from '@planner/model';
import type { Exported, RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { pyDocstring, pyString } from '../text';
import { identityParser } from '../types';
import { checkStatement } from './checks';

/** The identity of an aggregate or an entity: a type that stands for no other. */
export function renderIdentity(context: RenderContext, id: Exported, identity: IdentityModel): RenderedFile {
  return identityFile(
    context,
    id,
    identity.kind === 'generated' ? { kind: 'scalar', scalar: 'uuid' } : identity.type,
    '',
  );
}

/** The identity of another context's aggregate: a text whose form only that context knows. */
export function renderForeignId(context: RenderContext, type: RefType): RenderedFile {
  if (type.target.kind !== 'foreign') throw new Error('not a reference to another context');
  const { context: other, aggregate } = type.target;
  return identityFile(
    context,
    context.names.foreignId(other, aggregate),
    { kind: 'scalar', scalar: 'string', min: '1', max: '255' },
    pyDocstring(`Names the ${aggregate} of the context ${other}.`),
  );
}

function identityFile(context: RenderContext, id: Exported, type: TypeModel, doc: string): RenderedFile {
  const { types } = context;
  const imports = context.imports(id.file);
  const view = {
    doc,
    name: id.name,
    literal: pyString(id.name),
    newType: imports.from('typing', 'NewType'),
    base: types.domain({ type, optional: false }, imports),
    // What a value object or a further identity wraps, it has checked by itself.
    check: checkStatement(context, id.name, [{ type, optional: false, name: '', source: 'value' }], imports),
    parser: identityParser(id).name,
  };
  return context.file(
    1,
    id.file,
    context.templates.render('domain/identity.py', { ...view, imports: imports.print() }),
  );
}
