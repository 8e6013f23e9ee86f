import type {
  AggregateModel,
  FinderModel,
  OutputModel,
  ServiceModel,
  AdapterModel,
  UseCaseModel,
  UseModel,
} from '../context-model';
import type { Text, UseCaseDeclaration } from '../declaration';
import { plural, upperFirst } from '../naming';
import { didYouMean } from '../suggest';
import { resolveOutput } from './calls';
import { membersFrom, resolveRules } from './declared-types';
import { resolveFields } from './fields';
import { checkMembers, checkPascal } from './member-names';
import { nameOfType } from './operations';
import { elementOf } from './scope';
import type { Scope } from './scope';

/** What a use case may use. */
export interface Surroundings {
  readonly aggregates: readonly AggregateModel[];
  readonly services: readonly ServiceModel[];
  readonly adapters: readonly AdapterModel[];
}

/** Defaults, renamed ones and custom ones, grouped by aggregate: first what changes it, then get, list, finders, custom. */
export function resolveUseCases(
  scope: Scope,
  declared: readonly UseCaseDeclaration[],
  around: Surroundings,
): UseCaseModel[] {
  const byAggregate = new Map(around.aggregates.map((aggregate) => [aggregate.name, [] as UseCaseDeclaration[]]));
  for (const useCase of declared) {
    checkPascal(scope.problems, useCase.name, 'The use case');
    const group = useCase.aggregate === undefined ? undefined : byAggregate.get(useCase.aggregate.text);
    if (group === undefined) reportAggregate(scope, useCase, [...byAggregate.keys()]);
    else group.push(useCase);
  }
  return around.aggregates.flatMap((aggregate) =>
    ofAggregate(scope, aggregate, byAggregate.get(aggregate.name) ?? [], around),
  );
}

function reportAggregate(scope: Scope, useCase: UseCaseDeclaration, names: readonly string[]): void {
  const { aggregate, name } = useCase;
  if (aggregate === undefined) {
    scope.problems.error(
      'use-case/aggregate',
      name.span,
      `The use case ${name.text} belongs to no aggregate.`,
      'Write "aggregate: Name".',
    );
  } else {
    scope.problems.error(
      'use-case/aggregate',
      aggregate.span,
      `There is no aggregate "${aggregate.text}".`,
      `${didYouMean(aggregate.text, names)}Aggregates are ${names.join(', ') || 'not declared yet'}.`,
    );
  }
}

function ofAggregate(
  scope: Scope,
  aggregate: AggregateModel,
  declared: readonly UseCaseDeclaration[],
  around: Surroundings,
): UseCaseModel[] {
  const renamed = new Map<string, UseCaseDeclaration[]>();
  for (const useCase of declared) {
    const { action } = useCase;
    if (action === undefined) continue;
    if (!actionsOf(aggregate).includes(action.text)) reportAction(scope, aggregate, action);
    renamed.set(action.text, [...(renamed.get(action.text) ?? []), useCase]);
  }
  const withAction = (action: string, fallback: string | undefined): UseCaseModel[] => {
    const entries = renamed.get(action);
    if (entries !== undefined) return entries.map((entry) => fromAction(scope, aggregate, action, entry, around));
    return fallback === undefined ? [] : [defaultUseCase(aggregate, action, fallback)];
  };
  const { name } = aggregate;
  return [
    ...aggregate.operations
      .filter((operation) => operation.name !== 'get' && operation.name !== 'list')
      .flatMap((operation) => withAction(operation.name, upperFirst(operation.name) + name)),
    ...withAction('get', `Get${name}`),
    ...withAction('list', `List${plural(name)}`),
    ...aggregate.finders
      .filter((finder) => finder.name !== 'list')
      .flatMap((finder) => withAction(finder.name, undefined)),
    ...declared
      .filter((useCase) => useCase.action === undefined)
      .map((useCase) => custom(scope, aggregate, useCase, around)),
  ];
}

function actionsOf(aggregate: AggregateModel): string[] {
  return [
    ...aggregate.operations.map((operation) => operation.name),
    'get',
    ...aggregate.finders.map((finder) => finder.name),
  ];
}

function reportAction(scope: Scope, aggregate: AggregateModel, action: Text): void {
  const known = actionsOf(aggregate);
  scope.problems.error(
    'use-case/action',
    action.span,
    `${aggregate.name} has no operation or finder "${action.text}".`,
    `${didYouMean(action.text, known)}Actions are ${known.join(', ')}; leave "action" out for a use case of your own.`,
  );
}

function defaultUseCase(aggregate: AggregateModel, action: string, name: string): UseCaseModel {
  const source = aggregate.operations.find((operation) => operation.name === action) ?? aggregate;
  return {
    name,
    plan: source.plan,
    ...(source.span === undefined ? {} : { span: source.span }),
    ...actionParts(aggregate, action),
    aggregate: aggregate.name,
    input: [],
    uses: [],
    requires: [],
  };
}

