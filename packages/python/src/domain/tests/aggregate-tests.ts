import type { AggregateModel } from '@planner/model';
import { aggregateStubs, fieldNamed, type RenderedFile, ruleFunctions, type RulePlace } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { COMPUTED } from './expected-state';
import { operationTests } from './operation-tests';
import { pendingTests } from './pending';
import { inputSample, stateSamples, subjectOf } from './sample-values';
import { testModule } from './support';
import { Titles } from './titles';
import { binding } from '../../names';

export function renderAggregateTest(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const names = context.names.aggregate(aggregate.name);
  const file = `tests/unit/domain/aggregates/test_${names.snake}.py`;
  const imports = context.imports(file);
  const functions = ruleFunctions(aggregate, binding);
  const { first, other } = stateSamples(context, aggregate);
  const view = {
    root: imports.value(names.root),
    state: imports.value(names.state),
    subject: subjectOf(aggregate),
    first: imports.value(first),
    other: imports.value(other),
    mocks: functions.places.map((place) => ({
      rule: functions.name(place),
      answer: answer(context, aggregate, place, imports),
    })),
    operations: aggregate.operations.map((operation) =>
      operationTests(context, aggregate, operation, functions, imports),
    ),
    pending: pendingTests(aggregateStubs(aggregate, names, binding), new Titles()),
  };
  if (functions.places.length > 0) imports.projectModule(names.rulesFile, 'rules');
  const candidates = [
    ...aggregate.operations.map((operation) => inputSample(context, aggregate, operation).type),
    ...(aggregate.lifecycle ? [context.names.enum(aggregate.lifecycle.enum).type] : []),
  ];
  return testModule(context, file, 'aggregate.py', view, imports, candidates);
}

/** What a stub answers while something else is tested. */
function answer(context: RenderContext, aggregate: AggregateModel, place: RulePlace, imports: ImportSet): string {
  switch (place.kind) {
    case 'invariant':
    case 'requirement':
      return 'True';
    case 'computed':
      return context.samples.domain(fieldNamed(aggregate, place.field).type, COMPUTED, imports);
    case 'target':
      return targetState(context, aggregate, place.operation, imports);
    case 'eventField':
      return eventFieldSample(context, place.event, place.field, imports);
  }
}

function targetState(
  { types }: RenderContext,
  { lifecycle, operations }: AggregateModel,
  name: string,
  imports: ImportSet,
): string {
  const [first] = operations.find((operation) => operation.name === name)?.to ?? [];
  return lifecycle === undefined || first === undefined
    ? 'None'
    : types.literal({ kind: 'enum', name: lifecycle.enum }, first, imports);
}

/** What the stub of an event field answers in tests. */
export function eventFieldSample(
  { model, samples }: RenderContext,
  event: string,
  field: string,
  imports: ImportSet,
): string {
  const type = model.events.find(({ name }) => name === event)?.fields.find(({ name }) => name === field)?.type;
  return type === undefined ? 'None' : samples.domain(type, COMPUTED, imports);
}
