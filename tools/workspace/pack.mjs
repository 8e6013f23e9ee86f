import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../process/run.mjs';

/**
 * Builds the packages of this repository and packs those that are meant for others, as `npm publish` would.
 *
 * @param {string} repository its root
 * @param {string} folder where the tarballs go; made if absent
 * @returns {Promise<{ name: string, file: string }[]>} package names and names of the tarballs in the folder
 */
export async function packPackages(repository, folder) {
  await mustRun('npm', ['run', 'prepare'], { cwd: repository });
  mkdirSync(folder, { recursive: true });
  const workspaces = publicPackages(repository).flatMap((directory) => ['-w', directory]);
  const { output } = await mustRun('npm', ['pack', '--silent', '--json', '--pack-destination', folder, ...workspaces], { cwd: repository });
  return readPacked(output).map(({ name, filename }) => ({ name, file: filename }));
}

/** npm prints a list up to version 11, and an object by package name from then on. */
function readPacked(output) {
  const start = output.search(/^[[{]/m);
  const packed = JSON.parse(output.slice(start));
  return Array.isArray(packed) ? packed : Object.values(packed);
}

function publicPackages(repository) {
  return readdirSync(join(repository, 'packages'))
    .map((name) => `packages/${name}`)
    .filter((directory) => JSON.parse(readFileSync(join(repository, directory, 'package.json'), 'utf8')).private !== true);
}
