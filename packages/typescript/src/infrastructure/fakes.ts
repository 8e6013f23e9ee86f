import { type AdapterModel, type CallModel, lowerFirst } from '@planner/model';
import { type Exported, type RenderedFile, stringLiteral } from '@planner/target';
import type { AdapterOperationNames } from '../application';
import { adapterCall } from '../application/ports/adapter-port';
import type { ImportSet } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';
import { fakeAnswer } from './fake-answers';

/** Phase 4: a working fake of one adapter; a client of the real system takes its place later. */
export function renderFake(context: RenderContext, adapter: AdapterModel): RenderedFile[] {
  const names = context.infrastructure.adapter(adapter.name);
  const { file } = names.fake;
  const imports = context.imports(file);
  const apart = names.members.size > 0;
  const view = {
    ...fakeViews(context, adapter, imports, apart),
    fake: names.fake.name,
    call: names.call.name,
    answers: names.answers.name,
    port: imports.type(context.application.adapter(adapter.name).port),
  };
  const fake = context.file(4, file, context.templates.render('infrastructure/adapters/fake.ts', { ...view, imports: imports.print() }));
  return apart ? [fake, ...[...names.members.values()].map((member) => renderMember(context, names.fake, member)), renderRegistry(context, adapter)] : [fake];
}

/** A member that a plan gives a file of its own: the fake, until the client of that system is written there. */
function renderMember(context: RenderContext, fake: Exported, member: Exported): RenderedFile {
  const imports = context.imports(member.file);
  const text = `export class ${member.name} extends ${imports.value(fake)} {}\n`;
  return context.file(4, member.file, `${imports.print()}\n${text}`);
}

/** Beside members in files of their own the registry has one too, so that no two of these files import each other. */
function renderRegistry(context: RenderContext, adapter: AdapterModel): RenderedFile {
  const names = context.infrastructure.adapter(adapter.name);
  const { file } = names.registry;
  const imports = context.imports(file);
  const registry = adapter.select === undefined ? undefined : registryView(context, adapter.name, adapter.select, imports);
  const members = registry?.members.map(({ name }) => ({ name, type: imports.value(names.members.get(name) ?? names.fake) }));
  const view = { registry: { ...registry, members }, fake: imports.type(names.fake), answers: imports.type(names.answers) };
  return context.file(4, file, context.templates.render('infrastructure/adapters/fake-registry.ts', { ...view, imports: `${imports.print()}\n` }));
}

/** What the fake and its test have in common. `calls`: the property that remembers. */
export function fakeViews(context: RenderContext, adapter: AdapterModel, imports: ImportSet, apart = false) {
  const operations = operationViews(context, adapter, imports);
  return {
    calls: operations.some(({ method }) => method === 'calls') ? 'calls_' : 'calls',
    operations,
    registry: adapter.select === undefined || apart ? undefined : registryView(context, adapter.name, adapter.select, imports),
  };
}

function operationViews(context: RenderContext, adapter: AdapterModel, imports: ImportSet) {
  return adapter.operations.map((operation) => {
    const names = operationNames(context, adapter.name, operation);
    const { method, answer } = adapterCall(context, operation, names, imports);
    return {
      name: stringLiteral(operation.name),
      method,
      input: operation.input.length === 0 ? undefined : imports.type(names.input),
      answer,
      value: fakeAnswer(context, operation, imports),
    };
  });
}

export function operationNames({ application }: RenderContext, adapter: string, { name }: CallModel): AdapterOperationNames {
  const names = application.adapter(adapter).operations.get(name);
  if (names === undefined) throw new Error(`${adapter} has no operation ${name}`);
  return names;
}

function registryView(context: RenderContext, adapter: string, select: string, imports: ImportSet) {
  const { members } = context.model.enums.find(({ name }) => name === select) ?? { members: [] };
  return {
    name: context.infrastructure.adapter(adapter).registry.name,
    port: imports.type(context.application.adapter(adapter).registry),
    member: imports.type(context.names.enum(select).type),
    members: members.map(({ name }) => ({ name, type: context.infrastructure.adapter(adapter).fake.name })),
    parameter: binding(lowerFirst(select)),
  };
}
