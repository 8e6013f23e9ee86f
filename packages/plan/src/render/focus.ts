import type { AggregateModel, ContextModel, Element, EntityModel } from '@planner/model';

/** The part of a context's model that one plan brings. */
export interface Focus {
  /** New elements, and of the aggregates that the plan extends what it adds to them. */
  readonly model: ContextModel;
  /** Names of the aggregates that an earlier plan created. */
  readonly extended: ReadonlySet<string>;
  /** Whether the context has earlier plans, which brought what all aggregates share. */
  readonly followUp: boolean;
}

/**
 * What one plan adds to a context of several. A context with one plan, or a plan that only changes or removes, is seen whole.
 *
 * @param plan id of the plan (`35-001`)
 */
export function focusOn(model: ContextModel, plan: string): Focus {
  const followUp = model.plans.length > 1;
  const part = followUp ? partOf(model, plan) : undefined;
  if (!part) return { model, extended: new Set(), followUp };
  const extended = part.aggregates.filter((aggregate) => aggregate.plan !== plan).map((aggregate) => aggregate.name);
  return { model: part, extended: new Set(extended), followUp };
}

function partOf(model: ContextModel, plan: string): ContextModel | undefined {
  const own = (element: Element): boolean => element.plan === plan;
  const aggregates = model.aggregates.flatMap((aggregate) => focusAggregate(aggregate, own));
  if (aggregates.length === 0) return undefined;
  const useCases = model.useCases.filter((useCase) => own(useCase) || useCase.requires.some(own));
  const named = new Set(useCases.map((useCase) => useCase.name));
  return {
    ...model,
    aggregates,
    useCases,
    enums: model.enums.filter(own),
    valueObjects: model.valueObjects.filter(own),
    events: model.events.filter((event) => own(event) || event.fields.some(own)),
    foreignEvents: model.foreignEvents.filter(own),
    services: model.services.filter((service) => own(service) || service.methods.some(own)),
    adapters: model.adapters.filter((adapter) => own(adapter) || adapter.operations.some(own)),
    policies: model.policies.filter(own),
    grpcServices: model.grpcServices
      .map((service) => ({ ...service, useCases: service.useCases.filter((useCase) => named.has(useCase)) }))
      .filter((service) => service.useCases.length > 0),
  };
}

function focusAggregate(aggregate: AggregateModel, own: (element: Element) => boolean): AggregateModel[] {
  const fields = aggregate.fields.filter(own);
  const entities = aggregate.entities.flatMap((entity) => focusEntity(entity, own));
  const operations = aggregate.operations.filter((operation) => own(operation) || operation.requires.some(own));
  const invariants = aggregate.invariants.filter(own);
  const finders = aggregate.finders.filter(own);
  const isNew = own(aggregate) && fields.length === aggregate.fields.length;
  if (isNew) return [aggregate];
  if ([fields, entities, operations, invariants, finders].every((parts) => parts.length === 0)) return [];
  const { lifecycle, ...rest } = aggregate;
  return [
    {
      ...rest,
      fields,
      entities,
      operations,
      invariants,
      finders,
      unique: aggregate.unique.filter((paths) =>
        paths.some((path) => fields.some((field) => path.split('.')[0] === field.name)),
      ),
      ...(lifecycle && own(lifecycle) && { lifecycle }),
    },
  ];
}

function focusEntity(entity: EntityModel, own: (element: Element) => boolean): EntityModel[] {
  const fields = entity.fields.filter(own);
  const invariants = entity.invariants.filter(own);
  if (fields.length === entity.fields.length && own(entity)) return [entity];
  return fields.length + invariants.length === 0 ? [] : [{ ...entity, fields, invariants }];
}
