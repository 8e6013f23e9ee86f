import { createRequire } from 'node:module';
import { join } from 'node:path';
import { errorCode } from '../failure';

/** As far as it is used here; the workspace may bring another version of it than this package. */
type Prettier = Pick<typeof import('prettier'), 'format' | 'getFileInfo' | 'resolveConfig' | 'resolveConfigFile'>;

/** How generated code looks where the workspace has no Prettier configuration of its own. */
const HOUSE_STYLE = { singleQuote: true, printWidth: 100 } as const;

/** Formats one file; the path is from the workspace root. What Prettier does not know, or is told to ignore, stays as it is. */
export type Formatter = (path: string, text: string) => Promise<string>;

/**
 * A formatter with the workspace's own Prettier and its own configuration (`.prettierrc`, `.editorconfig`,
 * `.prettierignore`), so that a later `prettier --check` or format-on-save finds nothing to change.
 *
 * @param root absolute path of the workspace
 */
export function workspaceFormatter(root: string): Formatter {
  const prettier = loadPrettier(root);
  const ignorePath = join(root, '.prettierignore');
  return async (path, text) => {
    const file = join(root, path);
    const { ignored, inferredParser } = await prettier.getFileInfo(file, { ignorePath });
    if (ignored || inferredParser === null) return text;
    const own = await prettier.resolveConfig(file, { editorconfig: true });
    const house = (await prettier.resolveConfigFile(file)) === null ? HOUSE_STYLE : {};
    return prettier.format(text, { ...house, ...own, endOfLine: 'lf', filepath: file });
  };
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
