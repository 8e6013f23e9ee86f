import type { AggregateModel, CompositeValueObjectModel, ContextModel, EnumModel, FieldModel, OperationModel, ParameterModel, Scalar, ScalarType, TypeModel, UseCaseModel } from '@planner/model';
import { plural, upperFirst } from '@planner/model';

/** Short ways to write down parts of a resolved model; everything not named has the default of the plan language. */

const plan = '35-001';

export function scalar(name: Scalar, constraints: Partial<ScalarType> = {}): ScalarType {
  return { kind: 'scalar', scalar: name, ...constraints };
}

export function field(name: string, type: TypeModel, rest: Partial<FieldModel> = {}): FieldModel {
  return { name, plan, type, optional: false, unique: false, ...rest };
}

export function enumeration(name: string, members: readonly string[], origin: EnumModel['origin'] = 'declared'): EnumModel {
  return { name, plan, members: members.map((member) => ({ name: member })), origin };
}

export function composite(name: string, fields: readonly FieldModel[]): CompositeValueObjectModel {
  return { name, plan, kind: 'composite', fields, invariants: [] };
}

export function parameter(from: FieldModel, origin: ParameterModel['origin'] = 'set'): ParameterModel {
  const { name, type, optional } = from;
  return { name, plan, type, optional, origin, ...(from.default ? { default: from.default } : {}) };
}

export function operation(name: string, kind: OperationModel['kind'], parameters: readonly ParameterModel[] = []): OperationModel {
  return { name, plan, kind, to: [], parameters, assignments: [], additions: [], removals: [], requires: [], emissions: [] };
}

/** An aggregate whose `create` takes all its fields. */
export function aggregate(name: string, fields: readonly FieldModel[], rest: Partial<AggregateModel> = {}): AggregateModel {
  const create = operation('create', 'create', fields.map((own) => parameter(own)));
  const list = { name: 'list', plan, by: [], sort: [], single: false };
  return { name, plan, identity: { kind: 'generated' }, fields, unique: [], entities: [], operations: [create], invariants: [], finders: [list], persistence: 'state', ...rest };
}

/** The use cases that every aggregate has without a word in the plan. */
export function defaultUseCases({ name, operations }: AggregateModel): UseCaseModel[] {
  const changes = operations.map(({ name: own, kind }): UseCaseModel => ({
    ...useCase(upperFirst(own) + name, name),
    action: { kind: 'operation', operation: own },
    output: kind === 'delete' ? { kind: 'empty' } : { kind: 'aggregate', aggregate: name },
  }));
  const get: UseCaseModel = { ...useCase(`Get${name}`, name), kind: 'query', action: { kind: 'get' }, output: { kind: 'aggregate', aggregate: name } };
  const list: UseCaseModel = {
    ...useCase(`List${plural(name)}`, name),
    kind: 'query',
    action: { kind: 'finder', finder: 'list' },
    output: { kind: 'page', name: plural(name).replace(/^./, (first) => first.toLowerCase()), element: { kind: 'aggregate', name } },
  };
  return [...changes, get, list];
}

/** A custom command that takes and answers nothing. */
export function useCase(name: string, of: string, rest: Partial<UseCaseModel> = {}): UseCaseModel {
  return { name, plan, kind: 'command', aggregate: of, action: { kind: 'custom' }, input: [], output: { kind: 'empty' }, uses: [], requires: [], ...rest };
}

/** A context that exposes every use case in one service per aggregate, unless `rest` says otherwise. */
export function context(aggregates: readonly AggregateModel[], rest: Partial<ContextModel> = {}): ContextModel {
  const useCases = rest.useCases ?? aggregates.flatMap(defaultUseCases);
  return {
    context: 'broker',
    language: 'typescript',
    database: 'postgresql',
    plans: [plan],
    enums: [],
    valueObjects: [],
    aggregates,
    events: [],
    foreignEvents: [],
    services: [],
    adapters: [],
    useCases,
    policies: [],
    grpcServices: aggregates.map(({ name }) => ({ name: `${name}Service`, plan, useCases: useCases.filter((own) => own.aggregate === name).map((own) => own.name) })),
    ...rest,
  };
}
