import type {
  AggregateModel,
  ContextModel,
  EntityModel,
  EnumModel,
  FieldModel,
  LifecycleModel,
  OperationModel,
  ParameterModel,
  RuleModel,
  TypeModel,
  UseCaseModel,
  ValueObjectModel,
} from '@planner/model';
import fc from 'fast-check';
import { arbitraryText } from './hostile-text';

/** Words that some tool reserves stand among ordinary ones. */
const TYPE_NAMES = [
  'Order',
  'Account',
  'Note',
  'Class',
  'State',
  'End',
  'Default',
  'User',
  'Namespace',
  'Link',
  'Click',
  'Style',
  'Money',
  'Fill',
  'Line',
  'Item',
  'Session',
  'Symbol',
  'Quantity',
  'Address',
  'Money2',
  'HTTPServer',
];
const MEMBER_NAMES = [
  'note',
  'class',
  'end',
  'state',
  'amount',
  'accountId',
  'from',
  'to',
  'default',
  'constructor',
  'toString',
  'price',
  'status',
  'type',
  'as',
  'metadata',
  'then',
  'value',
];
const STATES = [
  'PENDING',
  'OPEN',
  'END',
  'STATE',
  'NOTE',
  'CLASS',
  'DEFAULT',
  'FORK',
  'STYLE',
  'CLICK',
  'HREF',
  'LEFT',
  'DIRECTION',
  'ACC_TITLE',
  'SD',
  'AS',
];

const base = (name: string) => ({ name, plan: '35-001' });

const scalar: fc.Arbitrary<TypeModel> = fc.oneof(
  fc.constantFrom<TypeModel>(
    { kind: 'scalar', scalar: 'uuid' },
    { kind: 'scalar', scalar: 'string', max: '255' },
    { kind: 'scalar', scalar: 'text' },
    { kind: 'scalar', scalar: 'int', min: '1' },
    { kind: 'scalar', scalar: 'bigint' },
    { kind: 'scalar', scalar: 'decimal', precision: 18, scale: 2 },
    { kind: 'scalar', scalar: 'datetime' },
    { kind: 'scalar', scalar: 'bytes', max: '10' },
    { kind: 'scalar', scalar: 'json' },
  ),
  arbitraryText.map((pattern): TypeModel => ({ kind: 'scalar', scalar: 'string', max: '10', min: '2', pattern })),
);

const names = (pool: readonly string[], min: number, max: number) =>
  fc.uniqueArray(fc.constantFrom(...pool), { minLength: min, maxLength: max });

/** Models of a context, resolved, with hostile text wherever a person writes text. They are consistent, but not all that the model's checks allow. */
export const arbitraryContextModel: fc.Arbitrary<ContextModel> = names(TYPE_NAMES, 6, 12).chain((types) => {
  const [first, second, third, entityName, simple, composite, ...rest] = types;
  const aggregateNames = [first, second, third].filter((name) => name !== undefined).slice(0, 1 + (rest.length % 3));
  const owned = entityName ?? 'Part';
  const valueObjects: string[] = [simple ?? 'Simple', composite ?? 'Composite'];
  return fc
    .tuple(
      fc.tuple(
        ...aggregateNames.map((name, index) =>
          aggregate(name, aggregateNames, index === 0 ? owned : undefined, valueObjects),
        ),
      ),
      simpleValue(valueObjects[0] ?? ''),
      compositeValue(valueObjects[1] ?? ''),
      arbitraryText,
    )
    .map(([aggregates, one, many, text]) => contextOf(aggregates, [one, many], text));
});

