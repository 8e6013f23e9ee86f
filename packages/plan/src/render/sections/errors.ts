import type { AggregateModel, ContextModel, FieldModel, UseCaseModel } from '@planner/model';
import { bullets, compose, type Markdown } from '../markdown';
import { fieldsOf, typesWithin, valueObjectFields } from '../model-facts';
import type { PlanContext } from '../plan-context';
import { typeRules } from '../tasks/constraint-texts';

type Say = PlanContext['say'];

/** Which status every rule of the model answers with, and what happens at its edges. */
export function renderErrors({ model, say, headings, database }: PlanContext): Markdown[] {
  const title = compose`## ${headings.sections.errors[0] as Markdown}`;
  if (!model)
    return [title, say.errors.empty(), bullets([say.errors.unavailable(database.title), say.errors.internal()])];
  const roots = model.aggregates.map((aggregate) => aggregate.name);
  const unimplemented = model.useCases
    .filter((useCase) => useCase.action.kind === 'custom')
    .map((useCase) => useCase.name);
  const statuses = [
    ...invalidInput(model, say),
    say.errors.notFound(roots),
    ...model.aggregates.flatMap((aggregate) => clashes(aggregate, say)),
    ...model.aggregates.flatMap((aggregate) => refusals(aggregate, say)),
    ...model.useCases.flatMap((useCase) =>
      useCase.requires.map((rule) => say.errors.requirement(useCase.name, rule.name, rule.text)),
    ),
    ...valueObjectRules(model, say),
    say.errors.version(roots),
    say.errors.unavailable(database.title),
    ...(unimplemented.length === 0 ? [] : [say.errors.unimplemented(unimplemented)]),
    say.errors.internal(),
  ];
  return [
    title,
    compose`### ${say.errors.statuses() as Markdown}`,
    bullets(statuses),
    compose`### ${say.errors.edgeCases() as Markdown}`,
    bullets(edgeCases(model, say)),
  ];
}

function invalidInput(model: ContextModel, say: Say): Markdown[] {
  const owners = [
    ...model.aggregates.flatMap((aggregate) => [aggregate, ...aggregate.entities]),
    ...model.valueObjects.filter((each) => each.kind === 'composite'),
  ];
  return owners.flatMap((owner) => {
    const constrained = owner.fields.filter((field) => hasRules(field, say)).map((field) => field.name);
    return constrained.length === 0 ? [] : [say.errors.invalid(owner.name, constrained)];
  });
}

function hasRules(field: FieldModel, say: Say): boolean {
  return typeRules(field.type, say.constraints).length > 0;
}

function clashes(aggregate: AggregateModel, say: Say): Markdown[] {
  return [
    ...(aggregate.identity.kind === 'given' ? [say.errors.givenId(aggregate.name)] : []),
    ...aggregate.unique.map((paths) => say.errors.unique(aggregate.name, paths)),
    ...aggregate.entities.flatMap((entity) =>
      entity.unique.map((paths) => say.errors.unique(`${aggregate.name}.${entity.name}`, paths)),
    ),
  ];
}

function refusals(aggregate: AggregateModel, say: Say): Markdown[] {
  return [
    ...aggregate.operations.flatMap((operation) => {
      const name = `${aggregate.name}.${operation.name}`;
      return [
        ...(operation.from ? [say.errors.transition(name, operation.from)] : []),
        ...operation.requires.map((rule) => say.errors.requirement(name, rule.name, rule.text)),
      ];
    }),
    ...[aggregate, ...aggregate.entities].flatMap((owner) =>
      owner.invariants.map((rule) => say.errors.invariant(owner.name, rule.name, rule.text)),
    ),
  ];
}

function valueObjectRules(model: ContextModel, say: Say): Markdown[] {
  return model.valueObjects.flatMap((each) =>
    each.kind === 'composite'
      ? each.invariants.map((rule) => say.errors.invariant(each.name, rule.name, rule.text))
      : [],
  );
}

function edgeCases(model: ContextModel, say: Say): Markdown[] {
  const lists = model.useCases
    .filter((useCase: UseCaseModel) => useCase.output.kind === 'page')
    .map((useCase) => useCase.name);
  const decimals = [
    ...model.aggregates.flatMap(fieldsOf).map(({ owner, field }) => ({ name: `${owner}.${field.name}`, field })),
    ...model.valueObjects.flatMap((each) =>
      valueObjectFields(each).map((field) => ({ name: `${each.name}.${field.name}`, field })),
    ),
  ].filter(({ field }) => typesWithin(field.type).some((type) => type.kind === 'scalar' && type.scalar === 'decimal'));
  return [
    ...model.aggregates.flatMap((aggregate) => aggregateEdges(aggregate, say)),
    ...(decimals.length === 0 ? [] : [say.errors.decimals(decimals.map(({ name }) => name))]),
    ...(lists.length === 0 ? [] : [say.errors.paging(lists)]),
  ];
}

function aggregateEdges(aggregate: AggregateModel, say: Say): Markdown[] {
  const owners = [aggregate, ...aggregate.entities];
  return [
    ...owners.flatMap((owner) =>
      namesWhere(
        owner.fields,
        (field) => field.optional,
        (names) => say.errors.optional(owner.name, names),
      ),
    ),
    ...owners.flatMap((owner) =>
      namesWhere(
        owner.fields,
        (field) => field.default !== undefined,
        (names) => say.errors.defaults(owner.name, names),
      ),
    ),
    ...aggregate.operations.flatMap((operation) => operationEdges(aggregate, operation, say)),
    ...terminalStates(aggregate, say),
  ];
}

function operationEdges(
  aggregate: AggregateModel,
  operation: AggregateModel['operations'][number],
  say: Say,
): Markdown[] {
  const name = `${aggregate.name}.${operation.name}`;
  const optional =
    operation.kind === 'change'
      ? operation.parameters
          .filter((parameter) => parameter.origin === 'set' && parameter.optional)
          .map((parameter) => parameter.name)
      : [];
  const bounds = operation.additions.flatMap(({ field }) => {
    const type = aggregate.fields.find((each) => each.name === field)?.type;
    return type?.kind === 'list' && type.max !== undefined
      ? [say.errors.listBound(`${aggregate.name}.${field}`, type.max)]
      : [];
  });
  return [
    ...(optional.length === 0 ? [] : [say.errors.cleared(name, optional)]),
    ...bounds,
    ...(operation.removals.length === 0 ? [] : [say.errors.removeMissing(name)]),
    ...(operation.kind === 'delete' ? [say.errors.deletion(name)] : []),
  ];
}

/** States that no operation starts from. */
function terminalStates(aggregate: AggregateModel, say: Say): Markdown[] {
  const { lifecycle, operations } = aggregate;
  if (!lifecycle || operations.some((operation) => operation.kind !== 'create' && operation.from === undefined))
    return [];
  const left = new Set(operations.flatMap((operation) => operation.from ?? []));
  const terminal = lifecycle.states.filter((state) => !left.has(state));
  return terminal.length === 0 ? [] : [say.errors.terminal(aggregate.name, terminal)];
}

function namesWhere(
  fields: readonly FieldModel[],
  test: (field: FieldModel) => boolean,
  text: (names: string[]) => Markdown,
): Markdown[] {
  const names = fields.filter(test).map((field) => field.name);
  return names.length === 0 ? [] : [text(names)];
}
