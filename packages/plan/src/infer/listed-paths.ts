import type { Diagnostic, SourceSpan } from '@planner/model';
import type { ListedFile, Plan, Task } from '../plan';
import { findPaths } from '../parse/path-text';
import { pascalName, snakeName } from './names';

/** A file that a plan lists, as a path below the project's folder. */
export interface ListedPath {
  /** Separated by `/`, without `./` and `packages/<name>/`. */
  readonly path: string;
  readonly folders: readonly string[];
  /** The name without its extension, in snake_case and ASCII: `order_repository_impl`. */
  readonly stem: string;
  /** `py`, in lower case; empty for none. */
  readonly extension: string;
  /** The class that the name says: `OrderRepositoryImpl`. */
  readonly className: string;
  readonly note?: string;
  readonly step?: number;
  readonly span: SourceSpan;
}

/** A listed path that no file comes of. */
export interface Unplaced {
  readonly path: string;
  /** A sentence. */
  readonly why: string;
  readonly span: SourceSpan;
}

export interface Listing {
  readonly files: readonly ListedPath[];
  readonly unplaced: readonly Unplaced[];
  readonly diagnostics: readonly Diagnostic[];
  /** The language of most of the files: `python`. */
  readonly language?: string;
}

const LANGUAGES: Readonly<Record<string, string>> = { py: 'python', ts: 'typescript' };
/** What may stand before the project's own folders. */
const PROJECT_FOLDER = /^(?:packages|apps|libs|services|projects)\/[^/]+\//;

/**
 * The files that a plan lists, each once, with those that its tasks name in backticks. What is no file (a folder, a template's
 * placeholder) or none that a scaffold could write is unplaced; a path that leads out is an error of the parser already.
 */
export function listedPaths(plan: Pick<Plan, 'files' | 'tasks'>): Listing {
  const listed = [...plan.files, ...plan.tasks.flatMap(filesInTask)].map((file) => ({
    file,
    path: normalized(file.path),
  }));
  const unplaced: Unplaced[] = [];
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, ListedPath>();
  for (const { file, path } of listed) {
    const why = reasonAgainst(file, path, listed);
    if (why === 'grouping' || why === 'reported') continue;
    if (why !== undefined) {
      unplaced.push({ path: file.path, why, span: file.span });
      continue;
    }
    const known = files.get(path.toLowerCase());
    if (known === undefined) files.set(path.toLowerCase(), describe(path, file));
    else if (known.path !== path) diagnostics.push(differsByCase(file, known));
  }
  const { language, others } = byLanguage([...files.values()]);
  unplaced.push(
    ...others.map(({ path, span }) => ({ path, why: 'It is not in the language of the other files.', span })),
  );
  const own = [...files.values()].filter((file) => !others.includes(file));
  return { files: own, unplaced, diagnostics, ...(language !== undefined && { language }) };
}

function normalized(path: string): string {
  const plain = path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/');
  return plain
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/\.\//g, '/')
    .replace(PROJECT_FOLDER, '')
    .trim();
}

/** Why nothing comes of a path; `grouping`: a folder that only holds listed files, `reported`: the parser said so. */
function reasonAgainst(file: ListedFile, path: string, all: readonly { readonly path: string }[]): string | undefined {
  if (/^(?:[\\/~]|[A-Za-z]:)/.test(file.path) || file.path.split(/[\\/]/).includes('..')) return 'reported';
  if (/[[{<][^\]}>]*[\]}>]/.test(path)) return 'It is a placeholder of the template.';
  if (path.startsWith('docs/')) return 'It is a document, which planner does not write.';
  if (path === '' || path.endsWith('/') || !/[^/]\.[A-Za-z0-9]+$/.test(path)) {
    const folder = path.replace(/\/+$/, '');
    const used = all.some((other) => other.path !== path && other.path.startsWith(`${folder}/`));
    if (used) return 'grouping';
    const name = path.split('/').at(-1) ?? '';
    return path.endsWith('/') || !/^(?:\.|[A-Z])/.test(name) ? 'It is a folder; list its files.' : NOT_CODE;
  }
  if (
    /(?:^|\/)(?:alembic|migrations)\/(?:versions\/)?[^/]+\.(?:py|ts)$/.test(path) &&
    !/\/(?:env|index)\.[a-z]+$/.test(path)
  )
    return 'It is a migration, which the scaffold writes under a name of its own.';
  if (path.length > LONGEST_PATH || path.split('/').some((part) => part.length > LONGEST_NAME || / $|^ /.test(part)))
    return 'Its name is too long, or begins or ends with a space.';
  return LANGUAGES[extensionOf(path)] === undefined ? NOT_CODE : undefined;
}

const NOT_CODE =
  'It is no source file of the service; what the service needs of this kind, the scaffold writes itself.';
const LONGEST_PATH = 200;
const LONGEST_NAME = 100;

function extensionOf(path: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

function describe(path: string, { note, step, span }: ListedFile): ListedPath {
  const folders = path.split('/');
  const name = (folders.pop() ?? '').replace(/\.[A-Za-z0-9]+$/, '');
  return {
    path,
    folders,
    stem: snakeName(name),
    extension: extensionOf(path),
    className: pascalName(name) || 'Unnamed',
    span,
    ...(note !== undefined && { note }),
    ...(step !== undefined && { step }),
  };
}

function byLanguage(files: readonly ListedPath[]): { language?: string; others: ListedPath[] } {
  const counts = new Map<string, number>();
  for (const { extension } of files) counts.set(extension, (counts.get(extension) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) return { others: [] };
  const language = LANGUAGES[first[0]];
  return {
    ...(language !== undefined && { language }),
    others: files.filter(({ extension }) => extension !== first[0]),
  };
}

function filesInTask(task: Task): ListedFile[] {
  if (task.id !== undefined || !/`[^`]*\/[^`]*`/.test(task.text)) return [];
  const codes = [...task.text.matchAll(/`[^`]{1,300}`/g)].map(([code]) => code);
  const paths = codes.flatMap((code) => findPaths(code, 0)).map(({ path }) => path);
  return paths.filter((path) => /\/[^/]+\.(?:py|ts)$/.test(path)).map((path) => ({ path, span: task.span }));
}

function differsByCase(file: ListedFile, first: ListedPath): Diagnostic {
  return {
    rule: 'infer/case',
    severity: 'warning',
    message: `${file.path} differs from ${first.path} in its capitals only, so it is the same file on many systems.`,
    hint: 'Give one of them another name; the first is written.',
    span: file.span,
  };
}
