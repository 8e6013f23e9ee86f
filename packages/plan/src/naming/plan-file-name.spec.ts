import fc from 'fast-check';
import { baseName, formatPlanFileName, parsePlanFileName, planIdOf, shortPlanId } from './plan-file-name';
import { slugOf } from './slug';

describe('a plan file name', () => {
  it.each([
    ['35-001-websocket-notification-plan.md', { week: 35, increment: 1, slug: 'websocket-notification' }],
    ['01-999-x-plan.md', { week: 1, increment: 999, slug: 'x' }],
    ['53-010-a-plan-plan.md', { week: 53, increment: 10, slug: 'a-plan' }],
    ['35-002-Order_Book-PLAN.MD', { week: 35, increment: 2, slug: 'Order_Book' }],
  ])('%s reads as its parts', (name, parts) => {
    expect(parsePlanFileName(name)).toEqual(parts);
  });

  it.each([
    'README.md',
    '00-001-x-plan.md',
    '54-001-x-plan.md',
    '35-000-x-plan.md',
    '35-01-x-plan.md',
    '35-001-plan.md',
    '35-001-x.md',
    '35-001-a/b-plan.md',
    '135-001-x-plan.md',
  ])('%s is none', (name) => {
    expect(parsePlanFileName(name)).toBeUndefined();
  });

  it('reads back what was written', () => {
    const parts = fc.record({
      week: fc.integer({ min: 1, max: 53 }),
      increment: fc.integer({ min: 1, max: 999 }),
      slug: fc
        .string()
        .map(slugOf)
        .filter((slug) => slug !== ''),
    });
    fc.assert(
      fc.property(parts, (name) => {
        expect(parsePlanFileName(formatPlanFileName(name))).toEqual(name);
      }),
    );
  });

  it('has a short id with leading zeros', () => {
    expect(planIdOf('docs/plan/05-007-x-plan.md')).toBe('05-007');
    expect(planIdOf('docs/plan/README.md')).toBe('');
    expect(shortPlanId({ week: 5, increment: 7 })).toBe('05-007');
  });

  it.each([
    ['docs/plan/x.md', 'x.md'],
    ['docs\\plan\\x.md', 'x.md'],
    ['x.md', 'x.md'],
  ])('%s ends in %s', (path, name) => {
    expect(baseName(path)).toBe(name);
  });
});
