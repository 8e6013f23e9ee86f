import type { ContextModel, Diagnostic, Element } from '@planner/model';

/**
 * What a language cannot do with a model yet: event sourcing and other databases than these stop a scaffold, policies are only
 * not wired.
 */
export function unsupported(
  language: string,
  databases: readonly string[],
  model: ContextModel,
): readonly Diagnostic[] {
  const found = [
    ...otherDatabase(model, databases),
    ...model.aggregates.flatMap(eventSourcing),
    ...model.policies.map(notWired),
  ];
  return found.map((each) => ({ ...each, rule: `${language}/${each.rule}` }));
}

function otherDatabase({ database, aggregates }: ContextModel, databases: readonly string[]): Diagnostic[] {
  if (databases.includes(database)) return [];
  const message = `the database ${database} is not supported yet`;
  const hint = `write ${databases.map((name) => `\`database: ${name}\``).join(' or ')}`;
  return [{ rule: 'database', severity: 'error', message, hint, span: spanOf(aggregates[0]) }];
}

function eventSourcing(aggregate: ContextModel['aggregates'][number]): Diagnostic[] {
  if (aggregate.persistence === 'state') return [];
  const message = `${aggregate.name}: persistence by events is not supported yet`;
  const hint = 'write `persistence: state`';
  return [{ rule: 'event-sourcing', severity: 'error', message, hint, span: spanOf(aggregate) }];
}

function notWired(policy: ContextModel['policies'][number]): Diagnostic {
  const message = `policy ${policy.name} is not wired yet`;
  const hint = 'call its use case where the event is handled';
  return { rule: 'policy', severity: 'warning', message, hint, span: spanOf(policy) };
}

function spanOf(element: Element | undefined): Diagnostic['span'] {
  return element?.span ?? { file: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}
