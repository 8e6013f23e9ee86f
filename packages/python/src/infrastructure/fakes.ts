import type { AdapterModel, CallModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import { adapterCall, argumentOf, operationNames, registryView } from '../application/ports/adapter-port';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { pyString } from '../text';
import { fakeAnswer } from './fake-answers';

/** Phase 4: a working fake of one adapter; a client of the real system takes its place later. */
export function renderFake(context: RenderContext, adapter: AdapterModel): RenderedFile {
  const names = context.infrastructure.adapter(adapter.name);
  const { file } = names.fake;
  const imports = context.imports(file);
  const port = context.application.adapter(adapter.name);
  imports.from('dataclasses', 'dataclass');
  imports.from('collections.abc', 'Mapping');
  const view = {
    fake: names.fake.name,
    port: imports.value(port.port),
    operations: adapter.operations.map((operation) => operationView(context, adapter, operation, imports)),
    registry:
      adapter.select === undefined
        ? undefined
        : {
            ...registryView(context, port, adapter.select, imports),
            name: names.registry.name,
            port: imports.value(port.registry),
          },
  };
  const text = context.templates.render('infrastructure/adapters/fake.py', { ...view, imports: imports.print() });
  return context.file(4, file, text);
}

function operationView(context: RenderContext, adapter: AdapterModel, operation: CallModel, imports: ImportSet) {
  const names = operationNames(context.application.adapter(adapter.name), operation);
  const given = operation.input.map(({ name }) => argumentOf(names, name));
  return {
    ...adapterCall(context, operation, names, imports),
    asked: [pyString(operation.name), ...given.map((name) => `${name}=${name}`)].join(', '),
    value: fakeAnswer(context, operation, names, imports),
  };
}
