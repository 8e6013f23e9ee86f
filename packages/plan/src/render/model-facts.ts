import type {
  AggregateModel,
  CallModel,
  ContextModel,
  FieldModel,
  FinderModel,
  OperationModel,
  ParameterModel,
  RefType,
  TypeModel,
  UseCaseModel,
  ValueObjectModel,
} from '@planner/model';

/** A type as the plan language writes it, without constraints: `list(Fill)`, `ref(accounts.Account)`. */
export function typeName(type: TypeModel): string {
  switch (type.kind) {
    case 'scalar':
      return type.scalar === 'decimal' ? `decimal(${type.precision ?? 0},${type.scale ?? 0})` : type.scalar;
    case 'list':
      return `list(${typeName(type.element)})`;
    case 'map':
      return `map(string, ${typeName(type.value)})`;
    case 'ref':
      return `ref(${refName(type)})`;
    default:
      return type.name;
  }
}

function refName({ target }: RefType): string {
  if (target.kind === 'foreign') return `${target.context}.${target.aggregate}`;
  return target.kind === 'entity' ? target.entity : target.aggregate;
}

/** `limitPrice: Money?`. */
export function fieldText(field: Pick<FieldModel | ParameterModel, 'name' | 'type' | 'optional'>): string {
  return `${field.name}: ${typeName(field.type)}${field.optional ? '?' : ''}`;
}

/** `Order.cancel(reason: string)`: a method of the root. */
export function operationSignature(aggregate: AggregateModel, operation: OperationModel): string {
  return `${aggregate.name}.${operation.name}(${operation.parameters.map(fieldText).join(', ')})`;
}

/** `FeePolicy.feeFor(price: Money, quantity: Quantity): Money`. */
export function callSignature(owner: string, call: CallModel): string {
  return `${owner}.${call.name}(${call.input.map(fieldText).join(', ')}): ${outputText(call)}`;
}

function outputText(call: CallModel): string {
  const [first] = call.output;
  if (first === undefined) return 'void';
  return call.bare
    ? `${typeName(first.type)}${first.optional ? '?' : ''}`
    : `{ ${call.output.map(fieldText).join(', ')} }`;
}

/** The methods of every repository: it loads and stores whole aggregates; finders are the read side's. */
export const REPOSITORY_METHODS = ['findById', 'save', 'remove'] as const;

/** `OrderRepository.findById(id: OrderId): Order?`, `OrderRepository.save(order: Order): void`, … */
export function repositorySignatures({ name }: AggregateModel): string[] {
  const variable = name.charAt(0).toLowerCase() + name.slice(1);
  return [
    `${name}Repository.findById(id: ${name}Id): ${name}?`,
    `${name}Repository.save(${variable}: ${name}): void`,
    `${name}Repository.remove(${variable}: ${name}): void`,
  ];
}

/** The read side, which loads no aggregate: `OrderQueries.get(id: OrderId): Order?` and one method per finder. */
export function querySignatures({ name, finders }: AggregateModel): string[] {
  return [
    `${name}Queries.get(id: ${name}Id): ${name}?`,
    ...finders.map(
      (finder) =>
        `${name}Queries.${finder.name}(${finderParameters(finder).join(', ')}): ${finder.single ? `${name}?` : `page(${name})`}`,
    ),
  ];
}

function finderParameters(finder: FinderModel): string[] {
  return [...finder.by.map(fieldText), ...(finder.single ? [] : ['page: PageRequest'])];
}

/** `PlaceOrder(accountId: ref(Account), …): Order`. */
export function useCaseSignature(model: ContextModel, useCase: UseCaseModel): string {
  return `${useCase.name}(${useCaseInput(model, useCase).join(', ')}): ${useCaseOutput(useCase)}`;
}

