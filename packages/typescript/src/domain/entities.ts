import { type AggregateModel, type EntityModel, type FieldModel, lowerFirst, type TypeModel } from '@planner/model';
import { docComment, type RenderedFile, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import { binding, property } from '../names';
import type { RenderContext } from '../render-context';
import type { Slot, Types } from '../types';
import { ruleErrorViews } from './errors';
import { renderIdentity } from './identities';
import { pick } from './literals';
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
  const identity = identityField(model, aggregate.name);
  const given = model.identity.kind === 'given' ? [identity] : [];
  const field = (each: FieldModel) => ({
    doc: docComment(each.description, '  '),
    name: each.name,
    property: property(each.name),
    data: types.data(each, imports),
    domain: types.domain(each, imports),
    draftData: types.draftData(left(each), imports),
    draft: types.draftDomain(left(each), imports),
    toDraft: types.draftToDomain(left(each), `data.${each.name}`, imports),
    created: created(context, each, imports),
    rehydrate: types.toDomain(each, `data.${each.name}`, imports, 'rehydrate'),
    toData: types.toData(each, `this.${property(each.name)}`, imports),
  });
  const fields = model.fields.map(field);
  const view = {
    doc: docComment(model.description),
    name: names.type.name,
    data: names.data.name,
    draft: names.draft.name,
    draftData: names.draftData.name,
    owner: stringLiteral(model.name),
    id: imports.value(names.id),
    idData: types.data(identity, imports),
    idToData: types.toData(identity, 'this.id', imports),
    idIsGiven: given.length > 0,
    base: imports.kernel('Entity'),
    context: imports.kernelType('ChangeContext'),
    violation: imports.kernelType('Violation'),
    fields,
    dataChecks: [...given, ...model.fields.map(left)].flatMap((each) =>
      types.dataChecks(each, each.name, `data.${each.name}`, imports),
    ),
    checks: model.fields
      .map(left)
      .flatMap((each) => types.domainChecks(each, each.name, `draft.${each.name}`, imports)),
    errors: ruleErrorViews(model.invariants, names.ruleErrors, imports),
    variable: binding(lowerFirst(model.name), ['context', 'draft', 'rules']),
    fieldsType: pick(names.type.name, [{ property: 'id' }, ...fields]),
  };
  if (view.checks.length + view.dataChecks.length > 0) imports.kernel('Constraints');
  if (model.invariants.length > 0) imports.packageNamespace(imports.specifier(names.rulesFile), 'rules');
  return context.file(
    1,
    names.type.file,
    context.templates.render('domain/entity.ts', { ...view, imports: imports.print() }),
  );
}

/** A draft may leave out what has a default. */
function left(field: FieldModel): FieldModel {
  return { ...field, optional: field.optional || field.default !== undefined };
}

function identityField(model: EntityModel, aggregate: string): Slot & { readonly name: string } {
  return {
    name: 'id',
    type: { kind: 'ref', target: { kind: 'entity', aggregate, entity: model.name } },
    optional: false,
  };
}

/** What the draft gives, or the default. */
function created({ types }: RenderContext, field: FieldModel, imports: ImportSet): string {
  const value = `draft.${field.name}`;
  if (field.default === undefined) return types.created(field, value, imports);
  const fallback =
    field.default.kind === 'now'
      ? nowFor(field.type, 'context.now', types, imports)
      : literalOf(field.type, field.default.text, types, imports);
  return types.created(field, `${value} ?? ${fallback}`, imports);
}

/** What is frozen afterwards need not be frozen before. */
function literalOf(type: TypeModel, text: string, types: Types, imports: ImportSet): string {
  return type.kind === 'scalar' ? types.dataLiteral(type, text, imports) : types.domainLiteral(type, text, imports);
}
