import { applicationStubs, domainStubs, readmeView, type ReadmeView, type Stub } from '@planner/target';
import { binding } from '../names';
import type { RenderContext } from '../render-context';
import { targets } from './targets';

const COMMANDS: Readonly<Record<string, string>> = {
  install: 'makes the environment `.venv`, with uv',
  codegen: 'generates the messages and services from `proto/`',
  build: 'packs the service and its kernel into `dist/`',
  typecheck: 'checks the types of sources and tests',
  test: 'runs the fast tests',
  'test-integration': 'runs the tests on a database: TEST_DATABASE_URL, else an embedded one',
  lint: 'checks style and layers',
  migrate: 'brings the database up to date',
  serve: 'starts the gRPC server',
};

export function readmeOf(context: RenderContext): ReadmeView {
  const names = Object.keys(targets(context.project, context.request.phases));
  return readmeView(context.request, stubsOf(context), {
    server: 'servicers, mappers, validation',
    targets: Object.fromEntries(names.map((name) => [name, COMMANDS[name] ?? name])),
  });
}

function stubsOf({ model, names, application, has }: RenderContext): Stub[] {
  return [...domainStubs(model, names, binding), ...(has(3) ? applicationStubs(model, application) : [])];
}