function useCaseInput(model: ContextModel, useCase: UseCaseModel): string[] {
  const aggregate = model.aggregates.find((each) => each.name === useCase.aggregate);
  const { action } = useCase;
  if (action.kind === 'custom') return useCase.input.map(fieldText);
  if (action.kind === 'get') return [`id: ${useCase.aggregate}Id`];
  if (action.kind === 'finder') {
    const finder = aggregate?.finders.find((each) => each.name === action.finder);
    return finder ? finderParameters(finder) : [];
  }
  const operation = aggregate?.operations.find((each) => each.name === action.operation);
  const own = operation?.parameters.map(fieldText) ?? [];
  return operation?.kind === 'create' ? own : [`id: ${useCase.aggregate}Id`, 'expectedVersion: bigint?', ...own];
}

/** What a use case answers with: `Order`, `page(Order)`, `{ brokerOrderId: string }`, `void`. */
export function useCaseOutput({ output }: UseCaseModel): string {
  if (output.kind === 'aggregate') return output.aggregate;
  if (output.kind === 'page') return `page(${typeName(output.element)})`;
  if (output.kind === 'empty' || output.fields.length === 0) return 'void';
  const [first] = output.fields;
  return output.bare && first ? typeName(first.type) : `{ ${output.fields.map(fieldText).join(', ')} }`;
}

/** The operations that lead from state to state, or are bound to one. */
export function transitionsOf(aggregate: AggregateModel): OperationModel[] {
  return aggregate.operations.filter((operation) => operation.from !== undefined || operation.to.length > 0);
}

/** Every type inside a type, itself first. */
export function typesWithin(type: TypeModel): TypeModel[] {
  if (type.kind === 'list') return [type, ...typesWithin(type.element)];
  if (type.kind === 'map') return [type, ...typesWithin(type.value)];
  return [type];
}

/** The fields of an aggregate and of its entities, each with the name of its owner. */
export function fieldsOf(aggregate: AggregateModel): { readonly owner: string; readonly field: FieldModel }[] {
  return [aggregate, ...aggregate.entities].flatMap((owner) =>
    owner.fields.map((field) => ({ owner: owner.name, field })),
  );
}

export function valueObjectFields(valueObject: ValueObjectModel): readonly FieldModel[] {
  return valueObject.kind === 'composite' ? valueObject.fields : [];
}

/** Everything that a scaffold leaves to be written: rules, computed values, custom use cases, methods of domain services. */
export function unfinishedOf(model: ContextModel): string[] {
  return [
    ...model.valueObjects.flatMap((each) =>
      each.kind === 'composite' ? each.invariants.map((rule) => `${each.name}.${rule.name}`) : [],
    ),
    ...model.aggregates.flatMap(unfinishedInAggregate),
    ...model.services.flatMap((service) => service.methods.map((method) => `${service.name}.${method.name}`)),
    ...model.useCases.flatMap((useCase) => [
      ...(useCase.action.kind === 'custom' ? [useCase.name] : []),
      ...useCase.requires.map((rule) => `${useCase.name}.${rule.name}`),
    ]),
  ];
}

function unfinishedInAggregate(aggregate: AggregateModel): string[] {
  return [
    ...aggregate.invariants.map((rule) => `${aggregate.name}.${rule.name}`),
    ...aggregate.entities.flatMap((entity) => entity.invariants.map((rule) => `${entity.name}.${rule.name}`)),
    ...aggregate.operations.flatMap((operation) => {
      const name = `${aggregate.name}.${operation.name}`;
      return [
        ...operation.requires.map((rule) => `${name}.${rule.name}`),
        ...operation.assignments
          .filter(({ value }) => value.kind === 'computed')
          .map(({ field }) => `${name}.${field}`),
        ...(operation.to.length > 1 ? [`${name}.target`] : []),
        ...operation.emissions.flatMap((emission) =>
          emission.fields
            .filter(({ source }) => source.kind === 'stub')
            .map(({ field }) => `${emission.event}.${field}`),
        ),
      ];
    }),
  ];
}
