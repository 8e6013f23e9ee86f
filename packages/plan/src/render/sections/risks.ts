import type { AggregateModel, ContextModel, FieldModel, TypeModel } from '@planner/model';
import { bullets, labelled, compose, type Markdown } from '../markdown';
import { fieldsOf, transitionsOf, typeName, typesWithin, unfinishedOf, valueObjectFields } from '../model-facts';
import { firstNames, type PlanContext } from '../plan-context';
import { foreignReferences, referenceCycles, referencesBetween } from '../references';
import { eventName, usedNames } from '../tasks/application-tasks';

/** From these sizes on an aggregate is called large, its transitions many, a bounded list long. */
const LARGE_FIELDS = 12;
const LARGE_ENTITIES = 3;
const MANY_TRANSITIONS = 6;
const LONG_LIST = 100;

/** What may go wrong with this model, each with its prevention. */
export function renderRisks(plan: PlanContext): Markdown[] {
  const { model, whole, input, say, headings, database, variables } = plan;
  const { risks } = say;
  const clashes = input.workspace.clashes.map(({ name, owner }) => risks.clash(name, owner));
  const items = [
    ...labelledAll(risks.domain(), model ? domainRisks(model, whole ?? model, say) : [risks.noModel(input.context)]),
    ...labelledAll(risks.performance(), [...(model ? performanceRisks(model, say) : []), risks.nPlusOne()]),
    ...labelledAll(risks.transactions(), [...(model ? transactionRisks(model, say) : []), risks.oneAggregate()]),
    ...labelledAll(risks.external(), model ? externalRisks(model, say) : []),
    ...labelledAll(risks.contexts(), [...(model ? contextRisks(model, say) : []), ...clashes]),
    ...labelledAll(risks.data(), model ? dataRisks(model, say) : []),
    ...labelledAll(risks.unfinished(), model ? unfinishedRisks(model, say) : []),
    labelled(risks.security(), risks.credentials(database.title)),
    labelled(risks.environment(), risks.missingVariables(variables.length)),
  ];
  return [compose`## ${headings.sections.risks[0] as Markdown}`, bullets(items)];
}

function labelledAll(label: string, risks: readonly Markdown[]): Markdown[] {
  return risks.map((risk) => labelled(label, risk));
}

/** Sizes and circles are those of the context with all its plans, as far as this plan touches them. */
function domainRisks(model: ContextModel, whole: ContextModel, { risks }: PlanContext['say']): Markdown[] {
  const touched = new Set(model.aggregates.map((aggregate) => aggregate.name));
  const aggregates = whole.aggregates.filter((aggregate) => touched.has(aggregate.name));
  const cycles = referenceCycles(whole).filter((names) => names.some((name) => touched.has(name)));
  const inCycle = new Set(cycles.flat());
  const pairs = new Map(
    referencesBetween(model).map(({ aggregate, target }) => [`${aggregate} ${target}`, { aggregate, target }]),
  );
  return [
    ...[...pairs.values()]
      .filter(({ aggregate, target }) => !(inCycle.has(aggregate) && inCycle.has(target)))
      .map(({ aggregate, target }) => risks.reference(aggregate, target)),
    ...cycles.map((names) => risks.cycle(names)),
    ...aggregates.filter(refersToItself).map((aggregate) => risks.selfReference(aggregate.name)),
    ...aggregates
      .filter(isLarge)
      .map((aggregate) => risks.large(aggregate.name, fieldsOf(aggregate).length, aggregate.entities.length)),
    ...aggregates
      .filter((aggregate) => aggregate.lifecycle && transitionsOf(aggregate).length >= MANY_TRANSITIONS)
      .map((aggregate) =>
        risks.transitions(aggregate.name, transitionsOf(aggregate).length, aggregate.lifecycle?.states.length ?? 0),
      ),
    ...aggregates
      .filter((aggregate) => aggregate.invariants.length === 0 && aggregate.operations.length <= 1)
      .map((aggregate) => risks.anemic(aggregate.name)),
  ];
}

