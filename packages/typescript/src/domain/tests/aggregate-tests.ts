import type { AggregateModel } from '@planner/model';
import {
  aggregateStubs,
  commentText,
  type RenderedFile,
  ruleFunctions,
  type RuleFunctions,
  type RulePlace,
  stringLiteral,
} from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { COMPUTED } from './expected-state';
import { operationTests } from './operation-tests';
import { CHANGE_CONTEXT_FILE, dataFunctions, inputFunction, samplesFile, subjectOf } from './sample-values';
import { DOMAIN_SUPPORT } from './support';
import { binding } from '../../names';

export function renderAggregateTest(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const names = context.names.aggregate(aggregate.name);
  const file = `test/unit/domain/aggregates/${names.kebab}.test.ts`;
  const imports = context.imports(file);
  const functions = ruleFunctions(aggregate, binding);
  const { first, other } = dataFunctions(context, aggregate);
  const operations = aggregate.operations.map((operation) =>
    operationTests(context, aggregate, operation, functions, imports),
  );
  const view = {
    name: stringLiteral(aggregate.name),
    root: imports.value(names.root),
    subject: subjectOf(aggregate),
    first: imports.value({ name: first, file: samplesFile(context, aggregate) }),
    other: imports.value({ name: other, file: samplesFile(context, aggregate) }),
    rulesFile: functions.places.length === 0 ? undefined : imports.specifier(names.rulesFile),
    mocks: mocks(context, aggregate, functions, imports),
    transitionError: undefined as string | undefined,
    operations,
    todos: aggregateStubs(aggregate, names, binding).map(({ name, text }) =>
      stringLiteral(`${name}: ${commentText(text)}`),
    ),
  };
  if (view.rulesFile !== undefined) imports.packageNamespace(view.rulesFile, 'rules');
  for (const operation of aggregate.operations) {
    if (operation.parameters.length > 0)
      imports.value({ name: inputFunction(context, aggregate, operation), file: samplesFile(context, aggregate) });
  }
  if (operations.some(({ refused }) => refused.length > 0)) view.transitionError = imports.value(names.transitionError);
  importTestParts(imports, operations, view.mocks.length > 0);
  return context.file(
    6,
    file,
    context.templates.render('domain/tests/aggregate.test.ts', { ...view, imports: imports.print() }),
  );
}

type Operations = readonly ReturnType<typeof operationTests>[];

function importTestParts(imports: ImportSet, operations: Operations, hasMocks: boolean): void {
  for (const name of ['describe', 'expect', 'it', ...(hasMocks ? ['afterEach', 'beforeEach', 'vi'] : [])])
    imports.package('vitest', name);
  for (const name of ['changeContext', 'NOW']) imports.value({ name, file: CHANGE_CONTEXT_FILE });
  if (operations.some(({ outcomes, room }) => JSON.stringify([outcomes, room]).includes('newId(')))
    imports.value({ name: 'newId', file: CHANGE_CONTEXT_FILE });
  const support = (name: string) => imports.value({ name, file: DOMAIN_SUPPORT });
  support('expectFrozen');
  const needs = (wanted: (operation: Operations[number]) => boolean) => operations.some(wanted);
  if (needs(({ constraints, computed }) => constraints.length + computed.length > 0)) support('violation');
  if (needs(({ refused, rules, lists }) => refused.length + rules.length + lists.length > 0)) support('domainError');
  if (
    needs(
      ({ isCreate, refused, rules, constraints, computed, lists }) =>
        !isCreate && refused.length + rules.length + constraints.length + computed.length + lists.length > 0,
    )
  )
    support('expectRefused');
}

/** What every stub answers while something else is tested. */
function mocks(
  context: RenderContext,
  aggregate: AggregateModel,
  functions: RuleFunctions,
  imports: ImportSet,
): { readonly literal: string; readonly answer: string }[] {
  return functions.places.map((place) => ({
    literal: stringLiteral(functions.name(place)),
    answer: answer(context, aggregate, place, imports),
  }));
}

function answer(context: RenderContext, aggregate: AggregateModel, place: RulePlace, imports: ImportSet): string {
  switch (place.kind) {
    case 'invariant':
    case 'requirement':
      return 'true';
    case 'computed': {
      const field = aggregate.fields.find(({ name }) => name === place.field);
      return field === undefined ? 'undefined' : context.samples.domain(field.type, COMPUTED, imports);
    }
    case 'target':
      return stringLiteral(aggregate.operations.find(({ name }) => name === place.operation)?.to[0] ?? '');
    case 'eventField': {
      const field = context.model.events
        .find(({ name }) => name === place.event)
        ?.fields.find(({ name }) => name === place.field);
      return field === undefined ? 'undefined' : context.samples.domain(field.type, COMPUTED, imports);
    }
  }
}
