import type { AggregateModel, EntityModel, TypeModel } from '@planner/model';
import { invariantStubs, type RenderedFile } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute, binding } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { codeOf } from './codes';
import { defaultValue } from './expected-state';
import { pendingTests } from './pending';
import { equals, testModule } from './support';
import { Titles } from './titles';
import { ruleCases } from './value-object-tests';

export function renderEntityTest(context: RenderContext, aggregate: AggregateModel, entity: EntityModel): RenderedFile {
  const names = context.names.entity(aggregate.name, entity.name);
  const file = `tests/unit/domain/entities/test_${names.snake}.py`;
  const imports = context.imports(file);
  const type: TypeModel = { kind: 'entity', aggregate: aggregate.name, name: entity.name };
  const titles = new Titles();
  const draft = `sample_${names.snake}_draft`;
  let count = 0;
  const view = {
    type: imports.value(names.type),
    sample: { name: `sample_${names.snake}`, value: context.samples.domain(type, 0, imports) },
    other: { name: `another_${names.snake}`, value: context.samples.domain(type, 1, imports) },
    draft: { name: draft, type: imports.value(names.draft), value: context.samples.draft(type, 0, imports) },
    created: context.samples.created(type, 0, imports, () => `new_id(${String(++count)})`),
    absent: entity.fields.filter(({ optional }) => optional).map(({ name }) => attribute(name)),
    invalid: cases(context, entity, draft, imports, 'invalid'),
    edges: cases(context, entity, draft, imports, 'edges'),
    defaults: entity.fields.flatMap((field) =>
      field.default === undefined
        ? []
        : [
            {
              title: titles.name(`takes the default for ${field.name} when it is left out`),
              name: attribute(field.name),
              expected: equals(defaultValue(context, field.type, field.default, imports)),
            },
          ],
    ),
    ...ruleCases(entity.invariants, names.ruleErrors, titles, imports),
    pending: pendingTests(invariantStubs(entity.invariants, names, binding), titles),
  };
  if (entity.invariants.length > 0) imports.projectModule(names.rulesFile, 'rules');
  return testModule(context, file, 'entity.py', view, imports);
}

/** Drafts at or beyond the edge of a constraint, valid otherwise. */
function cases(
  context: RenderContext,
  entity: EntityModel,
  draft: string,
  imports: ImportSet,
  which: 'invalid' | 'edges',
): { readonly code: string; readonly value: string }[] {
  return entity.fields.flatMap((field) =>
    context.samples[which](field, imports).map((each) => ({
      code: pyString(codeOf(entity.name, field.name, each)),
      value: `replace(${draft}(), ${attribute(field.name)}=${each.value})`,
    })),
  );
}
