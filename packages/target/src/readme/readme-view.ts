import type { ContextModel } from '@planner/model';
import type { Stub } from '../stubs';
import type { Phase, RenderRequest } from '../target';
import { commentText } from '../text';

/** What a README says of a project beside what every language says. */
export interface ReadmeWords {
  /** What the presentation layer consists of: `servicers, mappers, validation`. */
  readonly server: string;
  /** What each target of the project does, in the order in which people meet them. */
  readonly targets: Readonly<Record<string, string>>;
}

/** What `README.md` shows. Text of the plan stands in it as one line, with the signs of Markdown escaped. */
export interface ReadmeView {
  readonly title: string;
  readonly summary: string;
  readonly plans: string;
  readonly layers: readonly Layer[];
  readonly commands: readonly string[];
  readonly stubs: readonly Stub[];
}
interface Layer {
  readonly phase: Phase;
  readonly folder: string;
  readonly content: string;
  /** What it may import. */
  readonly imports: string;
}

/** @param stubs every unfinished place that the project has with its phases */
export function readmeView(
  { model, project, phases }: RenderRequest,
  stubs: readonly Stub[],
  { server, targets }: ReadmeWords,
): ReadmeView {
  return {
    title: markdown(project.title ?? project.name),
    summary: `The bounded context \`${model.context}\` with ${aggregates(model)}.`,
    plans: plansText(project),
    layers: layers(server).filter(({ phase }) => phases.has(phase)),
    commands: commandLines(project.name, targets),
    stubs: stubs.map((stub) => ({ ...stub, text: `${markdown(stub.text)} (${stub.plan})` })),
  };
}

function layers(server: string): Layer[] {
  return [
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
    { phase: 5, folder: 'src/presentation', content: `the gRPC server: ${server}`, imports: 'domain, application' },
  ];
}

function aggregates(model: ContextModel): string {
  const names = model.aggregates.map(({ name }) => `\`${name}\``);
  if (names.length === 0) return 'no aggregates yet';
  return `the aggregate${names.length > 1 ? 's' : ''} ${names.join(', ')}`;
}

function plansText({ plans, directory }: RenderRequest['project']): string {
  if (plans.length === 0) return '';
  const up = directory.replace(/[^/]+/g, '..');
  const links = plans.map(({ id, title, file }) => `- [${id} ${markdown(title)}](<${up}/${file}>)`);
  return ['It follows these plans:', '', ...links].join('\n');
}

function commandLines(project: string, targets: ReadmeWords['targets']): string[] {
  const lines = Object.entries(targets).map(([name, text]) => ({
    // `nx migrate` is a command of Nx itself.
    command: name === 'migrate' ? `npx nx run ${project}:migrate` : `npx nx ${name} ${project}`,
    text,
  }));
  const width = Math.max(...lines.map(({ command }) => command.length));
  return lines.map(({ command, text }) => `${command.padEnd(width)}  # ${text}`);
}

/** What means something to Markdown inside a line: every text stands behind a sign of its own, so that no line begins with it. */
const SIGNS = /[\\`*[\]<>|~#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

function markdown(text: string): string {
  return commentText(text).replace(SIGNS, '\\$&');
}