function fromAction(
  scope: Scope,
  aggregate: AggregateModel,
  action: string,
  entry: UseCaseDeclaration,
  around: Surroundings,
): UseCaseModel {
  for (const key of ['input', 'output'] as const) {
    if (entry[key] === undefined) continue;
    scope.problems.error(
      'use-case/action-shape',
      entry.name.span,
      `${entry.name.text} takes and gives what its action "${action}" does, so "${key}" has no place.`,
      `Write the ${key} at the operation, or leave "action" out.`,
    );
  }
  const parts = actionParts(aggregate, action);
  if (entry.kind !== undefined && entry.kind.text !== parts.kind) {
    scope.problems.error(
      'use-case/kind',
      entry.kind.span,
      `The action "${action}" makes this a ${parts.kind}.`,
      'Remove "kind".',
    );
  }
  return {
    ...elementOf(entry),
    ...parts,
    aggregate: aggregate.name,
    input: [],
    uses: resolveUses(scope, entry.uses, around),
    requires: resolveRules(scope, entry.requires),
  };
}

function actionParts(aggregate: AggregateModel, action: string): Pick<UseCaseModel, 'kind' | 'action' | 'output'> {
  const operation = aggregate.operations.find((each) => each.name === action);
  if (operation !== undefined) {
    const output: OutputModel =
      operation.kind === 'delete' ? { kind: 'empty' } : { kind: 'aggregate', aggregate: aggregate.name };
    return { kind: 'command', action: { kind: 'operation', operation: action }, output };
  }
  const finder = aggregate.finders.find((each) => each.name === action);
  if (finder === undefined)
    return { kind: 'query', action: { kind: 'get' }, output: { kind: 'aggregate', aggregate: aggregate.name } };
  return { kind: 'query', action: { kind: 'finder', finder: action }, output: finderOutput(aggregate, finder) };
}

function finderOutput(aggregate: AggregateModel, finder: FinderModel): OutputModel {
  if (finder.single) return { kind: 'aggregate', aggregate: aggregate.name };
  const element = { kind: 'aggregate', name: aggregate.name } as const;
  return { kind: 'page', name: plural(nameOfType(element)), element };
}

function custom(
  scope: Scope,
  aggregate: AggregateModel,
  useCase: UseCaseDeclaration,
  around: Surroundings,
): UseCaseModel {
  const kind = useCase.kind?.text ?? 'command';
  if (kind !== 'command' && kind !== 'query') {
    scope.problems.error(
      'use-case/kind',
      useCase.kind?.span ?? useCase.name.span,
      `"${kind}" is no kind of use case.`,
      'Write command or query.',
    );
  }
  const place = { owner: useCase.name.text, aggregate: aggregate.name, aggregates: true };
  const input = resolveFields(scope, useCase.input ?? [], place);
  const output = customOutput(scope, useCase, place, kind === 'query');
  const paged = output.kind === 'page' ? ['pageSize', 'pageToken'] : [];
  checkMembers(scope.problems, `The input of ${useCase.name.text}`, membersFrom(useCase.input ?? []), paged);
  return {
    ...elementOf(useCase),
    kind: kind === 'query' ? 'query' : 'command',
    aggregate: aggregate.name,
    action: { kind: 'custom' },
    input,
    output,
    uses: resolveUses(scope, useCase.uses, around),
    requires: resolveRules(scope, useCase.requires),
  };
}

/** The list of a query is paged. */
function customOutput(
  scope: Scope,
  useCase: UseCaseDeclaration,
  place: { owner: string; aggregate: string; aggregates: boolean },
  query: boolean,
): OutputModel {
  const { output, bare } = resolveOutput(scope, useCase.output, place, useCase.plan);
  const [only] = output;
  if (only === undefined && useCase.output === undefined) return { kind: 'empty' };
  if (query && bare && only?.type.kind === 'list') return { kind: 'page', name: only.name, element: only.type.element };
  return output.length === 0 ? { kind: 'empty' } : { kind: 'fields', fields: output, bare };
}

function resolveUses(scope: Scope, uses: readonly Text[], around: Surroundings): UseModel[] {
  const seen = new Set<string>();
  return uses.flatMap((use): UseModel[] => {
    if (seen.has(use.text)) {
      scope.problems.error('use-case/uses', use.span, `"${use.text}" is listed twice.`, 'Remove one of them.');
      return [];
    }
    seen.add(use.text);
    return [resolveUse(scope, use, around)].flatMap((found) => found ?? []);
  });
}

function resolveUse(scope: Scope, use: Text, around: Surroundings): UseModel | undefined {
  const [name = '', operation, ...rest] = use.text.split('.');
  const adapter = around.adapters.find((each) => each.name === name);
  if (adapter !== undefined) {
    const operations = adapter.operations.map((each) => each.name);
    if (operation !== undefined && rest.length === 0 && operations.includes(operation))
      return { kind: 'adapter', adapter: name, operation };
    scope.problems.error(
      'use-case/uses',
      use.span,
      `"${use.text}" names no operation of the adapter ${name}.`,
      `${didYouMean(operation ?? '', operations)}Write one of ${operations.map((each) => `${name}.${each}`).join(', ')}.`,
    );
    return;
  }
  if (operation === undefined && around.aggregates.some((each) => each.name === name))
    return { kind: 'aggregate', aggregate: name };
  if (operation === undefined && around.services.some((each) => each.name === name))
    return { kind: 'service', service: name };
  const candidates = [...around.aggregates, ...around.services].map((each) => each.name);
  const all = [
    ...candidates,
    ...around.adapters.flatMap((each) => each.operations.map((inner) => `${each.name}.${inner.name}`)),
  ];
  scope.problems.error(
    'use-case/uses',
    use.span,
    `"${use.text}" is nothing that a use case can use.`,
    `${didYouMean(use.text, all)}Allowed are ${all.join(', ')}.`,
  );
  return undefined;
}
