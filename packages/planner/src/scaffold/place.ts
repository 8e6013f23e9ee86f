import type { Tree } from '@nx/devkit';
import { Failure } from '../failure';
import { projectDirectory } from '../workspace/safe-path';
import type { ScaffoldedProject, WorkspaceProjects } from '../workspace/scaffolded-projects';
import { npmScope } from '../workspace/settings';
import type { ProjectSettings } from './planner-json';

/** Where a project lies or will lie, and what it is called. */
export interface Place {
  /** From the workspace root. */
  readonly directory: string;
  readonly settings: ProjectSettings;
}

export interface Wish {
  readonly context: string;
  readonly language: string;
  /** What the person asks for with `--directory`. */
  readonly directory?: string | undefined;
}

/**
 * The place of a project that is already there.
 *
 * @throws Failure when `--directory` asks for another one
 */
export function placeOf(project: ScaffoldedProject, wish: Wish): Place {
  const { directory, state } = project;
  if (wish.directory === undefined || projectDirectory(wish.directory) === directory) return { directory, settings: state.options };
  throw new Failure(
    `${wish.context} is already scaffolded in ${directory}, so --directory=${wish.directory} is refused. Nothing was written.\nLeave --directory out, or move the project first.`,
  );
}

/**
 * The place of a new project: `packages/<context>`, named after the context; where another directory holds that name,
 * `<context>-<language>`.
 *
 * @throws Failure when both names are taken, or the folder belongs to another context
 */
export function choosePlace(tree: Tree, projects: WorkspaceProjects, wish: Wish): Place {
  const directory = chooseDirectory(projects, wish);
  const name = chooseName(projects, wish, directory);
  const scope = npmScope(tree);
  return { directory, settings: { name, language: wish.language, scope, kernel: kernelOf(projects, wish.language, scope) } };
}

function chooseDirectory(projects: WorkspaceProjects, { context, language, directory }: Wish): string {
  const holder = (folder: string) => projects.scaffolded.find((project) => project.directory === folder);
  if (directory === undefined) {
    const [first, second] = [`packages/${context}`, `packages/${context}-${language}`];
    return holder(first) === undefined ? first : second;
  }
  const wanted = projectDirectory(directory);
  const other = holder(wanted);
  if (other === undefined) return wanted;
  throw new Failure(
    `${wanted} already holds ${other.state.model.context} in ${other.state.options.language}. Nothing was written.\nChoose another --directory.`,
  );
}

function chooseName({ roots }: WorkspaceProjects, { context, language }: Wish, directory: string): string {
  const holder = (name: string) => {
    const root = roots.get(name);
    return root === directory ? undefined : root;
  };
  const candidates = [context, `${context}-${language}`];
  const free = candidates.find((name) => holder(name) === undefined);
  if (free !== undefined) return free;
  const taken = candidates.map((name) => `${name} (in ${holder(name) ?? ''})`).join(' and ');
  throw new Failure(`The project names ${taken} are both taken. Nothing was written.\nRename one of these projects.`);
}

/** One kernel per language and workspace: the one that another project already uses, wherever its owner moved it. */
function kernelOf({ scaffolded }: WorkspaceProjects, language: string, scope: string): ProjectSettings['kernel'] {
  const other = scaffolded.find(({ state }) => state.options.language === language);
  if (other !== undefined) return other.state.options.kernel;
  const name = `kernel-${language}`;
  return { directory: `packages/${name}`, packageName: scope === '' ? name : `${scope}/${name}` };
}
