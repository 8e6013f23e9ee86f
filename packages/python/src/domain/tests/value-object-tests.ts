import {
  type FieldModel,
  lowerFirst,
  type RuleModel,
  type ValueObjectModel,
  type ValueObjectType,
} from '@planner/model';
import { type Exported, invariantStubs, type RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute, binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { codeOf } from './codes';
import { pendingTests } from './pending';
import { testModule } from './support';
import { Titles } from './titles';

export function renderValueObjectTest(context: RenderContext, model: ValueObjectModel): RenderedFile {
  const names = context.names.valueObject(model.name);
  const file = `tests/unit/domain/value_objects/test_${names.snake}.py`;
  const imports = context.imports(file);
  const type: ValueObjectType = { kind: 'valueObject', name: model.name };
  const invariants = model.kind === 'composite' ? model.invariants : [];
  const titles = new Titles();
  const sample = { name: `sample_${names.snake}`, value: context.samples.constructed(type, 0, imports) };
  const view = {
    type: imports.value(names.type),
    sample,
    others: others(context, model, sample, imports),
    absent:
      model.kind === 'composite'
        ? model.fields.filter(({ optional }) => optional).map(({ name }) => attribute(name))
        : [],
    invalid: cases(context, model, sample, imports, 'invalid'),
    edges: cases(context, model, sample, imports, 'edges'),
    ...ruleCases(invariants, names.ruleErrors, titles, imports),
    pending: pendingTests(invariantStubs(invariants, names, binding), titles),
  };
  if (invariants.length > 0) imports.projectModule(names.rulesFile, 'rules');
  return testModule(context, file, 'value-object.py', view, imports);
}

/** The cases of broken invariants, and what the stubs answer while something else is tested. */
export function ruleCases(
  invariants: readonly RuleModel[],
  errors: ReadonlyMap<string, Exported>,
  titles: Titles,
  imports: ImportSet,
) {
  const rules = invariants.map((rule) => ({
    rule: binding(lowerFirst(rule.name)),
    title: titles.name(`is refused when it breaks ${rule.name}`),
    error: errorOf(errors, rule.name, imports),
    code: pyString(rule.name),
  }));
  return { rules, mocks: rules.map(({ rule }) => ({ rule, answer: 'True' })) };
}

export function errorOf(errors: ReadonlyMap<string, Exported>, rule: string, imports: ImportSet): string {
  const error = errors.get(rule);
  if (error === undefined) throw new Error(`no error for the rule ${rule}`);
  return imports.value(error);
}

interface Sample {
  readonly name: string;
  readonly value: string;
}

/** Values that differ from the sample in one field (of a simple one: in the value). */
function others(
  context: RenderContext,
  model: ValueObjectModel,
  sample: Sample,
  imports: ImportSet,
): { part: string; value: string }[] {
  if (model.kind === 'simple') {
    const other = context.samples.constructed({ kind: 'valueObject', name: model.name }, 1, imports);
    return other === sample.value ? [] : [{ part: '"value"', value: other }];
  }
  return model.fields.flatMap(({ name, type }: FieldModel) => {
    if (context.sampleText(type, 1) === context.sampleText(type, 0)) return [];
    const other = context.samples.domain(type, 1, imports);
    return [{ part: pyString(name), value: `replace(${sample.name}(), ${attribute(name)}=${other})` }];
  });
}

/** Values at or beyond the edge of a constraint, each in an otherwise valid value object. */
function cases(
  context: RenderContext,
  model: ValueObjectModel,
  sample: Sample,
  imports: ImportSet,
  which: 'invalid' | 'edges',
): { readonly code: string; readonly value: string }[] {
  if (model.kind === 'simple') {
    const type = imports.value(context.names.valueObject(model.name).type);
    return context.samples[which](model, imports).map((each) => ({
      code: pyString(codeOf(model.name, '', each)),
      value: `${type}(${each.value})`,
    }));
  }
  return model.fields.flatMap((field) =>
    context.samples[which](field, imports).map((each) => ({
      code: pyString(codeOf(model.name, field.name, each)),
      value: `replace(${sample.name}(), ${attribute(field.name)}=${each.value})`,
    })),
  );
}
