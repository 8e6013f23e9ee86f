import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { errorCode } from '../failure';
import { pythonFormatter } from './format-python';

/** As far as it is used here; the workspace may bring another version of it than this package. */
type Prettier = Pick<typeof import('prettier'), 'format' | 'getFileInfo' | 'resolveConfig' | 'resolveConfigFile'>;

/** How generated code looks where the workspace has no Prettier configuration of its own. */
const HOUSE_STYLE = { singleQuote: true, printWidth: 100 } as const;

/** Below this many files a thread takes longer to start than it saves. */
const WORTH_A_THREAD = 120;

/** A file by its path from the workspace root. */
export interface Unformatted {
  readonly path: string;
  readonly text: string;
}

/** Gives files their final form; the texts come back in the order of the files. */
export type Formatter = (files: readonly Unformatted[]) => Promise<string[]>;

/**
 * A formatter with the workspace's own Prettier and its own configuration (`.prettierrc`, `.editorconfig`,
 * `.prettierignore`), for Python with ruff and its configuration, so that a later `prettier --check`, `ruff format --check`
 * or format-on-save finds nothing to change. What neither knows, or Prettier is told to ignore, stays as it is. Many files
 * are formatted on several threads.
 *
 * @param root absolute path of the workspace
 */
export function workspaceFormatter(root: string): Formatter {
  return async (files) => {
    const threads = Math.min(availableParallelism(), 4, Math.floor(files.length / WORTH_A_THREAD));
    if (threads < 2) return formatHere(root, files);
    // Dealt out in turn, because the large files of a layer stand together.
    const hands = Array.from({ length: threads }, (_, hand) =>
      files.filter((_file, index) => index % threads === hand),
    );
    const formatted = await Promise.all(hands.map((hand) => formatOnThread(root, hand)));
    return files.map((_, index) => formatted[index % threads]?.[Math.floor(index / threads)] ?? '');
  };
}

/** Formats one file after the other, in this thread. */
export async function formatHere(root: string, files: readonly Unformatted[]): Promise<string[]> {
  const prettier = loadPrettier(root);
  const python = pythonFormatter(root);
  const hasStyle = styleFinder(prettier);
  const texts: string[] = [];
  for (const file of files)
    texts.push(
      file.path.endsWith('.py')
        ? python(join(root, file.path), file.text)
        : await formatOne(prettier, hasStyle, root, file),
    );
  return texts;
}

/** Whether the workspace has a style for the files of a folder. Prettier would look through all folders above for each file. */
function styleFinder(prettier: Prettier): (folder: string) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async (folder) => {
    const found = known.get(folder) ?? (await prettier.resolveConfigFile(join(folder, 'any.ts'))) !== null;
    known.set(folder, found);
    return found;
  };
}

async function formatOne(
  prettier: Prettier,
  hasStyle: (folder: string) => Promise<boolean>,
  root: string,
  { path, text }: Unformatted,
): Promise<string> {
  const file = join(root, path);
  const { ignored, inferredParser } = await prettier.getFileInfo(file, { ignorePath: join(root, '.prettierignore') });
  if (ignored || inferredParser === null) return text;
  const own = await prettier.resolveConfig(file, { editorconfig: true });
  const house = (await hasStyle(dirname(file))) ? {} : HOUSE_STYLE;
  return prettier.format(text, { ...house, ...own, endOfLine: 'lf', filepath: file });
}

function formatOnThread(root: string, files: readonly Unformatted[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'format-thread.js'), { workerData: { root, files } });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

/** The workspace's own version, else the one that came with this package. */
function loadPrettier(root: string): Prettier {
  const fromWorkspace = createRequire(join(root, 'package.json'));
  try {
    return fromWorkspace('prettier') as Prettier;
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    return createRequire(__filename)('prettier') as Prettier;
  }
}
