import type {
  AggregateModel,
  ContextModel,
  EntityModel,
  FieldModel,
  OperationModel,
  RuleModel,
  ServiceModel,
  ValueObjectModel,
} from '@planner/model';
import type { Focus } from '../focus';
import { callSignature, typeName, valueObjectFields } from '../model-facts';
import type { Phrases } from '../phrases';
import { fieldRules, typeRules } from './constraint-texts';
import { EFFORT } from './effort';
import { task, type PlannedTask } from './planned-task';

/** Phase 1: enums, value objects, entities, aggregates, services, events, errors. */
export function domainTasks({ model, extended }: Focus, say: Phrases): PlannedTask[] {
  return [
    ...model.enums
      .filter((each) => each.origin !== 'lifecycle')
      .map((each) =>
        task(
          `domain/enum/${each.name}`,
          say.domain.enum(
            each.name,
            each.members.map((member) => member.name),
          ),
          EFFORT.enum,
        ),
      ),
    ...model.valueObjects.map((each) => valueObjectTask(each, say)),
    ...model.aggregates.flatMap((aggregate) => aggregate.entities.map((entity) => entityTask(aggregate, entity, say))),
    ...model.aggregates.map((aggregate) => aggregateTask(aggregate, extended.has(aggregate.name), say)),
    ...model.services.map((service) => serviceTask(service, say)),
    ...model.events.map((event) =>
      task(
        `domain/event/${event.name}`,
        say.domain.event(
          event.name,
          event.aggregate,
          event.fields.map((field) => field.name),
        ),
        EFFORT.event,
      ),
    ),
    task('domain/errors', say.domain.errors(model.context, errorCount(model)), EFFORT.errors),
  ];
}

function valueObjectTask(valueObject: ValueObjectModel, say: Phrases): PlannedTask {
  const { name } = valueObject;
  const id = `domain/value-object/${name}`;
  if (valueObject.kind === 'simple') {
    const rules = typeRules(valueObject.type, say.constraints);
    const subtasks =
      rules.length === 0
        ? []
        : [task(`domain/constraint/${name}`, say.domain.valueConstraint(rules), EFFORT.constraint * rules.length)];
    return task(id, say.domain.simpleValueObject(name, typeName(valueObject.type)), EFFORT.simpleValueObject, subtasks);
  }
  const fields = valueObjectFields(valueObject);
  return task(
    id,
    say.domain.compositeValueObject(
      name,
      fields.map((field) => field.name),
    ),
    EFFORT.compositeValueObject,
    [...constraintTasks(name, fields, undefined, say), ...invariantTasks(name, valueObject.invariants, say)],
  );
}

function entityTask(aggregate: AggregateModel, entity: EntityModel, say: Phrases): PlannedTask {
  const name = `${aggregate.name}.${entity.name}`;
  return task(
    `domain/entity/${name}`,
    say.domain.entity(entity.name, aggregate.name, entity.fields.length),
    EFFORT.entity,
    [
      identityTask(name, entity, say),
      ...constraintTasks(name, entity.fields, aggregate.name, say),
      ...uniqueTasks(name, entity, say),
      ...invariantTasks(name, entity.invariants, say),
    ],
  );
}

function aggregateTask(aggregate: AggregateModel, extended: boolean, say: Phrases): PlannedTask {
  const { name, lifecycle, entities } = aggregate;
  const counts = [aggregate.invariants.length, aggregate.operations.length, entities.length] as const;
  const text = extended
    ? say.domain.extend(
        name,
        aggregate.fields.map((field) => field.name),
        ...counts,
      )
    : say.domain.aggregate(name, ...counts);
  return task(`domain/aggregate/${name}`, text, extended ? EFFORT.extension : EFFORT.aggregate, [
    ...(extended ? [] : [identityTask(name, aggregate, say)]),
    ...(entities.length === 0
      ? []
      : [
          task(
            `domain/boundary/${name}`,
            say.domain.boundary(
              name,
              entities.map((entity) => entity.name),
            ),
            EFFORT.boundary,
          ),
        ]),
    ...(lifecycle
      ? [
          task(
            `domain/lifecycle/${name}`,
            say.domain.lifecycle(lifecycle.name, lifecycle.states, lifecycle.initial),
            EFFORT.lifecycle,
          ),
        ]
      : []),
    ...constraintTasks(name, aggregate.fields, undefined, say),
    ...uniqueTasks(name, aggregate, say),
    ...aggregate.operations.map((operation) => operationTask(aggregate, operation, say)),
    ...invariantTasks(name, aggregate.invariants, say),
  ]);
}

