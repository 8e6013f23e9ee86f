import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../workspace/project-files';

/** The text of a file of the workspace; undefined where there is none, or it cannot be read. */
export function textAt(root: string, file: string): string | undefined {
  try {
    const path = join(root, file);
    return existsSync(path) ? decode(readFileSync(path)) : undefined;
  } catch {
    return undefined;
  }
}
