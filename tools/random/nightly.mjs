// npm run nightly: random models, each scaffolded into a project that is typechecked, linted and tested as its own targets do.
//   --models=40 --seed=1          how many, and the first seed; a seed always gives the same model, in every run
//   --language=typescript,python  which targets
//   --only=typecheck,lint         some of the checks (tools/random/checks.mjs)
//   --integration=3               integration tests for every third model; 1 for all, 0 for none (migrations are tested for all)
//   --workspace=<dir>             a workspace made before, or where to make one that stays
//   --keep                        leaves the projects of models that pass, too
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mustRun } from '../process/run.mjs';
import { step } from '../process/steps.mjs';
import { createWorkspace, scopeOf } from '../workspace/create-workspace.mjs';
import { check } from './checks.mjs';
import { checkTogether } from './together.mjs';

const { values: options } = parseArgs({
  options: {
    models: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    language: { type: 'string', default: 'typescript,python' },
    only: { type: 'string' },
    integration: { type: 'string', default: '3' },
    workspace: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
/** So many projects are checked in one program. */
const TOGETHER = { typescript: 8, python: 1 };
const repository = join(import.meta.dirname, '..', '..');
const languages = options.language.split(',');
const first = Number(options.seed);
const seeds = Array.from({ length: Number(options.models) }, (_, index) => first + index);
const temporary = options.workspace === undefined ? mkdtempSync(join(tmpdir(), 'planner-nightly-')) : undefined;
const workspace = resolve(options.workspace ?? join(temporary, 'acme'));
const failed = [];
const sizes = Object.fromEntries(languages.map((language) => [language, { models: 0, files: 0 }]));

try {
  if (!existsSync(join(workspace, 'nx.json'))) await createWorkspace(repository, workspace);
  for (const language of languages) await installBase(language);
  const models = createRequire(import.meta.url)('./models.cjs');
  for (const language of languages) {
    const kernel = models.renderKernel(language, projectOf('', 'packages/none', language));
    await writeFiles(kernel, models.formatHere);
    for (let start = 0; start < seeds.length; start += TOGETHER[language])
      await tryModels(seeds.slice(start, start + TOGETHER[language]), language, models);
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  if (temporary !== undefined && failed.length === 0) rmSync(temporary, { recursive: true, force: true });
}
for (const [language, { models, files }] of Object.entries(sizes))
  console.log(`${language}: ${models} models, ${files} files`);
for (const { seed, language, name } of failed) {
  const again = `--models=1 --seed=${seed} --language=${language} --workspace=${workspace}`;
  console.log(`✗ seed ${seed}, ${language}: ${name}\n  npm run nightly -- ${again}`);
}
if (failed.length > 0) process.exitCode = 1;

/** A small project whose dependencies all the others share. */
async function installBase(language) {
  const context = baseOf(language);
  if (existsSync(join(workspace, 'packages', context, 'planner.json'))) return;
  const env = { NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true' };
  const nx = (...args) => mustRun('npx', ['nx', ...args], { cwd: workspace, env });
  const plan = [`--context=${context}`, '--aggregate=Thing name:string', `--language=${language}`];
  await step(`scaffold and install ${context}`, async () => {
    const { output } = await nx('g', 'planner:plan', context, ...plan, '--no-interactive');
    const file = /\d\d-\d{3}-base-\w+-plan\.md/.exec(output)?.[0] ?? context;
    await nx('g', 'planner:scaffold-from-plan', file, '--no-interactive');
    if (language === 'python') await nx('run', `${context}:install`);
  });
}

async function tryModels(group, language, models) {
  const projects = [];
  for (const seed of group) projects.push({ seed, ...(await scaffold(seed, language, models)) });
  const written = projects.filter(({ problem }) => problem === undefined);
  const together = language === 'typescript' && written.length > 1 && isWanted(0)('typecheck');
  for (const { seed, directory, problem } of projects.filter((each) => each.problem !== undefined))
    report(seed, language, directory, [{ name: 'scaffold', seconds: 0, output: problem }]);
  for (const project of written)
    project.results = await check(language, join(workspace, project.directory), programsOf(language), (name) =>
      together && ['typecheck', 'lint'].includes(name) ? false : isWanted(project.seed)(name),
    );
  const found = together
    ? await checkTogether(
        workspace,
        written.map(({ directory }) => directory),
      )
    : new Map();
  for (const { seed, directory, results } of written)
    report(seed, language, directory, [
      ...results,
      ...(found.get(directory) ?? []).map((each) => ({ seconds: 0, ...each })),
    ]);
}

/** Writes the project of a seed. */
async function scaffold(seed, language, { plansOf, render, formatHere }) {
  const context = `random-${seed}-${language === 'python' ? 'py' : 'ts'}`;
  const directory = `packages/${context}`;
  try {
    const plans = plansOf(seed, context);
    const files = render(plans, language, projectOf(context, directory, language));
    rmSync(join(workspace, directory), { recursive: true, force: true });
    plans.forEach((yaml, index) => write(`${directory}/plan-${index + 1}.yaml`, yaml));
    await writeFiles(files, formatHere);
    sizes[language].models += 1;
    sizes[language].files += files.length;
    return { directory };
  } catch (error) {
    return { directory, problem: error.stack ?? String(error) };
  }
}

/** Twice, because a formatter reads the configuration that lies beside a file. */
async function writeFiles(files, formatHere) {
  for (const { path, text } of files) write(path, text);
  const texts = await formatHere(workspace, files);
  files.forEach(({ path }, index) => write(path, texts[index] ?? ''));
}

/** One line for a model; what failed goes into a log beside its plan. */
function report(seed, language, directory, results) {
  const bad = results.filter(({ output }) => output !== undefined);
  const said = results.map(
    ({ name, seconds, output }) => `${output === undefined ? '' : '✗ '}${name} ${seconds.toFixed(0)} s`,
  );
  console.log(`${bad.length === 0 ? '✓' : '✗'} seed ${seed} ${language}: ${said.join(', ')}`);
  for (const { name, output } of bad) {
    failed.push({ seed, language, name });
    write(`${directory}/${name}.log`, output);
    console.log(`  ${directory}/${name}.log: ${output.trim().split('\n').slice(-3).join('\n  ')}`);
  }
  if (bad.length === 0 && !options.keep) rmSync(join(workspace, directory), { recursive: true, force: true });
}

function isWanted(seed) {
  const only = options.only?.split(',');
  const every = Number(options.integration);
  return (name) => {
    if (only !== undefined) return only.includes(name);
    return name !== 'test-integration' || (every > 0 && seed % every === 0);
  };
}

function projectOf(name, directory, language) {
  const scope = scopeOf(workspace);
  const packageName = language === 'python' ? 'kernel-python' : `${scope}/kernel-typescript`;
  const plans = [{ id: '35-001', title: name, file: `${directory}/plan-1.md` }];
  return { name, directory, scope, kernel: { directory: `packages/kernel-${language}`, packageName }, plans };
}

function baseOf(language) {
  return `base-${language}`;
}

function programsOf(language) {
  const folder = language === 'python' ? `packages/${baseOf(language)}/.venv/bin` : 'node_modules/.bin';
  return join(workspace, folder);
}

function write(path, text) {
  const file = join(workspace, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
