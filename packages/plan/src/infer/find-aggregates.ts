import type { Diagnostic, SourceSpan, Text } from '@planner/model';
import { keyOf, pascalName, startsWith } from './names';
import type { Listed } from './listed';

/** An aggregate of the plan, and where it is named. */
export interface FoundAggregate {
  readonly name: string;
  readonly span: SourceSpan;
  /** A path below `aggregates/` says so, not prose alone. */
  readonly byPath: boolean;
  readonly step?: number;
}

export interface AggregateSearch {
  /** In the order of the overview, then of the listed paths. */
  readonly aggregates: readonly FoundAggregate[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The aggregates of a plan: those that the overview names and those with a folder below `aggregates/`. A name with a file under
 * `entities/` is an entity, whatever the overview says, unless it has a repository of its own or nothing else could be the root.
 */
export function findAggregates(overview: readonly Text[], files: readonly Listed[]): AggregateSearch {
  const paths = files.filter(({ role }) => role.kind === 'aggregate');
  const byPath = new Map<string, Listed>();
  for (const file of paths) if (!byPath.has(keyOf(file.role.name))) byPath.set(keyOf(file.role.name), file);
  for (const file of files) {
    const { owner } = file.role;
    if (owner !== undefined && isBelowAggregates(file, owner) && !byPath.has(keyOf(owner)))
      byPath.set(keyOf(owner), { ...file, role: { kind: 'aggregate', name: owner } });
  }
  const entities = new Map(
    files.filter(({ role }) => role.kind === 'entity').map((file) => [keyOf(file.role.name), file]),
  );
  const repositories = new Set(files.filter(isRepository).map(({ role }) => keyOf(role.name)));
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, FoundAggregate>();
  const doubtful: FoundAggregate[] = [];
  for (const { text, span } of overview) {
    const listed = byPath.get(keyOf(text));
    const aggregate = { name: text, span, byPath: listed !== undefined, ...stepOf(listed) };
    const isEntity = entities.has(keyOf(text)) && listed === undefined && !repositories.has(keyOf(text));
    if (isEntity) doubtful.push(aggregate);
    else if (!found.has(keyOf(text))) found.set(keyOf(text), aggregate);
  }
  for (const [key, file] of byPath) {
    if (!found.has(key))
      found.set(key, { name: nameOf(file.role.name), span: file.span, byPath: true, ...stepOf(file) });
  }
  const [first] = doubtful;
  if (found.size === 0 && first !== undefined) found.set(keyOf(first.name), first);
  if (found.size === 0) for (const each of lastResort(files)) found.set(keyOf(each.name), each);
  for (const { name } of doubtful) {
    const file = entities.get(keyOf(name));
    if (file !== undefined && !found.has(keyOf(name))) diagnostics.push(calledAggregate(name, file));
  }
  return { aggregates: [...found.values()].filter(({ name }) => name !== ''), diagnostics };
}

function isBelowAggregates({ folders }: Listed, owner: string): boolean {
  const at = folders.lastIndexOf(owner);
  return at > 0 && keyOf(folders[at - 1] ?? '') === keyOf('aggregates');
}

function isRepository({ role }: Listed): boolean {
  return role.kind === 'repository' || role.kind === 'repositoryImplementation';
}

/** Where neither overview nor folder names one: whatever has a repository, else the first entity, else what use cases are about. */
function lastResort(files: readonly Listed[]): FoundAggregate[] {
  const at = (file: Listed, name: string): FoundAggregate => ({
    name: nameOf(name),
    span: file.span,
    byPath: false,
    ...stepOf(file),
  });
  const stored = files.filter(isRepository).map((file) => at(file, file.role.name));
  if (stored.length > 0) return stored;
  const [entity] = files.filter(({ role }) => role.kind === 'entity');
  if (entity !== undefined) return [at(entity, entity.role.name)];
  const [useCase] = files.filter(({ role }) => role.kind === 'useCase' && role.owner !== undefined);
  return useCase === undefined ? [] : [at(useCase, useCase.role.owner ?? '')];
}

function stepOf(file: Listed | undefined): { step?: number } {
  return file?.step === undefined ? {} : { step: file.step };
}

function nameOf(name: string): string {
  return pascalName(name);
}

function calledAggregate(name: string, file: Listed): Diagnostic {
  return {
    rule: 'infer/entity',
    severity: 'warning',
    message: `The overview calls ${name} an aggregate, but ${file.path} makes it an entity.`,
    hint: 'List it below aggregates/ if it has a life of its own, or take it out of the affected aggregates.',
    span: file.span,
  };
}

/**
 * The aggregate that an element belongs to: the one whose folder it lies in, whose name its own begins with, which is named
 * nearest in the same step, else the first.
 */
export function nearestAggregate(
  file: Pick<Listed, 'role' | 'span' | 'step'>,
  aggregates: readonly FoundAggregate[],
): { aggregate?: FoundAggregate; guessed: boolean } {
  const { owner, name } = file.role;
  const byFolder = owner === undefined ? undefined : aggregates.find((each) => keyOf(each.name) === keyOf(owner));
  if (byFolder) return { aggregate: byFolder, guessed: false };
  const byName = aggregates
    .filter((each) => startsWith(name, each.name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (byName) return { aggregate: byName, guessed: false };
  const inStep = aggregates.filter((each) => each.byPath && each.step !== undefined && each.step === file.step);
  const distance = (each: FoundAggregate) => Math.abs(each.span.start.line - file.span.start.line);
  const nearest = [...inStep].sort((a, b) => distance(a) - distance(b))[0];
  if (nearest) return { aggregate: nearest, guessed: inStep.length > 1 };
  const [first] = aggregates;
  return first === undefined ? { guessed: false } : { aggregate: first, guessed: aggregates.length > 1 };
}