function performanceRisks(model: ContextModel, { risks }: PlanContext['say']): Markdown[] {
  const lists = model.aggregates
    .flatMap(fieldsOf)
    .flatMap(({ owner, field }) =>
      field.type.kind === 'list' || field.type.kind === 'map'
        ? [{ name: `${owner}.${field.name}`, type: field.type }]
        : [],
    );
  const paged = model.aggregates.flatMap((aggregate) =>
    aggregate.finders
      .filter((finder) => !finder.single)
      .map((finder) => ({ name: `${aggregate.name}.${finder.name}`, finder })),
  );
  return [
    ...lists.filter(({ type }) => type.max === undefined).map(({ name }) => risks.unbounded(name)),
    ...lists.flatMap(({ name, type }) =>
      type.max !== undefined && Number(type.max) > LONG_LIST ? [risks.longList(name, type.max)] : [],
    ),
    ...paged.flatMap(({ name, finder }) =>
      finder.by
        .filter((filter) => filter.match === 'contains')
        .map((filter) => risks.containsFilter(name, filter.path.join('.'))),
    ),
    ...(paged.length === 0 ? [] : [risks.paging(paged.map(({ name }) => name))]),
  ];
}

function transactionRisks(model: ContextModel, { risks }: PlanContext['say']): Markdown[] {
  const contended = model.aggregates.flatMap((aggregate) => {
    const computed = aggregate.operations
      .filter((operation) => operation.kind === 'change')
      .flatMap((operation) =>
        operation.assignments.filter(({ value }) => value.kind === 'computed').map(({ field }) => field),
      );
    return computed.length === 0 ? [] : [risks.contention(aggregate.name, [...new Set(computed)])];
  });
  const several = model.useCases.flatMap((useCase) => {
    const names = [
      ...new Set([
        useCase.aggregate,
        ...useCase.uses.flatMap((use) => (use.kind === 'aggregate' ? [use.aggregate] : [])),
      ]),
    ];
    return names.length > 1 ? [risks.several(useCase.name, names)] : [];
  });
  return [
    ...contended,
    ...several,
    ...model.policies.map((policy) => risks.policy(policy.name, eventName(policy.on), policy.run)),
  ];
}

function externalRisks(model: ContextModel, { risks }: PlanContext['say']): Markdown[] {
  return [
    ...model.adapters.map((adapter) =>
      risks.adapter(
        adapter.name,
        adapter.operations.map((operation) => operation.name),
      ),
    ),
    ...model.useCases.flatMap((useCase) =>
      useCase.uses.some((use) => use.kind === 'adapter')
        ? [
            risks.adapterInTransaction(
              useCase.name,
              usedNames(useCase)
                .filter((name) => name.includes('.'))
                .join(', '),
            ),
          ]
        : [],
    ),
  ];
}

function contextRisks(model: ContextModel, { risks }: PlanContext['say']): Markdown[] {
  return [
    ...foreignReferences(model).map(({ owner, field, target }) => risks.foreignReference(`${owner}.${field}`, target)),
    ...model.foreignEvents.map((event) => risks.foreignEvent(`${event.context}.${event.name}`)),
  ];
}

function dataRisks(model: ContextModel, { risks }: PlanContext['say']): Markdown[] {
  const fields: { name: string; field: Pick<FieldModel, 'type'> }[] = [
    ...model.aggregates.flatMap(fieldsOf).map(({ owner, field }) => ({ name: `${owner}.${field.name}`, field })),
    ...model.valueObjects.flatMap((each) =>
      valueObjectFields(each).map((field) => ({ name: `${each.name}.${field.name}`, field })),
    ),
    ...model.valueObjects.flatMap((each) =>
      each.kind === 'simple' ? [{ name: each.name, field: { type: each.type } }] : [],
    ),
  ];
  const holding = (scalar: string) =>
    fields
      .filter(({ field }) =>
        typesWithin(field.type).some((type: TypeModel) => type.kind === 'scalar' && type.scalar === scalar),
      )
      .map(({ name }) => name);
  const [decimals, bigints, instants] = [holding('decimal'), holding('bigint'), holding('datetime')];
  return [
    ...(decimals.length === 0 ? [] : [risks.decimals(decimals)]),
    ...(bigints.length === 0 ? [] : [risks.bigints(bigints)]),
    ...(instants.length === 0 ? [] : [risks.instants(instants)]),
  ];
}

function unfinishedRisks(model: ContextModel, { risks }: PlanContext['say']): Markdown[] {
  const unfinished = unfinishedOf(model);
  const { names, more } = firstNames(unfinished);
  return unfinished.length === 0 ? [] : [risks.unfinishedRules(unfinished.length, names, more)];
}

function isLarge(aggregate: AggregateModel): boolean {
  return fieldsOf(aggregate).length >= LARGE_FIELDS || aggregate.entities.length >= LARGE_ENTITIES;
}

function refersToItself(aggregate: AggregateModel): boolean {
  return fieldsOf(aggregate).some(({ field }) =>
    typesWithin(field.type).some((type) => type.kind === 'ref' && typeName(type) === `ref(${aggregate.name})`),
  );
}
