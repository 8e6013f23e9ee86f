import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commit, exists, gitStatus, mustNx, nx, read, workspaceRoot, write } from './workspace/workspace';

const plans = () =>
  readdirSync(join(workspaceRoot(), 'docs/plan'))
    .filter((name) => name.endsWith('-plan.md'))
    .sort();

describe('nx g planner:plan, in a workspace outside the repository', () => {
  beforeAll(async () => {
    await commit('before planning');
  });

  afterEach(async () => {
    await commit('after a test');
  });

  it('writes one plan, specific to its model, and nothing else', async () => {
    await mustNx(
      'g',
      'planner:plan',
      'Đặt lệnh giao dịch',
      '--context=trading',
      '--aggregate=Order symbol:string price:decimal(18,2)',
      '--date=2026-08-24',
      '--no-interactive',
    );
    expect(await gitStatus()).toBe('?? docs/plan/35-001-dat-lenh-giao-dich-plan.md');
    const plan = read('docs/plan/35-001-dat-lenh-giao-dich-plan.md');
    expect(plan).toContain('# Implementation Plan: Đặt lệnh giao dịch');
    expect(plan).toContain('`Order`');
    expect(plan).toContain('src/domain/aggregates/order/order.ts');
  });

  it('gives twenty runs at the same moment twenty different increments', async () => {
    const runs = Array.from({ length: 20 }, (_, index) =>
      nx(
        'g',
        'planner:plan',
        `Parallel ${index % 2 === 0 ? 'same title' : `title ${index}`}`,
        '--context=parallel',
        '--date=2026-02-10',
        '--no-interactive',
      ),
    );
    const finished = await Promise.all(runs);
    expect(finished.filter(({ code }) => code !== 0)).toEqual([]);
    const increments = plans().flatMap((name) => /^07-(\d{3})-parallel/.exec(name)?.[1] ?? []);
    expect(increments).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(3, '0')));
  });

  it('writes nothing in a dry run, and leaves no lock behind', async () => {
    const output = await mustNx(
      'g',
      'planner:plan',
      'Only a try',
      '--context=orders',
      '--date=2026-03-02',
      '--dry-run',
      '--no-interactive',
    );
    expect(output).toContain('10-001-only-a-try-plan.md');
    expect(await gitStatus()).toBe('');
    await mustNx('g', 'planner:plan', 'For real', '--context=orders', '--date=2026-03-02', '--no-interactive');
    expect(exists('docs/plan/10-001-for-real-plan.md')).toBe(true);
  });

  it('prints everything that is wrong with a model, with places, and writes nothing', async () => {
    write(
      'wrong.yaml',
      'context: Wrong Name\naggregates:\n  Order:\n    fields:\n      price: money\n      when: datetme\n',
    );
    await commit('a wrong model');
    const { code, output } = await nx('g', 'planner:plan', 'Wrong', '--model=wrong.yaml', '--no-interactive');
    expect(code).toBe(1);
    expect(output).toMatch(/wrong\.yaml:1:10 error/);
    expect(output).toMatch(/wrong\.yaml:5:14 error/);
    expect(output).toMatch(/wrong\.yaml:6:13 error/);
    expect(output).not.toMatch(/^\s+at .*\.js:\d+/m);
    expect(await gitStatus()).toBe('');
  });

  it.each([
    ['../../../outside', 'outside-plan.md'],
    ['a/../../b; touch pwned', 'a-b-touch-pwned-plan.md'],
    ['<%= process.exit(3) %> ${1+1} `x` \'q\' "q" */ --> end', 'plan.md'],
    ['$(touch pwned)', 'touch-pwned-plan.md'],
  ])('treats the title %p as text', async (title, ending) => {
    await mustNx('g', 'planner:plan', title, '--context=hostile', '--date=2026-05-04', '--no-interactive');
    const status = await gitStatus();
    expect(status).toMatch(/^\?\? docs\/plan\/19-\d{3}-[a-z0-9-]+-plan\.md$/);
    expect(status.endsWith(ending)).toBe(true);
    expect(exists('pwned')).toBe(false);
  });

  it('says what is missing instead of asking, when nobody is there to answer', async () => {
    const { code, output } = await nx('g', 'planner:plan', 'No context');
    expect(code).toBe(1);
    expect(output).toContain('--context');
    expect(await gitStatus()).toBe('');
  });
});
