import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { listPlans, openPlan } from './plan-files';

describe('the plans of a workspace', () => {
  let tree: Tree;

  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
  });

  const add = (name: string, created = '2026-08-24') => {
    tree.write(`docs/plan/${name}`, `# Implementation Plan: ${name}\n**Created**: ${created}\n`);
  };

  it('are none in an empty workspace', () => {
    expect(listPlans(tree)).toEqual([]);
  });

  it('are the files that are named like one, with their dates', () => {
    add('35-002-b-plan.md');
    add('35-001-a-plan.md', 'soon');
    add('README.md');
    expect(listPlans(tree)).toEqual([{ path: 'docs/plan/35-001-a-plan.md' }, { path: 'docs/plan/35-002-b-plan.md', created: '2026-08-24' }]);
  });

  it.each(['35-001', '35-001-a-plan.md', 'docs/plan/35-001-a-plan.md', './docs/plan/35-001-a-plan.md', '/virtual/docs/plan/35-001-a-plan.md'])(
    'are opened as %p',
    (reference) => {
      add('35-001-a-plan.md');
      add('35-001-a-year-ago-plan.md', '2025-08-26');
      expect(openPlan(tree, reference).path).toBe('docs/plan/35-001-a-plan.md');
    },
  );

  it('are listed when the one asked for is missing', () => {
    add('35-001-a-plan.md');
    expect(() => openPlan(tree, '35-009')).toThrow(/There is no plan 35-009[^]*docs\/plan\/35-001-a-plan.md/);
  });

  it('are asked for when there is none', () => {
    expect(() => openPlan(tree, '35-001')).toThrow('nx g planner:plan');
  });

  it('are listed when the name fits several', () => {
    add('35-001-a-plan.md');
    add('35-001-b-plan.md');
    expect(() => openPlan(tree, '35-001')).toThrow(/several plans[^]*35-001-a-plan.md[^]*35-001-b-plan.md/);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'docs/plan/../../package.json'])('never open %p', (reference) => {
    expect(() => openPlan(tree, reference)).toThrow('There is no plan');
  });
});
