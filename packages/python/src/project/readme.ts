import { applicationStubs, commentText, domainStubs, type Phase, type Stub } from '@planner/target';
import type { RenderContext } from '../render-context';
import { targets } from './targets';
import { binding } from '../names';

const LAYERS: readonly {
  readonly phase: Phase;
  readonly folder: string;
  readonly content: string;
  readonly imports: string;
}[] = [
  {
    phase: 1,
    folder: 'src/domain',
    content: 'aggregates, entities, value objects, events, domain services',
    imports: 'the kernel',
  },
  { phase: 3, folder: 'src/application', content: 'use cases, DTOs, ports', imports: 'domain, the kernel' },
  {
    phase: 2,
    folder: 'src/infrastructure',
    content: 'persistence, adapters, configuration, container',
    imports: 'domain, application',
  },
  {
    phase: 5,
    folder: 'src/presentation',
    content: 'the gRPC server: servicers, mappers, validation',
    imports: 'domain, application',
  },
];

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

/** The view of `README.md`. Text of the plan stands in it as one line, with the signs of Markdown escaped. */
export function readmeView(context: RenderContext) {
  const { model, project } = context;
  return {
    title: markdown(project.title ?? project.name),
    summary: `The bounded context \`${model.context}\` with ${aggregates(context)}.`,
    plans: plansText(context),
    layers: LAYERS.filter(({ phase }) => context.has(phase)),
    commands: commandLines(context),
    stubs: stubsOf(context).map((stub) => ({ ...stub, text: `${markdown(stub.text)} (${stub.plan})` })),
  };
}

function aggregates({ model }: RenderContext): string {
  const names = model.aggregates.map(({ name }) => `\`${name}\``);
  if (names.length === 0) return 'no aggregates yet';
  return `the aggregate${names.length > 1 ? 's' : ''} ${names.join(', ')}`;
}

function plansText({ project }: RenderContext): string {
  if (project.plans.length === 0) return '';
  const up = project.directory.replace(/[^/]+/g, '..');
  const links = project.plans.map(({ id, title, file }) => `- [${id} ${markdown(title)}](<${up}/${file}>)`);
  return ['It follows these plans:', '', ...links].join('\n');
}

function commandLines({ project, request }: RenderContext): string[] {
  const lines = Object.keys(targets(project, request.phases)).map((name) => ({
    // `nx migrate` is a command of Nx itself.
    command: name === 'migrate' ? `npx nx run ${project.name}:migrate` : `npx nx ${name} ${project.name}`,
    text: COMMANDS[name] ?? name,
  }));
  const width = Math.max(...lines.map(({ command }) => command.length));
  return lines.map(({ command, text }) => `${command.padEnd(width)}  # ${text}`);
}

/** Every unfinished place that the project has with its phases. */
function stubsOf(context: RenderContext): Stub[] {
  return [
    ...domainStubs(context.model, context.names, binding),
    ...(context.has(3) ? applicationStubs(context.model, context.application) : []),
  ];
}

function markdown(text: string): string {
  return commentText(text).replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&');
}
