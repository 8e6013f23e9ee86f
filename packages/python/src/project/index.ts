import type { RenderedFile } from '@planner/target';
import { basename, relative } from 'node:path/posix';
import { distributionOf } from '../kernel';
import { KEYWORDS } from '../names/reserved';
import type { RenderContext } from '../render-context';
import { dependencies, tools } from './dependencies';
import { readmeOf } from './readme';
import { targets } from './targets';

/** What makes the folder a project: packages, targets, configuration of types, tests and lint, README. */
export function renderProject(context: RenderContext): RenderedFile[] {
  const { project, request, model } = context;
  const kernel = {
    name: distributionOf(project.kernel.packageName),
    path: JSON.stringify(relative(project.directory, project.kernel.directory)),
  };
  const view = {
    name: JSON.stringify(project.name),
    description: JSON.stringify(`The bounded context ${model.context}`),
    kernel,
    share: project.name,
    sources: kernel.path.replaceAll('"', "'"),
    dependencies: dependencies(request.phases, kernel.name, model.database !== 'sqlite'),
    tools: tools(request.phases),
    hasTests: context.has(6),
    hasServer: context.has(5),
    placedIgnores: placedIgnores(request),
    hasDatabase: context.has(2),
  };
  const projectView = {
    name: JSON.stringify(project.name),
    directory: project.directory,
    toRoot: `${project.directory.replace(/[^/]+/g, '..')}/`,
    targets: jsonMembers(Object.entries(targets(project, request.phases))),
  };
  const file = (path: string, fileView: object) =>
    context.file(1, path, context.templates.render(`project/${path}`, fileView));
  return [
    file('.gitignore', {}),
    file('README.md', readmeOf(context)),
    file('project.json', projectView),
    file('pyproject.toml', view),
    file('tools/layer_contracts.py', {}),
    file('tools/python.mjs', view),
    ...(context.has(6) ? [] : [file('tests/conftest.py', {})]),
  ];
}

/** What the linter must overlook in files that a plan has placed or named: `OrderLine.py`, a servicer outside of its folder. */
function placedIgnores({ placements = {} }: RenderContext['request']): { path: string; rules: string }[] {
  const rules = Object.entries(placements).map(([id, { path }]) => {
    const isServicer = id.startsWith('presentation/service/') && !path.startsWith('src/presentation/grpc/servicers/');
    return {
      path,
      rules: [...(isServicer ? ['N802'] : []), ...(path.endsWith('.py') && !isUsualModule(path) ? ['N999'] : [])],
    };
  });
  return rules
    .filter((each) => each.rules.length > 0)
    .map((each) => ({ path: JSON.stringify(each.path), rules: JSON.stringify(each.rules) }))
    .sort((first, second) => (first.path < second.path ? -1 : 1));
}

function isUsualModule(path: string): boolean {
  const stem = basename(path, '.py');
  return /^[a-z_][a-z0-9_]*$/.test(stem) && !KEYWORDS.has(stem);
}

/** The members of a JSON object, indented to stand inside one. */
function jsonMembers(entries: readonly (readonly [string, unknown])[]): string {
  const lines = JSON.stringify(Object.fromEntries(entries), undefined, 2).split('\n').slice(1, -1);
  return lines.map((line) => `  ${line}`).join('\n');
}
