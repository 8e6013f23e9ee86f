import { parsePlan } from '../parse';
import { planProgress } from './plan-progress';

const plan = parsePlan(
  '# Implementation Plan: x\n\n### Phase 1: Domain (6h)\n- [x] a\n  - [x] b\n- [ ] c\n\n### Phase 2: Repository\n- [ ] d\n\n### Phase 3: Application (2h)\n\n## DDD Compliance Check\n- [x] e\n- [ ] f\n',
  'docs/plan/35-001-x-plan.md',
);

describe('the progress of a plan', () => {
  const progress = planProgress(plan);

  it('counts every box', () => {
    expect(progress).toMatchObject({ done: 3, total: 6, percent: 50, hours: 8, hoursLeft: 4 });
    expect(progress.open.map((task) => task.text)).toEqual(['c', 'd', 'f']);
  });

  it('goes by phase, with estimated hours', () => {
    expect(progress.phases).toMatchObject([
      { number: 1, name: 'Domain', done: 2, total: 3, percent: 66, hours: 6, hoursLeft: 2 },
      { number: 2, done: 0, total: 1, percent: 0 },
      { number: 3, done: 0, total: 0, percent: 0, hours: 2, hoursLeft: 2 },
    ]);
    expect(progress.phases[1]).not.toHaveProperty('hours');
  });

  it('goes by checklist outside the phases', () => {
    expect(progress.checklists).toMatchObject([
      { section: 'compliance', title: 'DDD Compliance Check', done: 1, total: 2, percent: 50 },
    ]);
  });

  it('is 100 only when everything is done', () => {
    const almost = parsePlan(`${'- [x] a\n'.repeat(999)}- [ ] b\n`, '');
    expect(planProgress(almost).percent).toBe(99);
    expect(planProgress(parsePlan('- [x] a', '')).percent).toBe(100);
    expect(planProgress(parsePlan('', ''))).toMatchObject({ percent: 0, total: 0 });
  });
});