function operationTask(aggregate: AggregateModel, operation: OperationModel, say: Phrases): PlannedTask {
  const name = `${aggregate.name}.${operation.name}`;
  const events = [...new Set(operation.emissions.map((emission) => emission.event))];
  const computed = operation.assignments.filter(({ value }) => value.kind === 'computed');
  return task(
    `domain/operation/${name}`,
    say.domain.operation(name, operation.from, operation.to, events),
    EFFORT.operation,
    [
      ...operation.requires.map((rule) =>
        task(
          `domain/requirement/${name}.${rule.name}`,
          say.domain.requirement(rule.name, rule.text),
          EFFORT.requirement,
        ),
      ),
      ...computed.map(({ field }) =>
        task(`domain/computed/${name}.${field}`, say.domain.computed(field), EFFORT.computed),
      ),
      ...(operation.to.length > 1
        ? [task(`domain/target/${name}`, say.domain.targets(operation.to), EFFORT.computed)]
        : []),
    ],
  );
}

function identityTask(owner: string, { name, identity }: AggregateModel | EntityModel, say: Phrases): PlannedTask {
  const text =
    identity.kind === 'generated'
      ? say.domain.generatedIdentity(name)
      : say.domain.givenIdentity(name, typeName(identity.type));
  return task(`domain/identity/${owner}`, text, EFFORT.identity);
}

function constraintTasks(
  owner: string,
  fields: readonly FieldModel[],
  scope: string | undefined,
  say: Phrases,
): PlannedTask[] {
  return fields.flatMap((field) => {
    const rules = fieldRules(field, scope, say.constraints);
    return rules.length === 0
      ? []
      : [
          task(
            `domain/constraint/${owner}.${field.name}`,
            say.domain.constraint(field.name, rules),
            EFFORT.constraint * rules.length,
          ),
        ];
  });
}

/** Sets of fields that are unique together; one alone is a constraint of its field. */
function uniqueTasks(owner: string, { unique }: AggregateModel | EntityModel, say: Phrases): PlannedTask[] {
  return unique
    .filter((paths) => paths.length > 1)
    .map((paths) => task(`domain/unique/${owner}.${paths.join('-')}`, say.domain.unique(paths), EFFORT.constraint));
}

function invariantTasks(owner: string, rules: readonly RuleModel[], say: Phrases): PlannedTask[] {
  return rules.map((rule) =>
    task(`domain/invariant/${owner}.${rule.name}`, say.domain.invariant(rule.name, rule.text), EFFORT.invariant),
  );
}

function serviceTask(service: ServiceModel, say: Phrases): PlannedTask {
  const methods = service.methods.map((method) =>
    task(
      `domain/method/${service.name}.${method.name}`,
      say.domain.serviceMethod(callSignature(service.name, method)),
      EFFORT.serviceMethod,
    ),
  );
  return task(
    `domain/service/${service.name}`,
    say.domain.service(service.name, methods.length),
    EFFORT.service,
    methods,
  );
}

/** One error for every named rule, one for a transition that is refused, per aggregate not found and version conflict. */
function errorCount(model: ContextModel): number {
  const rules = [
    ...model.valueObjects,
    ...model.aggregates,
    ...model.aggregates.flatMap((each) => each.entities),
  ].flatMap((each) => ('invariants' in each ? each.invariants : []));
  const requirements = [...model.aggregates.flatMap((each) => each.operations), ...model.useCases].flatMap(
    (each) => each.requires,
  );
  const perAggregate = model.aggregates.reduce(
    (sum, each) => sum + 2 + (each.lifecycle ? 1 : 0) + each.unique.length,
    0,
  );
  return rules.length + requirements.length + perAggregate;
}
