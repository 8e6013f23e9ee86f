import { createNodes } from './plugin';

describe('the plugin', () => {
  const [pattern, infer] = createNodes;
  const context = { nxJsonConfiguration: {}, workspaceRoot: '/workspace' };

  it('makes the plan directory the project plans, once, however many plans there are', async () => {
    const files = ['docs/plan/README.md', 'docs/plan/35-001-order-plan.md', 'docs/plan/35-002-stock-plan.md'];
    const found = await infer(files, undefined, context);
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toEqual({ projects: { 'docs/plan': { name: 'plans' } } });
  });

  it('looks at nothing but the plan directory', () => {
    expect(pattern).toBe('docs/plan/{README.md,*-plan.md}');
  });

  it('infers nothing without a plan', async () => {
    expect(await infer([], undefined, context)).toEqual([]);
  });
});
