// Type checks and lint of many TypeScript projects in one program: the types of the libraries, which take most of the time, are
// read once.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.mjs';

const CONFIG = 'tsconfig.random.json';
const LINT = 'eslint.random.config.mjs';

/**
 * @param {string} workspace
 * @param {string[]} directories of the projects, from the workspace's root
 * @returns {Promise<Map<string, { name: string, output: string }[]>>} what failed, by directory
 */
export async function checkTogether(workspace, directories) {
  writeConfigurations(workspace, directories);
  const program = (name) => join(workspace, 'node_modules/.bin', name);
  const env = { NO_COLOR: '1', NODE_OPTIONS: '--max-old-space-size=6000' };
  try {
    const types = await run(program('tsc'), ['-p', CONFIG, '--pretty', 'false'], { cwd: workspace, env });
    const lint = await run(program('eslint'), ['--config', LINT, '--format', 'json', ...directories], {
      cwd: workspace,
      env,
    });
    return byDirectory(directories, [
      ...types.output.split('\n').map((line) => ({ name: 'typecheck', line })),
      ...findings(workspace, lint.output).map((line) => ({ name: 'lint', line })),
    ]);
  } finally {
    for (const file of [CONFIG, LINT]) rmSync(join(workspace, file), { force: true });
  }
}

function writeConfigurations(workspace, directories) {
  const [first] = directories;
  const { compilerOptions, include } = JSON.parse(readFileSync(join(workspace, first, 'tsconfig.json'), 'utf8'));
  const all = directories.flatMap((directory) => include.map((pattern) => `${directory}/${pattern}`));
  writeFileSync(join(workspace, CONFIG), JSON.stringify({ compilerOptions, include: all }));
  writeFileSync(join(workspace, LINT), lintConfiguration(directories));
}

/** The configurations of the projects themselves, each for its own folder, over one program. */
function lintConfiguration(directories) {
  return `const directories = ${JSON.stringify(directories)};
const parserOptions = { projectService: false, project: '${CONFIG}', tsconfigRootDir: import.meta.dirname };
const configs = [];
for (const directory of directories) {
  const { default: own } = await import(\`./\${directory}/eslint.config.mjs\`);
  for (const entry of own)
    configs.push({
      ...entry,
      basePath: directory,
      ...(entry.languageOptions?.parserOptions && { languageOptions: { ...entry.languageOptions, parserOptions } }),
    });
}
export default configs;
`;
}

function findings(workspace, output) {
  const start = output.indexOf('[{');
  if (start < 0) return output.trim() === '' || output.trim() === '[]' ? [] : output.split('\n');
  return JSON.parse(output.slice(start, output.lastIndexOf(']') + 1)).flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, ruleId, message }) => `${filePath.slice(workspace.length + 1)}(${line}): ${ruleId} ${message}`,
    ),
  );
}

/** A line that names no project is said of the first one. */
function byDirectory(directories, lines) {
  const failed = new Map();
  for (const { name, line } of lines) {
    if (line.trim() === '') continue;
    const directory = directories.find((each) => line.startsWith(`${each}/`)) ?? directories[0];
    failed.set(directory, [...(failed.get(directory) ?? []), { name, line }]);
  }
  return new Map(
    [...failed].map(([directory, all]) => [
      directory,
      [...new Set(all.map(({ name }) => name))].map((name) => ({
        name,
        output: all
          .filter((each) => each.name === name)
          .map(({ line }) => line)
          .join('\n'),
      })),
    ]),
  );
}
