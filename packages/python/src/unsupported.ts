import type { ContextModel, Diagnostic, Element, Severity } from '@planner/model';

/** What this target cannot do with a model: the other databases and event sourcing stop a scaffold, policies are only not wired. */
export function unsupported(model: ContextModel): readonly Diagnostic[] {
  return [...database(model), ...model.aggregates.flatMap(eventSourcing), ...model.policies.map(notWired)];
}

const DATABASES: ReadonlySet<string> = new Set(['postgresql', 'sqlite']);

function database({ database: name, aggregates }: ContextModel): Diagnostic[] {
  if (DATABASES.has(name)) return [];
  const hint = 'write `database: postgresql` or `database: sqlite`';
  return [diagnostic('python/database', 'error', `the database ${name} is not supported yet`, hint, aggregates[0])];
}

function eventSourcing(aggregate: ContextModel['aggregates'][number]): Diagnostic[] {
  if (aggregate.persistence === 'state') return [];
  const message = `${aggregate.name}: persistence by events is not supported yet`;
  return [diagnostic('python/event-sourcing', 'error', message, 'write `persistence: state`', aggregate)];
}

function notWired(policy: ContextModel['policies'][number]): Diagnostic {
  return diagnostic(
    'python/policy',
    'warning',
    `policy ${policy.name} is not wired yet`,
    'call its use case where the event is handled',
    policy,
  );
}

function diagnostic(
  rule: string,
  severity: Severity,
  message: string,
  hint: string,
  element: Element | undefined,
): Diagnostic {
  const nowhere = { file: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { rule, severity, message, hint, span: element?.span ?? nowhere };
}
