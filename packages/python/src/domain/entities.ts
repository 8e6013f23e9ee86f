import type { AggregateModel, EntityModel, FieldModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute, binding } from '../names';
import type { RenderContext } from '../render-context';
import { pyDocstring } from '../text';
import type { Slot } from '../types';
import { checkStatement, mayBeAbsent } from './checks';
import { ruleErrorViews } from './errors';
import { renderIdentity } from './identities';
import { nowFor } from './now';
import { invariantRules } from './owned-rules';

/** The class of an entity inside an aggregate, its identity and, if it has invariants, their stubs. */
export function renderEntity(context: RenderContext, aggregate: AggregateModel, model: EntityModel): RenderedFile[] {
  const names = context.names.entity(aggregate.name, model.name);
  const rules = invariantRules(context, names, model);
  return [
    entity(context, aggregate, model),
    renderIdentity(context, names.id, model.identity),
    ...(rules === undefined ? [] : [rules]),
  ];
}

function entity(context: RenderContext, aggregate: AggregateModel, model: EntityModel): RenderedFile {
  const { types } = context;
  const names = context.names.entity(aggregate.name, model.name);
  const imports = context.imports(names.type.file);
  const isGiven = model.identity.kind === 'given';
  const id = imports.value(names.id);
  const view = {
    dataclass: imports.from('dataclasses', 'dataclass'),
    self: imports.from('typing', 'Self'),
    base: imports.kernel('entity', 'Entity'),
    context: imports.kernel('change_context', 'ChangeContext'),
    doc: pyDocstring(model.description, '    '),
    name: names.type.name,
    draft: names.draft.name,
    id,
    idIsGiven: isGiven,
    newId: isGiven ? 'draft.id' : `${id}(context.new_id())`,
    fields: model.fields.map((field) => ({
      name: attribute(field.name),
      doc: pyDocstring(field.description, '    '),
      type: types.domain(field, imports),
      draft: `${types.draft(left(field), imports)}${mayBeAbsent(field) ? ' = None' : ''}`,
      created: created(context, field, imports),
    })),
    check: checkStatement(
      context,
      model.name,
      model.fields.map((field) => ({ ...left(field), name: field.name, source: `self.${attribute(field.name)}` })),
      imports,
    ),
    errors: ruleErrorViews(model.invariants, names.ruleErrors, imports),
    variable: binding(model.name, ['context', 'draft', 'rules', 'cls']),
  };
  if (model.invariants.length > 0) imports.projectModule(names.rulesFile, 'rules');
  return context.file(
    1,
    names.type.file,
    context.templates.render('domain/entity.py', { ...view, imports: imports.print() }),
  );
}

/** A draft may leave out what has a default. */
function left(field: FieldModel): Slot {
  return { type: field.type, optional: mayBeAbsent(field) };
}

/** What the draft gives, or the default. */
function created({ types }: RenderContext, field: FieldModel, imports: ImportSet): string {
  const given = `draft.${attribute(field.name)}`;
  if (field.default === undefined) return types.created(field, given, imports);
  const fallback =
    field.default.kind === 'now'
      ? nowFor(field.type, 'context.now', types, imports)
      : types.literal(field.type, field.default.text, imports);
  return `${fallback} if ${given} is None else ${given}`;
}
