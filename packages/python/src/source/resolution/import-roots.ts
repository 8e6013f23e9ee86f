import { type SourceTree, workspacePath } from '@planner/target';
import { parse } from 'smol-toml';

/**
 * The folders where absolute imports of a project start: the project, its `src`, what its pyproject.toml says (setuptools, Poetry, pytest,
 * path dependencies of uv and Poetry), and then those of the other projects.
 */
export class ImportRoots {
  private readonly ofProject = new Map<string, readonly string[]>();

  constructor(private readonly tree: SourceTree) {}

  /** The project that a file belongs to: the innermost one around it. */
  projectOf(path: string): string {
    const around = this.tree.projects.filter((project) => project === '' || path.startsWith(`${project}/`));
    return around.reduce((inner, project) => (project.length > inner.length ? project : inner), '');
  }

  of(project: string): readonly string[] {
    const known = this.ofProject.get(project);
    if (known !== undefined) return known;
    const others = this.tree.projects.filter((each) => each !== project).flatMap((each) => this.own(each));
    const roots = [...new Set([...this.own(project), ...this.dependencies(project), ...others, ''])];
    this.ofProject.set(project, roots);
    return roots;
  }

  /** Whether the project asks for a distribution of that name, `alembic` say, which then comes before a mere folder so named. */
  dependsOn(project: string, name: string): boolean {
    const pyproject = this.pyproject(project);
    const groups = Object.keys(recordAt(pyproject, 'dependency-groups')).flatMap((each) =>
      textsAt(recordAt(pyproject, 'dependency-groups'), each),
    );
    const poetry = Object.keys(recordAt(recordAt(recordAt(pyproject, 'tool'), 'poetry'), 'dependencies'));
    return [...textsAt(recordAt(pyproject, 'project'), 'dependencies'), ...groups, ...poetry].some(
      (each) => normalized(/^[\w.-]+/.exec(each)?.[0] ?? '') === normalized(name),
    );
  }

  private own(project: string): string[] {
    return [project, workspacePath(project, 'src') ?? '', ...this.declared(project)];
  }

  private declared(project: string): string[] {
    const tool = recordAt(this.pyproject(project), 'tool');
    const where = textsAt(recordAt(recordAt(recordAt(tool, 'setuptools'), 'packages'), 'find'), 'where');
    const poetry = listAt(recordAt(tool, 'poetry'), 'packages').flatMap((each) => textsAt(each, 'from'));
    const pytest = textsAt(recordAt(recordAt(tool, 'pytest'), 'ini_options'), 'pythonpath');
    return inside(project, [...where, ...poetry, ...pytest]);
  }

  private dependencies(project: string): string[] {
    const tool = recordAt(this.pyproject(project), 'tool');
    const tables = [recordAt(recordAt(tool, 'uv'), 'sources'), recordAt(recordAt(tool, 'poetry'), 'dependencies')];
    const paths = tables.flatMap((table) =>
      Object.values(table).flatMap((each) => (isRecord(each) ? textsAt(each, 'path') : [])),
    );
    return inside(project, paths).flatMap((each) => this.own(each));
  }

  private pyproject(project: string): Readonly<Record<string, unknown>> {
    const text = this.tree.read(workspacePath(project, 'pyproject.toml') ?? '');
    try {
      return text === undefined ? {} : parse(text);
    } catch {
      // A broken pyproject.toml says nothing; that it is broken is for Python's own tools to tell.
      return {};
    }
  }
}

/** PEP 503, with underscores as modules have them. */
function normalized(name: string): string {
  return name.replaceAll(/[-_.]+/g, '_').toLowerCase();
}

function inside(project: string, paths: readonly string[]): string[] {
  return paths.map((path) => workspacePath(project, path)).filter((path) => path !== undefined);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordAt(record: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const value = record[key];
  return isRecord(value) ? value : {};
}

function listAt(record: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>>[] {
  const value = record[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textsAt(record: Readonly<Record<string, unknown>>, key: string): string[] {
  const value = record[key];
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => typeof each === 'string');
}
