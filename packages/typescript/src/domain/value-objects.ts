import {
  type CompositeValueObjectModel,
  type FieldModel,
  lowerFirst,
  type SimpleValueObjectModel,
  type ValueObjectModel,
} from '@planner/model';
import { docComment, type RenderedFile, stringLiteral } from '@planner/target';
import { binding, property } from '../names';
import type { RenderContext } from '../render-context';
import { ruleErrorViews } from './errors';
import { argument, pick } from './literals';
import { invariantRules } from './owned-rules';

/** The class of a value object and, if it has invariants, their stubs. */
export function renderValueObject(context: RenderContext, model: ValueObjectModel): RenderedFile[] {
  if (model.kind === 'simple') return [simple(context, model)];
  const rules = invariantRules(context, context.names.valueObject(model.name), model);
  return [composite(context, model), ...(rules === undefined ? [] : [rules])];
}

function simple(context: RenderContext, model: SimpleValueObjectModel): RenderedFile {
  const { types } = context;
  const { type: name } = context.names.valueObject(model.name);
  const imports = context.imports(name.file);
  const slot = { type: model.type, optional: false };
  const view = {
    doc: docComment(model.description),
    name: name.name,
    brand: stringLiteral(name.name),
    owner: stringLiteral(model.name),
    base: imports.kernel('ValueObject'),
    error: imports.kernel('ConstraintError'),
    violation: imports.kernelType('Violation'),
    data: types.data(slot, imports),
    domain: types.domain(slot, imports),
    checks: types.domainChecks(slot, '', 'value', imports).join(''),
    toDomain: types.toDomain(slot, 'value', imports, 'rehydrate'),
    toData: types.toData(slot, 'this.value', imports),
  };
  if (view.checks !== '') imports.kernel('Constraints');
  return context.file(
    1,
    name.file,
    context.templates.render('domain/simple-value-object.ts', { ...view, imports: imports.print() }),
  );
}

function composite(context: RenderContext, model: CompositeValueObjectModel): RenderedFile {
  const { types } = context;
  const names = context.names.valueObject(model.name);
  const imports = context.imports(names.type.file);
  const field = (each: FieldModel) => ({
    doc: docComment(each.description, '  '),
    name: each.name,
    property: property(each.name),
    data: types.data(each, imports),
    domain: types.domain(each, imports),
    of: types.toDomain(each, `data.${each.name}`, imports, 'of'),
    rehydrate: types.toDomain(each, `data.${each.name}`, imports, 'rehydrate'),
    toData: types.toData(each, `this.${property(each.name)}`, imports),
  });
  const fields = model.fields.map(field);
  const view = {
    doc: docComment(model.description),
    name: names.type.name,
    data: names.data.name,
    brand: stringLiteral(names.type.name),
    owner: stringLiteral(model.name),
    base: imports.kernel('ValueObject'),
    error: imports.kernel('ConstraintError'),
    violation: imports.kernelType('Violation'),
    fields,
    checks: model.fields.flatMap((each) => types.dataChecks(each, each.name, `data.${each.name}`, imports)),
    errors: ruleErrorViews(model.invariants, names.ruleErrors, imports),
    variable: binding(lowerFirst(model.name), ['data', 'rules']),
    fieldsType: pick(names.type.name, fields),
    of: argument(fields, (each) => each.of),
    rehydrate: argument(fields, (each) => each.rehydrate),
  };
  if (view.checks.length > 0) imports.kernel('Constraints');
  if (model.invariants.length > 0) imports.packageNamespace(imports.specifier(names.rulesFile), 'rules');
  return context.file(
    1,
    names.type.file,
    context.templates.render('domain/composite-value-object.ts', { ...view, imports: imports.print() }),
  );
}
