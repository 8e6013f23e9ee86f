import { nextPlanFileName, type ExistingPlan } from './next-plan';

const plan = (name: string, created?: string): ExistingPlan => (created === undefined ? { name } : { name, created });

describe('the next plan file name', () => {
  it.each<[why: string, existing: ExistingPlan[], name: string]>([
    ['an empty directory starts at 001', [], '35-001-order-tracking-plan.md'],
    [
      'the highest increment of the week counts',
      [plan('35-001-a-plan.md', '2026-08-24'), plan('35-004-b-plan.md', '2026-08-25')],
      '35-005-order-tracking-plan.md',
    ],
    ['other weeks do not count', [plan('34-007-a-plan.md', '2026-08-20')], '35-001-order-tracking-plan.md'],
    [
      'the same week of another year does not count',
      [plan('35-007-a-plan.md', '2025-08-26')],
      '35-001-order-tracking-plan.md',
    ],
    ['a plan without a date counts', [plan('35-002-a-plan.md')], '35-003-order-tracking-plan.md'],
    [
      'a plan with an unreadable date counts',
      [plan('35-002-a-plan.md', 'last Tuesday')],
      '35-003-order-tracking-plan.md',
    ],
    [
      'files that are no plans do not count',
      [plan('README.md'), plan('35-xyz-a-plan.md')],
      '35-001-order-tracking-plan.md',
    ],
    [
      'a name taken in another year moves on',
      [plan('35-001-order-tracking-plan.md', '2025-08-26')],
      '35-002-order-tracking-plan.md',
    ],
    [
      'a name that differs by case only is taken',
      [plan('35-001-Order-Tracking-plan.md', '2025-08-26')],
      '35-002-order-tracking-plan.md',
    ],
  ])('%s', (_, existing, name) => {
    expect(nextPlanFileName('Order tracking', '2026-08-24', existing)).toMatchObject({ ok: true, name });
  });

  it('counts a plan of 1 January in its ISO year', () => {
    const existing = [plan('53-001-a-plan.md', '2026-12-30')];
    expect(nextPlanFileName('New year', '2027-01-01', existing)).toMatchObject({
      ok: true,
      name: '53-002-new-year-plan.md',
    });
  });

  it.each([
    ['Order', '2026-02-30', [], 'naming/date'],
    ['🚀', '2026-08-24', [], 'naming/title'],
    ['Order', '2026-08-24', [plan('35-999-a-plan.md', '2026-08-24')], 'naming/increments-used-up'],
  ])('%p on %s is refused (%#)', (title, date, existing, rule) => {
    expect(nextPlanFileName(title, date, existing)).toMatchObject({ ok: false, rule });
  });
});
