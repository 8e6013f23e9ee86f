import { type AggregateModel, type EntityModel, type FieldModel, lowerFirst, type TypeModel } from '@planner/model';
import { commentText, invariantStubs, type RenderedFile, stringLiteral } from '@planner/target';
import { binding, property } from '../../names';
import type { RenderContext } from '../../render-context';
import { refusedSamples } from './domain-samples';
import { defaultData } from './expected-state';
import { CHANGE_CONTEXT_FILE } from './sample-values';
import { DOMAIN_SUPPORT } from './support';

export function renderEntityTest(context: RenderContext, aggregate: AggregateModel, entity: EntityModel): RenderedFile {
  const names = context.names.entity(aggregate.name, entity.name);
  const file = `test/unit/domain/aggregates/${context.names.aggregate(aggregate.name).kebab}/${names.kebab}.test.ts`;
  const imports = context.imports(file);
  const type: TypeModel = { kind: 'entity', aggregate: aggregate.name, name: entity.name };
  const code = (path: string, rule: string) =>
    stringLiteral(path.includes('*') ? rule : [entity.name, path, rule].join('.'));
  let count = 0;
  const view = {
    name: stringLiteral(entity.name),
    type: imports.value(names.type),
    data: imports.type(names.data),
    draftData: imports.type(names.draftData),
    draftType: '',
    sample: context.samples.data(type, 0, imports),
    other: context.samples.data(type, 1, imports),
    draft: context.samples.draftData(type, 0, imports),
    created: context.samples.createdData(type, 0, imports, () => `newId(${String(++count)})`),
    invalid: context.samples
      .invalid({ type }, imports)
      .map(({ path, rule, data }) => ({ code: code(path, rule), data })),
    edges: context.samples.edges({ type }, imports).map(({ path, rule, data }) => ({ code: code(path, rule), data })),
    converted: convertedCases(context, entity, imports),
    unchecked: entity.fields.flatMap((field) =>
      refusedSamples(context, field.type, imports).map(({ path, rule, value }) => ({
        code: code(join(field.name, path), rule),
        field: field.name,
        value,
      })),
    ),
    defaults: entity.fields.flatMap((field) =>
      field.default === undefined
        ? []
        : [
            {
              title: stringLiteral(`takes the default for ${field.name} when it is left out`),
              field: field.name,
              value: defaultData(context, field.type, field.default, imports),
            },
          ],
    ),
    absent: entity.fields.filter(({ optional }) => optional).map(({ name }) => name),
    rulesFile: entity.invariants.length === 0 ? undefined : imports.specifier(names.rulesFile),
    rules: entity.invariants.map((rule) => ({
      rule: binding(lowerFirst(rule.name)),
      literal: stringLiteral(binding(lowerFirst(rule.name))),
      title: stringLiteral(`is refused when it breaks ${rule.name}`),
      error: imports.value(names.ruleErrors.get(rule.name) ?? names.type),
      code: stringLiteral(rule.name),
    })),
    todos: invariantStubs(entity.invariants, names, binding).map(({ name, text }) =>
      stringLiteral(`${name}: ${commentText(text)}`),
    ),
    property,
  };
  if (view.unchecked.length > 0) view.draftType = imports.type(names.draft);
  importParts(view, imports);
  return context.file(
    6,
    file,
    context.templates.render('domain/tests/entity.test.ts', { ...view, imports: imports.print() }),
  );
}

interface Parts {
  readonly created: string;
  readonly defaults: readonly { readonly value: string }[];
  readonly invalid: readonly unknown[];
  readonly unchecked: readonly unknown[];
  readonly rules: readonly unknown[];
  readonly rulesFile: string | undefined;
}

function importParts(view: Parts, imports: ReturnType<RenderContext['imports']>): void {
  const hasRules = view.rules.length > 0;
  for (const name of ['describe', 'expect', 'it', ...(hasRules ? ['afterEach', 'beforeEach', 'vi'] : [])])
    imports.package('vitest', name);
  if (view.rulesFile !== undefined) imports.packageNamespace(view.rulesFile, 'rules');
  const sources = [view.created, ...view.defaults.map(({ value }) => value)].join(' ');
  imports.value({ name: 'changeContext', file: CHANGE_CONTEXT_FILE });
  if (sources.includes('newId(')) imports.value({ name: 'newId', file: CHANGE_CONTEXT_FILE });
  if (/\bNOW\b/.test(sources)) imports.value({ name: 'NOW', file: CHANGE_CONTEXT_FILE });
  imports.value({ name: 'expectFrozen', file: DOMAIN_SUPPORT });
  if (view.unchecked.length + view.invalid.length > 0) imports.value({ name: 'violation', file: DOMAIN_SUPPORT });
  if (hasRules) imports.value({ name: 'domainError', file: DOMAIN_SUPPORT });
}

/** Drafts with a part that is a value object or an identity and does not allow what it is given. */
function convertedCases(
  context: RenderContext,
  entity: EntityModel,
  imports: ReturnType<RenderContext['imports']>,
): { readonly title: string; readonly field: string; readonly value: string }[] {
  return entity.fields.flatMap((field: FieldModel) => {
    const element =
      field.type.kind === 'list' ? field.type.element : field.type.kind === 'map' ? field.type.value : field.type;
    if (element.kind !== 'valueObject' && element.kind !== 'ref') return [];
    const [first] = context.samples
      .invalid(field, imports)
      .filter(({ path }) => element === field.type || (path !== '' && !path.includes('*')));
    return first === undefined ? [] : [{ title: stringLiteral(field.name), field: field.name, value: first.data }];
  });
}

function join(field: string, path: string): string {
  if (path.includes('*')) return path;
  return path === '' || path.startsWith('[') ? field + path : `${field}.${path}`;
}
