import { type FieldModel, lowerFirst, type TypeModel, type ValueObjectModel } from '@planner/model';
import { commentText, invariantStubs, type RenderedFile, stringLiteral } from '@planner/target';
import { binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { DOMAIN_SUPPORT } from './support';

export function renderValueObjectTest(context: RenderContext, model: ValueObjectModel): RenderedFile {
  const names = context.names.valueObject(model.name);
  const file = `test/unit/domain/value-objects/${names.kebab}.test.ts`;
  const imports = context.imports(file);
  const type: TypeModel = { kind: 'valueObject', name: model.name };
  const invariants = model.kind === 'composite' ? model.invariants : [];
  const sample = context.samples.data(type, 0, imports);
  const invalid = context.samples.invalid({ type }, imports);
  const view = {
    name: stringLiteral(model.name),
    type: imports.value(names.type),
    data:
      model.kind === 'composite' ? imports.type(names.data) : context.types.data({ type, optional: false }, imports),
    sample,
    others: others(context, model, sample, imports),
    absent: model.kind === 'composite' ? model.fields.filter(({ optional }) => optional).map(({ name }) => name) : [],
    invalid: invalid.map(({ path, rule, data }) => ({
      code: stringLiteral(path.includes('*') ? rule : [model.name, path, rule].filter((part) => part !== '').join('.')),
      data,
    })),
    edges: context.samples.edges({ type }, imports).map(({ path, rule, data }) => ({
      code: stringLiteral([model.name, path, rule].filter((part) => part !== '').join('.')),
      data,
    })),
    rulesFile: invariants.length === 0 ? undefined : imports.specifier(names.rulesFile),
    rules: invariants.map((rule) => ({
      rule: binding(lowerFirst(rule.name)),
      literal: stringLiteral(binding(lowerFirst(rule.name))),
      title: stringLiteral(`is refused when it breaks ${rule.name}`),
      error: imports.value(names.ruleErrors.get(rule.name) ?? names.type),
      code: stringLiteral(rule.name),
    })),
    todos: invariantStubs(invariants, names, binding).map(({ name, text }) =>
      stringLiteral(`${name}: ${commentText(text)}`),
    ),
  };
  for (const name of ['describe', 'expect', 'it', ...(view.rules.length > 0 ? ['afterEach', 'beforeEach', 'vi'] : [])])
    imports.package('vitest', name);
  if (view.rulesFile !== undefined) imports.packageNamespace(view.rulesFile, 'rules');
  imports.value({ name: 'expectFrozen', file: DOMAIN_SUPPORT });
  if (view.invalid.length > 0) imports.value({ name: 'violation', file: DOMAIN_SUPPORT });
  if (view.rules.length > 0) imports.value({ name: 'domainError', file: DOMAIN_SUPPORT });
  return context.file(
    6,
    file,
    context.templates.render('domain/tests/value-object.test.ts', { ...view, imports: imports.print() }),
  );
}

/** Data that differs from the sample in one field (of a simple one: in the value). */
function others(
  context: RenderContext,
  model: ValueObjectModel,
  sample: string,
  imports: ReturnType<RenderContext['imports']>,
): { readonly title: string; readonly data: string }[] {
  if (model.kind === 'simple') {
    const other = context.samples.data({ kind: 'valueObject', name: model.name }, 1, imports);
    return other === sample ? [] : [{ title: "'value'", data: other }];
  }
  return model.fields.flatMap((field: FieldModel) => {
    const other = context.samples.data(field.type, 1, imports);
    return other === context.samples.data(field.type, 0, imports)
      ? []
      : [{ title: stringLiteral(field.name), data: `{ ...sample, ${field.name}: ${other} }` }];
  });
}
