// Runs the checks of plan-verify over a tree of the bench, without Nx: `node verify-run.mjs <root> <projects.json>`.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , root, list] = process.argv;
const toolkit = createRequire(join(import.meta.dirname, '../../packages/planner/package.json'));
const { isWanted, readSettings, verify } = toolkit('@planner/conformance');
const projects = JSON.parse(readFileSync(list, 'utf8'));
const languages = [...new Set(projects.map(({ language }) => language))];
const readers = await Promise.all(
  languages.map((language) => toolkit(`@planner/${language}`)[`${language}Target`].source()),
);
const { settings } = readSettings({});
const layers = Object.fromEntries(
  ['domain', 'application', 'infrastructure', 'presentation'].map((layer) => [layer, [`src/${layer}`]]),
);
const folders = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
const tree = treeOf(folders);
const neighbours = folders.map((directory) => ({
  directory,
  ...(directory.includes('kernel') ? { kernel: true } : { context: directory.slice(directory.lastIndexOf('/') + 1) }),
}));

let files = 0;
const findings = projects.flatMap(({ directory, language, context }) => {
  const project = {
    name: context,
    directory,
    language,
    context,
    layers,
    plans: [],
    readers,
    tree,
    isIgnored: () => true,
  };
  return verify(
    { ...project, neighbours: neighbours.filter((each) => each.directory !== directory) },
    filesOf(directory),
    settings,
  );
});
console.log(
  JSON.stringify({
    files,
    findings: findings.length,
    first: findings.slice(0, 3).map(({ rule, message, span }) => `${span.file}:${span.start.line} ${rule} ${message}`),
  }),
);

function* filesOf(directory) {
  const entries = readdirSync(join(root, directory), { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  for (const entry of entries) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) yield* filesOf(path);
    else if (isWanted(path, readers)) {
      files += 1;
      yield { path, text: readFileSync(join(root, path), 'utf8') };
    }
  }
}

function treeOf(all) {
  const known = new Map();
  const stat = (path) => {
    if (!known.has(path)) known.set(path, statSync(join(root, path), { throwIfNoEntry: false }));
    return known.get(path);
  };
  return {
    projects: all,
    isFile: (path) => stat(path)?.isFile() === true,
    isFolder: (path) => stat(path)?.isDirectory() === true,
    read: (path) => (stat(path)?.isFile() === true ? readFileSync(join(root, path), 'utf8') : undefined),
  };
}