function contextOf(
  aggregates: readonly AggregateModel[],
  valueObjects: readonly ValueObjectModel[],
  text: string,
): ContextModel {
  const useCases = aggregates.flatMap((each) => useCasesOf(each, text));
  const lifecycles = aggregates.flatMap(({ lifecycle }): EnumModel[] =>
    lifecycle
      ? [{ ...base(lifecycle.enum), origin: 'lifecycle', members: lifecycle.states.map((name) => ({ name })) }]
      : [],
  );
  return {
    context: 'broker',
    language: 'typescript',
    database: 'postgresql',
    plans: ['35-001'],
    enums: [{ ...base('Side'), origin: 'declared', members: [{ name: 'BUY' }, { name: 'SELL' }] }, ...lifecycles],
    valueObjects,
    aggregates,
    events: aggregates.map((each) => ({
      ...base(`${each.name}Created`),
      aggregate: each.name,
      fields: [],
      declared: false,
    })),
    foreignEvents: [{ ...base('AccountFrozen'), context: 'accounts', fields: [] }],
    services: [{ ...base('FeePolicy'), methods: [{ ...base('feeFor'), input: [], output: [], bare: false }] }],
    adapters: [
      {
        ...base('Gateway'),
        select: 'Side',
        env: { BUY: ['BUY_URL'], SELL: ['SELL_KEY'] },
        operations: [{ ...base('submit'), input: [], output: [], bare: false }],
      },
    ],
    useCases,
    policies: [
      { ...base('React'), on: { context: 'accounts', event: 'AccountFrozen' }, run: useCases[0]?.name ?? '', with: {} },
    ],
    grpcServices: aggregates.map((each) => ({
      ...base(`${each.name}Service`),
      useCases: useCases.filter((useCase) => useCase.aggregate === each.name).map((useCase) => useCase.name),
    })),
  };
}

function useCasesOf(each: AggregateModel, text: string): UseCaseModel[] {
  const one = (name: string, part: Pick<UseCaseModel, 'kind' | 'action' | 'output'>): UseCaseModel => ({
    ...base(name),
    aggregate: each.name,
    input: [],
    uses: [],
    requires: [],
    ...part,
  });
  return [
    ...each.operations.map((operation) =>
      one(`${operation.name}_${each.name}`, {
        kind: 'command',
        action: { kind: 'operation', operation: operation.name },
        output: { kind: 'aggregate', aggregate: each.name },
      }),
    ),
    one(`Get${each.name}`, {
      kind: 'query',
      action: { kind: 'get' },
      output: { kind: 'aggregate', aggregate: each.name },
    }),
    one(`List${each.name}s`, {
      kind: 'query',
      action: { kind: 'finder', finder: 'list' },
      output: { kind: 'page', name: 'all', element: { kind: 'aggregate', name: each.name } },
    }),
    {
      ...one(`Custom${each.name}`, { kind: 'command', action: { kind: 'custom' }, output: { kind: 'empty' } }),
      uses: [{ kind: 'adapter', adapter: 'Gateway', operation: 'submit' }],
      requires: [{ ...base('Allowed'), text }],
    },
  ];
}

function aggregate(
  name: string,
  all: readonly string[],
  owned: string | undefined,
  valueObjects: readonly string[],
): fc.Arbitrary<AggregateModel> {
  const type = typeOf(all, owned === undefined ? [] : [{ aggregate: name, name: owned }], valueObjects);
  return fc
    .record({
      fields: fieldsOf(type),
      rules: rules(),
      lifecycle: fc.option(lifecycle(name), { nil: undefined }),
      entity: fieldsOf(typeOf(all, [], valueObjects)),
      description: arbitraryText,
      given: fc.boolean(),
    })
    .chain((parts) => operations(name, parts.fields, parts.lifecycle).map((list) => ({ ...parts, list })))
    .map(({ fields, rules: invariants, lifecycle: cycle, entity, description, given, list }): AggregateModel => ({
      ...base(name),
      description,
      identity: given ? { kind: 'given', type: { kind: 'scalar', scalar: 'uuid' } } : { kind: 'generated' },
      fields,
      unique: fields.length > 1 ? [fields.slice(0, 2).map((field) => field.name)] : [],
      entities: owned === undefined ? [] : [entityOf(owned, entity, invariants)],
      ...(cycle && { lifecycle: cycle }),
      operations: list,
      invariants,
      finders: [{ ...base('list'), by: [], sort: [], single: false }],
      persistence: 'state',
    }));
}

function entityOf(name: string, fields: readonly FieldModel[], invariants: readonly RuleModel[]): EntityModel {
  return { ...base(name), identity: { kind: 'generated' }, fields, unique: [], invariants };
}

