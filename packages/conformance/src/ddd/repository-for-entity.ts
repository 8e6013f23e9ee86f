import { upperFirst } from '@planner/model';
import type { ListedFile, Plan } from '@planner/plan';
import type { Finding } from '../finding';

const REPOSITORY = /(?:^|\/)([A-Za-z][\w-]*?)[-_.]?repository(?:[-_.]?(?:impl|interface|port))?\.(?:py|tsx?|mts|js)$/i;
const ENTITY = /(?:^|\/)entit(?:y|ies)\/(?:[\w-]+\/)*([A-Za-z][\w-]*?)(?:[-_.]entity)?\.(?:py|tsx?|mts|js)$/i;

/**
 * A plan that lists its files, and among them a repository for what is an entity inside an aggregate. A path wins over prose: a file under
 * `entities/` is an entity, unless an aggregate of the model or the folder `aggregates/` bears its name.
 */
export function repositoryForEntity({ files, declaration }: Pick<Plan, 'files' | 'declaration'>): Finding[] {
  const roots = new Set([
    ...(declaration?.aggregates.map(({ name }) => wordsOf(name.text)) ?? []),
    ...files.flatMap(({ path }) => aggregateOf(path)),
  ]);
  const declared =
    declaration?.aggregates.flatMap(({ entities }) => entities.map(({ name }) => wordsOf(name.text))) ?? [];
  const entities = new Set([...declared, ...files.flatMap(({ path }) => matched(ENTITY, path))]);
  return files.flatMap((file) => {
    const [name] = matched(REPOSITORY, file.path);
    if (name === undefined || roots.has(name) || !entities.has(name)) return [];
    return [findingOf(file, upperFirst(name))];
  });
}

function findingOf({ path, span }: ListedFile, name: string): Finding {
  return {
    rule: 'ddd/repository-for-entity',
    severity: 'warning',
    message: `${path} is a repository for ${name}, which is no aggregate root.`,
    hint: `An entity is loaded and saved with its aggregate: drop the repository, or make ${name} an aggregate.`,
    span,
  };
}

function aggregateOf(path: string): string[] {
  const folder = /(?:^|\/)aggregates?\/([\w-]+)/i.exec(path)?.[1];
  return folder === undefined ? [] : [wordsOf(folder)];
}

function matched(pattern: RegExp, path: string): string[] {
  const name = pattern.exec(path)?.[1];
  return name === undefined ? [] : [wordsOf(name)];
}

/** `order_line`, `order-line` and `OrderLine` are one name: `orderLine`. */
function wordsOf(name: string): string {
  const camel = name.replace(/[-_.]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return camel.charAt(0).toLowerCase() + camel.slice(1);
}
