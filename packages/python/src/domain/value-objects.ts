import type { CompositeValueObjectModel, FieldModel, SimpleValueObjectModel, ValueObjectModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { pyDocstring } from '../text';
import { checkStatement } from './checks';
import { ruleErrorViews } from './errors';
import { invariantRules } from './owned-rules';

/** The class of a value object and, if it has invariants, their stubs. */
export function renderValueObject(context: RenderContext, model: ValueObjectModel): RenderedFile[] {
  if (model.kind === 'simple') return [simple(context, model)];
  const rules = invariantRules(context, context.names.valueObject(model.name), model);
  return [composite(context, model), ...(rules === undefined ? [] : [rules])];
}

function simple(context: RenderContext, model: SimpleValueObjectModel): RenderedFile {
  const { type: name } = context.names.valueObject(model.name);
  const imports = context.imports(name.file);
  const slot = { type: model.type, optional: false };
  const view = {
    dataclass: imports.from('dataclasses', 'dataclass'),
    options: 'frozen=True, slots=True',
    doc: pyDocstring(model.description, '    '),
    name: name.name,
    fields: [{ name: 'value', type: context.types.domain(slot, imports), doc: '' }],
    check: checkStatement(context, model.name, [{ ...slot, name: '', source: 'self.value' }], imports),
    errors: [],
  };
  return context.file(
    1,
    name.file,
    context.templates.render('domain/value-object.py', { ...view, imports: imports.print() }),
  );
}

function composite(context: RenderContext, model: CompositeValueObjectModel): RenderedFile {
  const names = context.names.valueObject(model.name);
  const imports = context.imports(names.type.file);
  const view = {
    dataclass: imports.from('dataclasses', 'dataclass'),
    options: 'frozen=True, slots=True, kw_only=True',
    doc: pyDocstring(model.description, '    '),
    name: names.type.name,
    fields: model.fields.map((field: FieldModel) => ({
      name: attribute(field.name),
      type: `${context.types.domain(field, imports)}${field.optional ? ' = None' : ''}`,
      doc: pyDocstring(field.description, '    '),
    })),
    check: checkStatement(
      context,
      model.name,
      model.fields.map((field) => ({ ...field, source: `self.${attribute(field.name)}` })),
      imports,
    ),
    errors: ruleErrorViews(model.invariants, names.ruleErrors, imports),
  };
  if (model.invariants.length > 0) imports.projectModule(names.rulesFile, 'rules');
  return context.file(
    1,
    names.type.file,
    context.templates.render('domain/value-object.py', { ...view, imports: imports.print() }),
  );
}
