import type { AdapterModel, CallModel } from '@planner/model';
import { type RenderedFile, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { fakeAnswer } from './fake-answers';
import { fakeViews, operationNames } from './fakes';

/** Phase 6: a fake answers what the constraints of the port allow, and remembers what it was asked. */
export function renderFakeTest(context: RenderContext, adapter: AdapterModel): RenderedFile {
  const names = context.infrastructure.adapter(adapter.name);
  const file = `test/unit/infrastructure/${names.fake.file.split('/').at(-1)?.replace(/\.ts$/, '') ?? ''}.test.ts`;
  const imports = context.imports(file);
  const { calls, operations } = fakeViews(context, adapter, context.imports(names.fake.file));
  for (const name of ['describe', 'expect', 'it']) imports.package('vitest', name);
  const view = {
    title: stringLiteral(`the fake of ${adapter.name}`),
    fake: imports.value(names.fake),
    calls,
    operations: adapter.operations.map((operation, index) => ({ ...operations[index], ...samplesOf(context, adapter.name, operation, imports) })),
    registry: adapter.select === undefined ? undefined : registryView(context, adapter.name, adapter.select, imports),
  };
  return context.file(6, file, context.templates.render('infrastructure/test/unit/fake.test.ts', { ...view, imports: imports.print() }));
}

function registryView({ names, infrastructure }: RenderContext, adapter: string, select: string, imports: ImportSet) {
  return {
    title: stringLiteral(`is another one for every ${select}`),
    name: imports.value(infrastructure.adapter(adapter).registry),
    members: imports.value(names.enum(select).members),
  };
}

/** The argument of a call, and what its answer has to be: within its checks, or, where there are none, that very answer. */
function samplesOf(context: RenderContext, adapter: string, operation: CallModel, imports: ImportSet) {
  const { input, output, bare } = operation;
  const given = input.map((field) => `${field.name}: ${context.samples.data(field.type, 0, imports)}`);
  const checks = output.flatMap((field) => context.types.dataChecks(field, field.name, bare ? 'answer' : `answer.${field.name}`, imports));
  if (checks.length > 0) imports.kernel('Constraints');
  return {
    inputType: given.length === 0 ? '' : imports.type(operationNames(context, adapter, operation).input),
    argument: given.length === 0 ? '' : `{ ${given.join(', ')} }`,
    checks,
    answer: checks.length > 0 ? '' : fakeAnswer(context, { ...operation, input: [] }, imports).text,
  };
}
