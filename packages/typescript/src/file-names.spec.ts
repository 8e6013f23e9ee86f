import { pascalCase } from '@planner/model';
import { NOTHING_ISSUED, PHASES } from '@planner/target';
import { contextModelOf } from '@planner/testing';
import { typescriptTarget } from '.';

const KERNEL = { directory: 'packages/kernel', packageName: '@acme/kernel' };
const PROJECT = { name: 'shop', directory: 'packages/shop', scope: '@acme', kernel: KERNEL, plans: [] };

function paths(aggregates: readonly string[]): string[] {
  const yaml = `context: shop\naggregates:\n${aggregates.map((name) => `  ${name}: { fields: { name: string } }\n`).join('')}`;
  const model = { ...contextModelOf(yaml), language: 'typescript' };
  const request = { model, project: PROJECT, phases: new Set(PHASES), issued: NOTHING_ISSUED };
  return typescriptTarget.render(request).files.map(({ path }) => path);
}

/** The words of every file and folder that a scaffold writes, as names that a plan could choose. */
function namesOfFiles(): string[] {
  const words = paths(['Order']).flatMap((path) => path.split('/').slice(2));
  const stems = words.map((word) => word.replace(/\..*$/, '').replace(/^test_/, ''));
  return [...new Set(stems.filter((stem) => /^[a-z][a-z0-9_-]*$/.test(stem)).map(pascalCase))];
}

it.each(namesOfFiles().filter((name) => name !== 'Order'))(
  'an aggregate may be called %s, although a file is called so',
  (name) => {
    const lower = paths([name]).map((path) => path.toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
  },
);
