import { NOTHING_ISSUED, PHASES } from '@planner/target';
import { contextModelOf } from '@planner/testing';
import { typescriptTarget } from '..';

const PROJECT = {
  name: 'orders',
  directory: 'packages/orders',
  scope: '@acme',
  kernel: { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' },
  plans: [{ id: '35-001', title: 'Orders | `x` <b>', file: 'docs/plan/35-001-orders-plan.md' }],
};
const MODEL = `
context: orders
aggregates:
  Order:
    fields: { note: text? }
    invariants: { Polite: "A note is | <b>polite</b> */" }
`;

function fileNamed(name: string, phases: typeof PHASES = PHASES): string {
  const request = { model: contextModelOf(MODEL), project: PROJECT, phases: new Set(phases), issued: NOTHING_ISSUED };
  const found = typescriptTarget.render(request).files.find(({ path }) => path === `packages/orders/${name}`);
  if (found === undefined) throw new Error(`${name} was not rendered`);
  return found.text;
}

describe('the README of a project', () => {
  it('names a command for every target of the project, and none that Nx has itself', () => {
    const { targets } = JSON.parse(fileNamed('project.json')) as { targets: Record<string, unknown> };
    const commands = [...fileNamed('README.md').matchAll(/^npx nx (.+?) +# /gm)].map(([, command]) => command);
    const expected = Object.keys(targets).map((name) =>
      name === 'migrate' ? 'run orders:migrate' : `${name} orders`,
    );
    expect(commands).toEqual(expected);
  });

  it('shows text of the plan as text', () => {
    const text = fileNamed('README.md');
    expect(text).toContain('A note is \\| \\<b\\>polite');
    expect(text).toContain('Orders \\| \\`x\\` \\<b\\>');
  });

  it('speaks of the layers that are there', () => {
    const text = fileNamed('README.md', [1]);
    expect(text).toContain('src/domain');
    expect(text).not.toContain('src/presentation');
    expect(text).not.toContain('migrate');
  });
});
