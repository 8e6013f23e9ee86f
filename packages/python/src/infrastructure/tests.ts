import type { AdapterModel, CallModel } from '@planner/model';
import { allVariables, type Exported, type RenderedFile } from '@planner/target';
import { answersFields, argumentOf, operationNames } from '../application/ports/adapter-port';
import { type ImportSet, moduleOf } from '../imports';
import { attribute } from '../names';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { variableAttribute } from './config';
import { fakeAnswer } from './fake-answers';

const UNIT = ['clock_and_ids', 'config', 'database_health', 'environment', 'logger'];

/** The variables of a service in a test. */
export const ENVIRONMENT: Exported = { name: 'environment', file: 'tests/support/environment.py' };

/** Phase 6: tests of everything here. */
export function renderTests(context: RenderContext): RenderedFile[] {
  return [
    ...UNIT.map((name) => renderUnitTest(context, name)),
    ...context.model.adapters.map((adapter) => renderFakeTest(context, adapter)),
    renderEnvironment(context),
    renderContainerTest(context),
  ];
}

function renderEnvironment(context: RenderContext): RenderedFile {
  const imports = context.imports(ENVIRONMENT.file);
  const view = {
    variables: fixedView(context).variables,
    readEnvironment: imports.value(context.infrastructure.readEnvironment),
  };
  return context.file(
    6,
    ENVIRONMENT.file,
    context.templates.render('infrastructure/tests/support/environment.py', { ...view, imports: imports.print() }),
  );
}

function fixedView({ model, project, has }: RenderContext) {
  return {
    service: pyString(project.name),
    server: model.database !== 'sqlite',
    grpc: has(5),
    variables: allVariables(model).map((name) => ({
      name,
      attribute: variableAttribute(name),
      value: pyString(`of ${name}`),
    })),
  };
}

function renderUnitTest(context: RenderContext, name: string): RenderedFile {
  const path = `tests/unit/infrastructure/test_${name}.py`;
  const imports = context.imports(path);
  if (name === 'config') {
    imports.value(context.infrastructure.loadConfig);
    imports.value(context.infrastructure.configError);
    imports.from(moduleOf(context.infrastructure.configError.file), 'ConfigProblem');
    imports.value(context.infrastructure.projectRoot);
  }
  const view = { ...fixedView(context), imports: imports.print() };
  return context.file(6, path, context.templates.render(`infrastructure/tests/unit/test_${name}.py`, view));
}

function renderContainerTest(context: RenderContext): RenderedFile {
  const { infrastructure: names, repository, application, model } = context;
  const path = 'tests/integration/test_container.py';
  const imports = context.imports(path);
  for (const module of ['asyncio', 'io', 'json', 'pytest']) imports.module(module);
  imports.from('pathlib', 'Path');
  imports.from('typing', 'Any');
  imports.from('uuid', 'UUID');
  imports.kernel('errors', 'UnavailableError');
  for (const name of ['Provider', 'Scope', 'provide']) imports.from('dishka', name);
  for (const fixed of [names.config, names.loadConfig, names.createContainer, names.databaseHealth, names.createLogger])
    imports.value(fixed);
  for (const fixed of [repository.connect, repository.database, repository.databaseInUseError]) imports.value(fixed);
  for (const fixed of [repository.migrationStatus, repository.pendingMigrations]) imports.value(fixed);
  imports.value(application.idGenerator);
  imports.value(application.unitOfWork);
  imports.value(ENVIRONMENT);
  if (model.database !== 'sqlite')
    for (const name of ['STORES', 'empty_database']) imports.value({ name, file: 'tests/support/databases.py' });
  const adapters = model.adapters.map(({ name }) => ({
    port: imports.value(application.adapter(name).injected),
    fake: imports.value(names.adapter(name).injected),
  }));
  const useCases = model.useCases.map(({ name }) => imports.value(application.useCase(name).type));
  const unitOfWork = imports.value(repository.unitOfWork);
  const view = { ...fixedView(context), adapters, useCases, unitOfWork, imports: imports.print() };
  return context.file(6, path, context.templates.render('infrastructure/tests/integration/test_container.py', view));
}

/** A fake answers what the constraints of the port allow, and remembers what it was asked. */
function renderFakeTest(context: RenderContext, adapter: AdapterModel): RenderedFile {
  const names = context.infrastructure.adapter(adapter.name);
  const stem = names.fake.file.replace(/^.*\//, '').replace(/\.py$/, '');
  const path = `tests/unit/infrastructure/test_${stem}.py`;
  const imports = context.imports(path);
  imports.module('pytest');
  const view = {
    fake: imports.value(names.fake),
    operations: adapter.operations.map((operation) => operationView(context, adapter, operation, imports)),
    registry:
      adapter.select === undefined
        ? undefined
        : {
            test: attribute(adapter.select),
            name: imports.value(names.registry),
            member: imports.value(context.names.enum(adapter.select).type),
          },
  };
  const text = context.templates.render('infrastructure/tests/unit/test_fake.py', {
    ...view,
    imports: imports.print(),
  });
  return context.file(6, path, text);
}

/** Compared by `is`, as PEP 8 has it. */
const SINGLETONS = new Set(['True', 'False', 'None']);

/** A call, and what its answer has to be: within its checks, or, where there are none, that very answer. */
function operationView(context: RenderContext, adapter: AdapterModel, operation: CallModel, imports: ImportSet) {
  const { input, output, bare } = operation;
  const names = operationNames(context.application.adapter(adapter.name), operation);
  const given = input.map((slot) => ({
    name: argumentOf(names, slot.name),
    value: context.samples.domain(slot.type, 0, imports),
  }));
  const checks = output.flatMap((field) => {
    const name = attribute(field.name);
    return context.types.checks(field, name, bare ? 'answer' : `answer.${name}`, imports);
  });
  if (checks.length > 0) imports.kernel('constraints', 'Constraints');
  const answer =
    checks.length > 0 || !(answersFields(operation) || bare)
      ? ''
      : fakeAnswer(context, { ...operation, input: [] }, names, imports).replace(/\bcall\b/g, '1');
  const remembered = given.map(({ name, value }) => `"${name}": ${value}`).join(', ');
  return {
    test: names.method.replace(/^_+|_+$/g, ''),
    method: names.method,
    argument: given.map(({ name, value }) => `${name}=${value}`).join(', '),
    asked: `${pyString(operation.name)}, {${remembered}}`,
    checks: checks.join(''),
    answer: SINGLETONS.has(answer) ? `is ${answer}` : answer && `== ${answer}`,
  };
}
