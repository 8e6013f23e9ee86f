import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, isAbsolute } from 'node:path';
import { mustRun } from '../process/run.mjs';
import { step } from '../process/steps.mjs';
import { packPackages } from './pack.mjs';

/** Where the packed packages lie in the new workspace, so that `npm ci` works there ever after. */
const TARBALLS = 'vendor/planner';

/**
 * Makes a fresh Nx workspace with the packages of this repository installed from their tarballs, as someone outside would
 * have them after `npm install`, registered with `nx g planner:init` and committed.
 *
 * @param {string} repository root of this repository
 * @param {string} target an empty or missing folder outside it
 * @returns {Promise<string>} the absolute path of the workspace
 * @throws when the folder is not empty or lies in the repository
 */
export async function createWorkspace(repository, target) {
  const directory = freshFolder(repository, target);
  const packed = await step('pack the packages', () => packPackages(repository, join(directory, TARBALLS)));
  writeFiles(directory, workspaceFiles(directory, packed, versionsOf(repository)));
  await step('npm install', () => mustRun('npm', ['install', '--no-audit', '--no-fund'], { cwd: directory }));
  await step('nx g planner:init', () => mustRun('npx', ['nx', 'g', 'planner:init', '--no-interactive'], { cwd: directory }));
  await step('git init', () => commitAll(directory, 'A fresh workspace'));
  return directory;
}

function freshFolder(repository, target) {
  const directory = realpathOf(resolve(target));
  const fromRepository = relative(realpathSync(repository), directory);
  if (!fromRepository.startsWith('..') && !isAbsolute(fromRepository)) {
    throw new Error(`${directory} lies in this repository. Choose a folder outside it.`);
  }
  if (existsSync(directory) && readdirSync(directory).length > 0) throw new Error(`${directory} is not empty. Choose an empty folder or a new one.`);
  mkdirSync(directory, { recursive: true });
  return directory;
}

/** Links resolved as far as the path exists. */
function realpathOf(path) {
  return existsSync(path) ? realpathSync(path) : join(realpathOf(dirname(path)), basename(path));
}

function versionsOf(repository) {
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  return { nx: devDependencies.nx, prettier: devDependencies.prettier };
}

/** The npm scope of a workspace there: npm takes lower case only. */
export function scopeOf(directory) {
  const name = basename(directory).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return `@${name || 'workspace'}`;
}

function workspaceFiles(directory, packed, { nx, prettier }) {
  const planner = Object.fromEntries(packed.map(({ name, file }) => [name, `file:${TARBALLS}/${file}`]));
  return {
    'package.json': {
      name: `${scopeOf(directory)}/source`,
      version: '0.0.0',
      private: true,
      workspaces: ['packages/*'],
      devDependencies: { '@nx/devkit': nx, nx, ...planner, prettier },
    },
    'nx.json': { $schema: './node_modules/nx/schemas/nx-schema.json', analytics: false, neverConnectToCloud: true },
    '.prettierrc': { singleQuote: true },
    '.gitignore': ['node_modules', 'dist', '.nx/cache', '.nx/workspace-data', '.env', ''].join('\n'),
    'packages/.gitkeep': '',
  };
}

function writeFiles(directory, files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), typeof content === 'string' ? content : JSON.stringify(content, undefined, 2) + '\n');
  }
}

async function commitAll(directory, message) {
  const git = (...args) => mustRun('git', args, { cwd: directory });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  const author = ['-c', 'user.name=planner', '-c', 'user.email=planner@localhost'];
  await git(...author, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', message);
}
