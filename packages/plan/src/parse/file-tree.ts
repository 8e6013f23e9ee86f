import { looksLikePath, type PathText } from './path-text';

/** Whether a fence may hold a list of files: no language, or none to speak of. */
export function isPlain(info: string): boolean {
  return ['', 'text', 'txt', 'plaintext', 'tree', 'plain'].includes(info.trim().toLowerCase());
}

/** A tree deeper than this is none. */
const DEEPEST = 64;

/**
 * Reads files drawn as a tree (`├── order.py` below `entities/`), or listed one on a line, as a person writes them into a fence.
 */
export class FileTree {
  private readonly folders: { readonly column: number; readonly path: string }[] = [];

  /** The path of the file on the next line; none for a folder or for anything else. */
  read(line: string): PathText[] {
    const [lead = ''] = /^[\s\u2500-\u257f|+`\\-]*/.exec(line.slice(0, 2048)) ?? [];
    const name = /^[^\s#()←]+/.exec(line.slice(lead.length, lead.length + 1024))?.[0] ?? '';
    if (name === '') return [];
    const start = lead.length;
    while ((this.folders.at(-1)?.column ?? -1) >= start) this.folders.pop();
    const folder = this.folders.at(-1)?.path;
    const path = folder === undefined ? name : `${folder}/${name}`;
    if (/[\\/]$/.test(name) || !/\.[A-Za-z][A-Za-z0-9]*$/.test(name)) {
      if (this.folders.length < DEEPEST) this.folders.push({ column: start, path: path.replace(/[\\/]+$/, '') });
      return [];
    }
    return looksLikePath(path) ? [{ path, start, end: start + name.length }] : [];
  }
}
