import { arbitraryDeclaration } from '@planner/testing';
import { printModelBlock } from '@planner/plan';
import * as fc from 'fast-check';
import { commit, gitStatus, mustNx, mustRun, write } from './workspace/workspace';

/**
 * How many models are drawn, and from which seed: few and always the same in CI, where each goes the whole way through Nx.
 * `npm run nightly` draws many, with later plans, and is faster about it.
 */
const COUNT = Number(process.env['RANDOM_MODELS'] ?? '2');
const SEED = Number(process.env['RANDOM_SEED'] ?? '20260824');

const models = fc.sample(arbitraryDeclaration(), { numRuns: COUNT, seed: SEED });
const contexts = models.map((_, index) => `random-${index + 1}`);
/** One after the other. */
const LANGUAGES = ['typescript', 'python'];

describe(`random models, ${COUNT} from the seed ${SEED}`, () => {
  beforeAll(
    async () => {
      for (const [index, declaration] of models.entries()) {
        const context = contexts[index] ?? '';
        const language = LANGUAGES[index % LANGUAGES.length] ?? '';
        const { span } = declaration;
        const named = { ...declaration, context: { text: context, span }, language: { text: language, span } };
        write(`${context}.yaml`, printModelBlock(named));
        const output = await mustNx(
          'g',
          'planner:plan',
          context,
          `--model=${context}.yaml`,
          '--date=2026-11-02',
          '--no-interactive',
        );
        await mustNx(
          'g',
          'planner:scaffold-from-plan',
          /45-\d{3}-random-\d+-plan\.md/.exec(output)?.[0] ?? '',
          '--skip-install',
          '--no-interactive',
        );
      }
      await mustRun('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline');
      await commit('random models');
    },
    600_000 + COUNT * 60_000,
  );

  it.each(contexts)('%s typechecks under strict, passes lint, and its tests pass', async (context) => {
    await mustNx('run-many', '-t', 'typecheck', 'lint', 'test', `--projects=${context}`, '--parallel=2');
    // What a Python project has resolved belongs into version control.
    await commit(`${context} checked`);
  });

  it.each(contexts)('%s writes nothing when it is scaffolded again', async (context) => {
    const plan = (await mustRun('git', 'ls-files', `docs/plan/45-*-${context}-plan.md`)).trim();
    await mustNx('g', 'planner:scaffold-from-plan', plan, '--skip-install', '--no-interactive');
    expect(await gitStatus()).toBe('');
  });
});
