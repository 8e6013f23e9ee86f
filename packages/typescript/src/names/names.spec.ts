import { NOTHING_ISSUED, PHASES, type RenderedFile } from '@planner/target';
import { contextModelOf, FIXTURES, modelWithTypes, TYPE_KINDS } from '@planner/testing';
import { typescriptTarget } from '..';

const KERNEL = { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' };
const PROJECT = { name: 'shop', directory: 'packages/shop', scope: '@acme', kernel: KERNEL, plans: [] };

function modules(yaml: string): readonly RenderedFile[] {
  const model = { ...contextModelOf(yaml), language: 'typescript' };
  const request = { model, project: PROJECT, phases: new Set(PHASES), issued: NOTHING_ISSUED };
  return typescriptTarget.render(request).files.filter(({ path }) => path.endsWith('.ts'));
}

/** Names that a module binds, each with where it comes from; a type and a constant of one name are one thing. */
function bindings({ text }: RenderedFile): [string, string][] {
  const imported = [...text.matchAll(/^import (?:type )?(?:\w+, )?\{([^}]*)\} from '([^']+)'/gm)].flatMap(
    ([, names = '', module = '']) =>
      names.split(',').map((each): [string, string] => [
        each
          .trim()
          .replace(/^type /, '')
          .split(' as ')
          .pop() ?? '',
        module,
      ]),
  );
  const own = [
    ...text.matchAll(/^(?:export )?(?:abstract )?(?:async )?(?:class|interface|type|enum|function|const|let) (\w+)/gm),
  ].map(([, name = '']): [string, string] => [name, '']);
  return [...imported, ...own];
}

function boundTwice(file: RenderedFile): string[] {
  const known = new Map<string, string>();
  return bindings(file).flatMap(([name, from]) => {
    const before = known.get(name) ?? from;
    known.set(name, from);
    return before === from ? [] : [`${file.path}: ${name} of ${before} and of ${from}`];
  });
}

/** Classes that modules of every project name, whatever the plan calls its own. */
function namedEverywhere(): string[] {
  const named = [FIXTURES.school, FIXTURES.warehouse].map(
    (yaml) =>
      new Set(
        modules(yaml)
          .flatMap(bindings)
          .map(([name]) => name),
      ),
  );
  const [first = new Set<string>(), second] = named;
  return [...first].filter((name) => second?.has(name) === true && /^[A-Z][a-zA-Z0-9]*[a-z]/.test(name)).sort();
}

const NAMES = namedEverywhere();

it.each(TYPE_KINDS)('a type (%s) may be called like anything that generated modules name', (kind) => {
  const count = Math.ceil(NAMES.length / (kind === 'aggregate' ? 16 : 60));
  // Neighbours in the alphabet may differ by a plural, which no two aggregates do.
  const groups = Array.from({ length: count }, (_, group) => NAMES.filter((_name, index) => index % count === group));
  expect(groups.flatMap((group) => modules(modelWithTypes(kind, group)).flatMap(boundTwice))).toEqual([]);
});
