import { type RenderedFile, stringLiteral } from '@planner/target';
import { EQUALITY_SETUP } from '../domain/tests';
import type { RenderContext } from '../render-context';
import { dependencies, devDependencies } from './dependencies';
import { readmeOf } from './readme';
import { targets } from './targets';

/** What makes the folder a project: packages, targets, configuration of compiler, tests and lint, README. */
export function renderProject(context: RenderContext): RenderedFile[] {
  const { project, request } = context;
  const packageName = project.scope === '' ? project.name : `${project.scope}/${project.name}`;
  const view = {
    packageName: JSON.stringify(packageName),
    name: stringLiteral(project.name),
    integrationName: stringLiteral(`${project.name}-integration`),
    setup: context.has(6) ? EQUALITY_SETUP : undefined,
    kernel: stringLiteral(project.kernel.packageName),
    dependencies: jsonMembers(dependencies(request.phases, project.kernel.packageName)),
    devDependencies: jsonMembers(devDependencies(request.phases)),
  };
  const projectView = {
    name: JSON.stringify(project.name),
    directory: project.directory,
    toRoot: `${project.directory.replace(/[^/]+/g, '..')}/`,
    targets: jsonMembers(Object.entries(targets(request.phases))),
  };
  const file = (path: string, fileView: object) =>
    context.file(1, path, context.templates.render(`project/${path}`, fileView));
  return [
    file('.gitignore', {}),
    file('README.md', readmeOf(context)),
    file('eslint.config.mjs', view),
    file('package.json', view),
    file('project.json', projectView),
    file('tsconfig.build.json', {}),
    file('tsconfig.json', {}),
    file('vitest.config.mts', view),
    ...(context.has(6) ? [file('vitest.integration.config.mts', view)] : []),
  ];
}

/** The members of a JSON object, indented to stand inside one. */
function jsonMembers(entries: readonly (readonly [string, unknown])[]): string {
  const lines = JSON.stringify(Object.fromEntries(entries), undefined, 2).split('\n').slice(1, -1);
  return lines.map((line) => `  ${line}`).join('\n');
}
