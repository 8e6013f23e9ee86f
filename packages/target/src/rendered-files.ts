import type { RenderedFile } from './target';

/**
 * The files of a rendering in their final form: sorted by path (code units, so the same everywhere), LF line ends, no space
 * at the end of a line, never two blank lines in a row, exactly one line end at the end.
 *
 * Throws when a path leaves its directory or two files claim one path: both are bugs of a renderer, not of a plan.
 */
export function finishFiles(directories: readonly string[], files: readonly RenderedFile[]): RenderedFile[] {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (!directories.some((directory) => path.startsWith(`${directory}/`)) || !isPlain(path))
      throw new Error(`rendered path outside the project: ${path}`);
    if (seen.has(path)) throw new Error(`two renderers claim ${path}`);
    seen.add(path);
  }
  return files.map((file) => ({ ...file, text: tidy(file.text) })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isPlain(path: string): boolean {
  return !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function tidy(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  return (
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '') + '\n'
  );
}
