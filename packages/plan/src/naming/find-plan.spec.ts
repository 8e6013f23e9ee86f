import { findPlan } from './find-plan';

const plans = [
  { path: 'docs/plan/35-001-old-plan.md', created: '2025-08-26' },
  { path: 'docs/plan/35-001-new-plan.md', created: '2026-08-24' },
  { path: 'docs/plan/35-001-undated-plan.md' },
  { path: 'docs/plan/36-001-left-plan.md', created: '2026-09-01' },
  { path: 'docs/plan/36-001-right-plan.md', created: '2026-09-02' },
  { path: 'docs/plan/53-001-edge-plan.md', created: '2027-01-01' },
];

describe('finding a plan', () => {
  it.each([
    ['docs/plan/35-001-old-plan.md', 0],
    ['./docs/plan/35-001-old-plan.md', 0],
    ['docs\\plan\\35-001-old-plan.md', 0],
    ['35-001-old-plan.md', 0],
    ['35-001-old-plan', 0],
    ['35-001', 1],
    ['35-001-undated-plan', 2],
    ['53-001', 5],
  ])('%s', (reference, index) => {
    expect(findPlan(reference, plans)).toEqual({ kind: 'found', plan: plans[index] });
  });

  it('asks back when two plans of the newest year share the short id', () => {
    expect(findPlan('36-001', plans)).toEqual({ kind: 'ambiguous', plans: [plans[3], plans[4]] });
  });

  it.each(['37-001', '', 'old', '35-1'])('%p is missing', (reference) => {
    expect(findPlan(reference, plans)).toEqual({ kind: 'missing' });
  });
});
