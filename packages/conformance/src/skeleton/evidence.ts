import type { ContextModel, RuleModel } from '@planner/model';
import type { Task } from '@planner/plan';
import type { CodeElement, ElementKind } from '@planner/target';
import type { VerifiedProject } from '../check';

/** What shows that a task is done. */
export interface Evidence {
  /** All of them are in the code. */
  readonly elements: readonly CodeElement[];
  /** None of these texts waits in a `TODO`. */
  readonly open: readonly string[];
}

/** The kind of element behind the beginning of a task's id. */
const KINDS: readonly (readonly [prefix: string, kind: ElementKind])[] = [
  ['domain/aggregate/', 'aggregate'],
  ['domain/entity/', 'entity'],
  ['domain/value-object/', 'value object'],
  ['domain/enum/', 'enum'],
  ['domain/event/', 'event'],
  ['domain/operation/', 'operation'],
  ['domain/service/', 'domain service'],
  ['repository/interface/', 'repository'],
  ['application/port/', 'port'],
  ['application/use-case/', 'use case'],
  ['presentation/rpc/', 'rpc'],
];

/** Ids of tasks that a stub belongs to: the rule's name follows the last point. */
const RULES = ['domain/invariant/', 'domain/requirement/', 'application/requirement/'];

/** What would show that a task is done; undefined for a task that leaves no trace that a check could find. */
export function evidenceOf(
  { id }: Task,
  elements: readonly CodeElement[],
  { model }: VerifiedProject,
): Evidence | undefined {
  if (id === undefined) return undefined;
  for (const [prefix, kind] of KINDS) {
    if (!id.startsWith(prefix)) continue;
    const own = elements.filter((element) => element.kind === kind && element.name === id.slice(prefix.length));
    return own.length === 0 ? undefined : { elements: own, open: [] };
  }
  if (model === undefined || !RULES.some((prefix) => id.startsWith(prefix))) return undefined;
  const rule = rulesOf(model).find(({ name }) => name === id.slice(id.lastIndexOf('.') + 1));
  return rule === undefined ? undefined : { elements: [], open: [rule.text] };
}

function rulesOf({ valueObjects, aggregates, useCases }: ContextModel): RuleModel[] {
  return [
    ...valueObjects.flatMap((item) => (item.kind === 'composite' ? item.invariants : [])),
    ...aggregates.flatMap(({ invariants, entities, operations }) => [
      ...invariants,
      ...entities.flatMap((entity) => entity.invariants),
      ...operations.flatMap((operation) => operation.requires),
    ]),
    ...useCases.flatMap((useCase) => useCase.requires),
  ];
}
