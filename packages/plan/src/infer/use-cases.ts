import { plural, upperFirst, type SourceSpan, type UseCaseDeclaration } from '@planner/model';
import type { Plan } from '../plan';
import type { AggregateDraft } from './aggregate-draft';
import { useCase, type Origin } from './declare';
import type { Listed } from './listed';
import { keyOf, type NameBook, pascalName } from './names';
import { useCasesInTasks } from './task-use-cases';

interface Known {
  readonly files: readonly Listed[];
  readonly plan: Pick<Plan, 'tasks'>;
  readonly aggregates: readonly AggregateDraft[];
  readonly names: NameBook;
  readonly at: (span: SourceSpan) => Origin;
}

/** A use case whose name is a default's is that default; what remains is custom, on the aggregate of its folder, else on the first. */
export function inferUseCases({ files, plan, aggregates, names, at }: Known): UseCaseDeclaration[] {
  const [first] = aggregates;
  if (first === undefined) return [];
  const found = new Map<string, UseCaseDeclaration>();
  const add = (stem: string, owner: string | undefined, span: SourceSpan) => {
    const wanted = pascalName(stem);
    const folder = aggregates.find(({ name }) => owner !== undefined && keyOf(name) === keyOf(owner));
    const key = wanted.toLowerCase();
    if (wanted === '' || found.has(key) || isDefault(wanted, folder, aggregates)) return;
    const name = names.take([wanted, `${wanted}UseCase`]);
    found.set(key, useCase(name, (folder ?? first).name, isQuery(wanted), at(span)));
  };
  for (const { role, span } of files) if (role.kind === 'useCase') add(role.name, role.owner, span);
  for (const { text, span } of useCasesInTasks(plan)) add(text, undefined, span);
  return [...found.values()];
}

function isDefault(name: string, folder: AggregateDraft | undefined, aggregates: readonly AggregateDraft[]): boolean {
  const operations = (each: AggregateDraft) => ['create', ...each.operationNames];
  if (folder && ['get', 'list', ...operations(folder)].some((verb) => verb.toLowerCase() === name.toLowerCase()))
    return true;
  return aggregates.some((each) =>
    defaultsOf(each.name, operations(each)).some((other) => other.toLowerCase() === name.toLowerCase()),
  );
}

/** Names of the use cases that an aggregate has by default, the list in both numbers. */
export function defaultsOf(aggregate: string, operations: readonly string[]): string[] {
  return [
    ...operations.map((name) => upperFirst(name) + aggregate),
    `Get${aggregate}`,
    `List${plural(aggregate)}`,
    `List${aggregate}`,
  ];
}

function isQuery(name: string): boolean {
  return /^(?:Get|List|Find|Search|Count|Query|View|Fetch|Xem|TraCuu|TimKiem|LietKe)(?=[A-Z]|$)/.test(name);
}
