import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from './workspace/places';
import { run } from './workspace/processes';

describe('npm run new-workspace', () => {
  const create = (...args: string[]) =>
    run(process.execPath, [join(REPOSITORY, 'tools/workspace/new-workspace.mjs'), ...args], REPOSITORY);

  it('refuses a folder that is not empty', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planner-not-empty-'));
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { code, output } = await create(folder);
    rmSync(folder, { recursive: true });
    expect({ code, output: output.trim() }).toEqual({
      code: 1,
      output: `${folder} is not empty. Choose an empty folder or a new one.`,
    });
  });

  it.each(['packages/new', 'new', '.'])('refuses %p, which lies in this repository', async (folder) => {
    const { code, output } = await create(join(REPOSITORY, folder));
    expect(code).toBe(1);
    expect(output).toContain('lies in this repository');
  });

  it('says how it is used', async () => {
    const { code, output } = await create();
    expect(code).toBe(1);
    expect(output).toContain('npm run new-workspace -- <dir>');
  });
});

describe('the summary of npm test', () => {
  const OUTPUT = [
    '> nx run model:lint  [existing outputs match the cache, left as is]',
    '> nx run plan:lint',
    '> nx run plan:typecheck',
    '> eslint .',
    ' NX   Running targets lint, typecheck for 2 projects failed',
    'Failed tasks:',
    '- plan:lint',
    'Hint: run the command with --verbose for more details.',
    'Tests:       1 failed, 2 skipped, 3 todo, 44 passed, 50 total',
    '  ● Test suite failed to run',
    'Test Suites: 2 failed, 10 passed, 12 total',
    'Tests:       6 passed, 6 total',
  ].join('\n');

  const count = async (counter: string) => {
    const module = JSON.stringify(join(REPOSITORY, 'tools/test/count.mjs'));
    const script = `import(${module}).then((counting) => console.log(JSON.stringify(counting[${JSON.stringify(counter)}](${JSON.stringify(OUTPUT)}))))`;
    const { output } = await run(process.execPath, ['-e', script], REPOSITORY);
    return JSON.parse(output) as object;
  };

  it('counts the tasks of Nx', async () => {
    expect(await count('countTasks')).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it('counts the tests of jest, and a suite that did not start as a failure', async () => {
    expect(await count('countJest')).toEqual({ passed: 50, failed: 2, skipped: 5 });
  });
});

describe('tools/mutation', () => {
  const listed = async (...args: string[]) => {
    const { code, output } = await run(
      process.execPath,
      [join(REPOSITORY, 'tools/mutation/run.mjs'), 'a-service', '--list', ...args],
      REPOSITORY,
    );
    return { code, mutants: output.trim().split('\n') };
  };

  it('shares its mutants between shards, whichever are wanted', async () => {
    for (const wanted of [[], ['--only=health']]) {
      const [all, first, second] = await Promise.all(
        [[], ['--shard=1/2'], ['--shard=2/2']].map((shard) => listed(...wanted, ...shard)),
      );
      expect(all?.mutants.length).toBeGreaterThan(2);
      expect([...(first?.mutants ?? []), ...(second?.mutants ?? [])].sort()).toEqual([...(all?.mutants ?? [])].sort());
    }
  });

  it('refuses a shard that is none', async () => {
    expect(await listed('--shard=3/2')).toEqual({
      code: 2,
      mutants: ['--shard=3/2 is no part of a whole: write --shard=1/2 and --shard=2/2'],
    });
  });
});
