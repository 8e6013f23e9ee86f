import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package, as `planner.json` records it. */
export function toolkitVersion(): string {
  // One folder up from src as well as from dist.
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}
