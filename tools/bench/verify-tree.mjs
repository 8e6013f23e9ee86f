// A workspace as planner scaffolds it, many times over: the same services under other names, files of TypeScript and Python.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { modelOf } from './model.mjs';

const repository = join(import.meta.dirname, '..', '..');
const toolkit = createRequire(join(repository, 'packages/planner/package.json'));

/**
 * Writes services until there are `size` files.
 *
 * @param python share of files in Python, from 0 to 1
 * @returns folders of the services with their contexts
 */
export function writeTree(root, size, python) {
  const languages = [...(python < 1 ? [sample('typescript')] : []), ...(python > 0 ? [sample('python')] : [])];
  const projects = [];
  const written = { typescript: 0, python: 0 };
  write(root, 'package.json', JSON.stringify({ name: '@acme/source', private: true, workspaces: ['packages/*'] }));
  for (const { kernel } of languages) for (const { path, text } of kernel) write(root, path, text);
  for (let number = 1; written.typescript + written.python < size; number += 1) {
    const share = written.python / Math.max(1, written.typescript + written.python);
    const { language, files } = languages[share < python ? languages.length - 1 : 0];
    const directory = `packages/service-${number}`;
    const left = size - written.typescript - written.python;
    for (const { path, text } of files.slice(0, left))
      write(
        root,
        path.replace('packages/service', directory),
        text.replaceAll('@acme/service', `@acme/service-${number}`),
      );
    written[language] += Math.min(left, files.length);
    projects.push({ directory, language, context: `service-${number}` });
  }
  return { projects, written };
}

/** The files of one service that are source or configuration, and of the kernel. */
function sample(language) {
  const { [`${language}Target`]: target } = toolkit(`@planner/${language}`);
  const place = {
    name: 'service',
    directory: 'packages/service',
    scope: '@acme',
    kernel: {
      directory: `packages/kernel-${language}`,
      packageName: language === 'python' ? 'kernel-python' : '@acme/kernel-typescript',
    },
    plans: [],
  };
  const model = { ...resolvedModel(), language };
  const { files } = target.render({
    model,
    project: place,
    phases: new Set([1, 2, 3, 4, 5, 6]),
    issued: { protoNumbers: {}, migrations: [] },
  });
  return { language, files: files.filter(isWanted), kernel: target.kernel(place).filter(isWanted) };
}

function resolvedModel() {
  const { readModelBlock } = toolkit('@planner/plan');
  const { resolveContext } = toolkit('@planner/model');
  const { declaration } = readModelBlock(modelOf(3), { file: 'model.yaml', line: 1, column: 1, plan: '35-001' });
  return resolveContext([declaration], {}).model;
}

function isWanted({ path }) {
  return /\.(?:ts|mts|py|json|toml|yaml|example)$/.test(path);
}

function write(root, path, text) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
