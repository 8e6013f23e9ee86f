import type { ContextModel, IdentityModel, RefType, TypeModel } from '@planner/model';

/** An aggregate of another context that a model refers to. */
export interface ForeignReference {
  readonly context: string;
  readonly aggregate: string;
}

/** Every aggregate of another context that the model names, once each, sorted by context and name. */
export function foreignReferences(model: ContextModel): readonly ForeignReference[] {
  const found = new Map<string, ForeignReference>();
  for (const { type } of slots(model))
    collect(type, (reference) => found.set(`${reference.context}.${reference.aggregate}`, reference));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reference]) => reference);
}

/** The type that refers to it. */
export function foreignType({ context, aggregate }: ForeignReference): RefType {
  return { kind: 'ref', target: { kind: 'foreign', context, aggregate } };
}

function collect(type: TypeModel, add: (reference: ForeignReference) => void): void {
  if (type.kind === 'list') collect(type.element, add);
  if (type.kind === 'map') collect(type.value, add);
  if (type.kind === 'ref' && type.target.kind === 'foreign')
    add({ context: type.target.context, aggregate: type.target.aggregate });
}

interface Typed {
  readonly type: TypeModel;
}

/** Everything in the model that has a type. */
function slots(model: ContextModel): Typed[] {
  const identity = ({ identity }: { identity: IdentityModel }): Typed[] =>
    identity.kind === 'given' ? [identity] : [];
  return [
    ...model.valueObjects.flatMap<Typed>((item) => (item.kind === 'composite' ? item.fields : [{ type: item.type }])),
    ...model.aggregates.flatMap<Typed>((aggregate) => [
      ...identity(aggregate),
      ...aggregate.fields,
      ...aggregate.entities.flatMap((entity) => [...identity(entity), ...entity.fields]),
      ...aggregate.operations.flatMap((operation) => operation.parameters),
      ...aggregate.finders.flatMap((finder) => finder.by),
    ]),
    ...[...model.events, ...model.foreignEvents].flatMap((event) => event.fields),
    ...[
      ...model.services.flatMap((service) => service.methods),
      ...model.adapters.flatMap((adapter) => adapter.operations),
    ].flatMap((call) => [...call.input, ...call.output]),
    ...model.useCases.flatMap<Typed>(({ input, output }) => [
      ...input,
      ...(output.kind === 'fields' ? output.fields : output.kind === 'page' ? [{ type: output.element }] : []),
    ]),
  ];
}