function typeOf(
  aggregates: readonly string[],
  entities: readonly { aggregate: string; name: string }[],
  valueObjects: readonly string[],
): fc.Arbitrary<TypeModel> {
  const single = fc.oneof(
    scalar,
    fc.constantFrom(...valueObjects).map((name): TypeModel => ({ kind: 'valueObject', name })),
    fc.constant<TypeModel>({ kind: 'enum', name: 'Side' }),
    fc
      .constantFrom(...aggregates)
      .map((aggregate): TypeModel => ({ kind: 'ref', target: { kind: 'aggregate', aggregate } })),
    fc.constant<TypeModel>({
      kind: 'ref',
      target: { kind: 'foreign', context: 'market-data', aggregate: 'Instrument' },
    }),
  );
  const element =
    entities.length === 0
      ? single
      : fc.oneof(
          single,
          fc.constantFrom(...entities).map((entity): TypeModel => ({ kind: 'entity', ...entity })),
        );
  return fc.oneof(
    single,
    element.map((type): TypeModel => ({ kind: 'list', element: type, distinct: false })),
    element.map((type): TypeModel => ({ kind: 'list', element: type, max: '500', distinct: true })),
    single.map((value): TypeModel => ({ kind: 'map', key: { kind: 'scalar', scalar: 'string', max: '10' }, value })),
  );
}

function fieldsOf(type: fc.Arbitrary<TypeModel>): fc.Arbitrary<FieldModel[]> {
  return names(MEMBER_NAMES, 1, 6).chain((members) =>
    fc.tuple(
      ...members.map((name) =>
        fc
          .tuple(type, fc.boolean(), fc.option(arbitraryText, { nil: undefined }))
          .map(([each, optional, text]): FieldModel => ({
            ...base(name),
            type: each,
            optional,
            unique: optional,
            ...(text !== undefined && { default: { kind: 'literal', text } as const }),
          })),
      ),
    ),
  );
}

function rules(): fc.Arbitrary<RuleModel[]> {
  return fc
    .array(arbitraryText, { maxLength: 2 })
    .map((texts) => texts.map((text, index) => ({ ...base(`Rule${index}`), text })));
}

function lifecycle(name: string): fc.Arbitrary<LifecycleModel> {
  return names(STATES, 2, 6).map((states) => ({
    ...base('phase'),
    enum: `${name}Phase`,
    states,
    initial: states[0] ?? '',
  }));
}

function operations(
  name: string,
  fields: readonly FieldModel[],
  cycle: LifecycleModel | undefined,
): fc.Arbitrary<OperationModel[]> {
  const states = fc.subarray([...(cycle?.states ?? [])], { minLength: cycle ? 1 : 0 });
  const parameters = fields.map((field): ParameterModel => ({
    ...base(field.name),
    type: field.type,
    optional: field.optional,
    origin: 'set',
  }));
  const emissions = [{ event: `${name}Created`, fields: [] }];
  const create: OperationModel = {
    ...base('create'),
    kind: 'create',
    to: [],
    parameters,
    assignments: [],
    additions: [],
    removals: [],
    requires: [],
    emissions,
  };
  return names(['open', 'note', 'end', 'fill', 'class', 'cancel'], 0, 4).chain((list) =>
    fc
      .tuple(
        ...list.map((each) =>
          fc
            .tuple(states, states, rules(), fc.constantFrom('change', 'delete'))
            .map(([from, to, requires, kind]): OperationModel => ({
              ...create,
              ...base(each),
              kind,
              requires,
              ...(cycle && { from }),
              to: kind === 'delete' ? [] : to,
              emissions: [],
            })),
        ),
      )
      .map((more) => [create, ...more]),
  );
}

function simpleValue(name: string): fc.Arbitrary<ValueObjectModel> {
  return scalar.map((type): ValueObjectModel =>
    type.kind === 'scalar'
      ? { ...base(name), kind: 'simple', type }
      : { ...base(name), kind: 'simple', type: { kind: 'scalar', scalar: 'string' } },
  );
}

function compositeValue(name: string): fc.Arbitrary<ValueObjectModel> {
  return fc
    .tuple(fieldsOf(scalar), rules())
    .map(([fields, invariants]) => ({ ...base(name), kind: 'composite', fields, invariants }));
}
