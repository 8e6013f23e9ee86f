/**
 * Draws models for a nightly run, from the sources of this repository as they stand. A seed decides everything, the size too,
 * so that a seed alone brings a model back.
 */
require('../python/sources.cjs');
const fc = require('fast-check');
const { resolveContext } = require('@planner/model');
const { printModelBlock, readModelBlock } = require('@planner/plan');
const { NOTHING_ISSUED } = require('@planner/target');
const { arbitraryDeclaration, arbitraryEvolution } = require('@planner/testing');
const { formatHere } = require('../../packages/planner/src/scaffold/format.ts');

const TARGETS = {
  typescript: () => require('@planner/typescript').typescriptTarget,
  python: () => require('@planner/python').pythonTarget,
};
const PHASES = new Set([1, 2, 3, 4, 5, 6]);

/**
 * The plans of a context, as blocks of YAML: one for an even seed, one and a later one for an odd seed.
 *
 * @param {number} seed
 * @param {string} context its name, in place of the drawn one
 * @returns {string[]}
 */
function plansOf(seed, context) {
  const size = 1 + (Math.floor(seed / 2) % 4);
  const options = { maxAggregates: size, minChoices: 150 * size };
  const [drawn] =
    seed % 2 === 0
      ? fc.sample(arbitraryDeclaration(options), { seed, numRuns: 1 }).map((declaration) => [declaration])
      : fc.sample(arbitraryEvolution(options), { seed, numRuns: 1 });
  return drawn.map((each) => printModelBlock({ ...each, context: { ...each.context, text: context } }));
}

/**
 * The files of a project after all its plans were applied, one after the other.
 *
 * @param {string[]} plans
 * @param {string} language
 * @param {object} project where it lies
 * @throws Error that lists what is wrong with the plans
 */
function render(plans, language, project) {
  const target = TARGETS[language]();
  let issued = NOTHING_ISSUED;
  let files = [];
  for (const count of plans.keys()) {
    const model = { ...modelOf(plans.slice(0, count + 1)), language };
    const refused = target.unsupported(model).filter(({ severity }) => severity === 'error');
    if (refused.length > 0) throw new Error(refused.map(({ message }) => message).join('\n'));
    ({ files, issued } = target.render({ model, project, phases: PHASES, issued }));
  }
  return files;
}

/** The files of the kernel that the projects of a language share. */
function renderKernel(language, project) {
  return TARGETS[language]().kernel(project);
}

function modelOf(plans) {
  const read = plans.map((yaml, index) =>
    readModelBlock(yaml, { file: `plan-${index + 1}.md`, line: 1, column: 1, plan: `35-00${index + 1}` }),
  );
  const declarations = read.flatMap(({ declaration }) => declaration ?? []);
  const resolved = resolveContext(declarations);
  const errors = [...read.flatMap(({ diagnostics }) => diagnostics), ...resolved.diagnostics].filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length === 0) return resolved.model;
  throw new Error(
    errors.map(({ span, rule, message }) => `${span.file}:${span.start.line} ${rule} ${message}`).join('\n'),
  );
}

module.exports = { plansOf, render, renderKernel, formatHere };
