import { resolveContext, type ContextModel } from '@planner/model';
import { followEarlier, inferPlacements, insertModelBlock, parsePlan, printModelBlock, type Plan } from '@planner/plan';
import fc from 'fast-check';
import { barePlans } from '../bare-plans';
import { arbitraryBarePlan } from './arbitrary-bare-plan';

const FILE = 'docs/plan/35-001-x-plan.md';

function modelOf(plan: Plan): ContextModel {
  const { model, diagnostics } = resolveContext(plan.declaration === undefined ? [] : [plan.declaration]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (model === undefined) throw new Error('the plan has no model');
  return model;
}

/** What is made of every listed file: the artifact id by path. */
function placed(lines: string): Record<string, string> {
  const plan = parsePlan(`${lines}\n`, FILE);
  const { placements } = inferPlacements(plan, modelOf(plan));
  return Object.fromEntries(
    Object.entries(placements).map(([id, { path, className }]) => [
      path,
      id.startsWith('extra/') ? `extra ${className}` : `${id} ${className}`,
    ]),
  );
}

function inferred(text: string): string {
  return printModelBlock(parsePlan(text, FILE).declaration!);
}

function rulesOf(text: string): string[] {
  return parsePlan(text, FILE)
    .diagnostics.map(({ rule }) => rule)
    .filter((rule) => /^(?:infer|file)\//.test(rule));
}

const overview = (context: string, aggregates = 'Order') =>
  `## Overview\n- **DDD Context**: ${context}\n- **Affected Aggregates**: ${aggregates}\n`;
const listing = (...paths: string[]) =>
  `${overview('broker')}\n**Files to create:**\n${paths.map((path) => `- \`${path}\``).join('\n')}\n`;

describe('the context of a bare plan', () => {
  it.each([
    ['Broker Bounded Context', 'broker'],
    ['bounded context `broker`', 'broker'],
    ['Ngữ cảnh môi giới (broker)', 'broker'],
    ['Ngữ cảnh môi giới', 'moi-gioi'],
    ['Market Data Context', 'market-data'],
    ['This plan belongs to the Order Routing bounded context.', 'order-routing'],
    ['Broker (môi giới)', 'broker'],
    ['Trading / Settlement', 'trading'],
    ['identity – users and roles', 'identity'],
    ['MarketData', 'marketdata'],
  ])('%p is %p', (said, context) => {
    expect(parsePlan(overview(said), FILE).declaration?.context?.text).toBe(context);
  });

  it('may stand behind a dash', () => {
    expect(
      parsePlan('## Overview\n**DDD Context** — Settlement\n**Affected Aggregates** — Order, Trade\n', FILE)
        .declaration,
    ).toMatchObject({
      context: { text: 'settlement' },
      aggregates: [{ name: { text: 'Order' } }, { name: { text: 'Trade' } }],
    });
  });

  it('is the folder of the use cases where none is named, else the title', () => {
    expect(inferred('# Plan: Trade\nFiles:\n- src/application/use_cases/order_book/match.py\n')).toMatch(
      /^context: order-book/,
    );
    expect(inferred('# Plan: Đặt lệnh\nFiles:\n- src/domain/entities/lenh.py\n')).toMatch(/^context: dat-lenh/);
  });
});

describe('the aggregates of a bare plan', () => {
  it.each([
    ['Order, OrderBook và Tài khoản', ['Order', 'OrderBook', 'TaiKhoan']],
    ['`Order` and `order_book`', ['Order', 'OrderBook']],
    ['Order Aggregate (existing); Aggregate Portfolio', ['Order', 'Portfolio']],
    ['Order (root: lines, fills), Orders', ['Order']],
    ['None', []],
    ['\n  - **Order**: state transitions\n  - Portfolio - tracking', ['Order', 'Portfolio']],
  ])('%p are %p', (said, names) => {
    expect(
      parsePlan(
        `${overview('broker', said)}\nFiles:\n- src/domain/value_objects/a.py`,
        FILE,
      ).declaration?.aggregates.map(({ name }) => name.text),
    ).toEqual(names);
  });

  it('are those with a folder, and a file of entities is no aggregate, whatever the overview says', () => {
    const text = `${overview('broker', 'Order, OrderLine')}\n**Files to create:**\n- src/domain/aggregates/order/order.py\n- src/domain/entities/order_line.py\n`;
    expect(inferred(text)).toContain('entities:\n      OrderLine: {}');
    expect(rulesOf(text)).toEqual(['infer/entity']);
  });

  it('include one whose root lies among the entities, where nothing else is a root', () => {
    expect(placed(listing('src/domain/entities/order.py'))).toEqual({
      'src/domain/entities/order.py': 'domain/aggregate/Order Order',
    });
  });
});

describe('the artifacts of listed files', () => {
  it.each<[string, string]>([
    ['src/domain/aggregates/order/order.py', 'domain/aggregate/Order Order'],
    ['src/domain/aggregates/order/order_aggregate.py', 'domain/aggregate/Order OrderAggregate'],
    ['src/domain/aggregates/order/entities/fill.py', 'domain/entity/Order.Fill Fill'],
    ['src/domain/aggregates/order/fill.ts', 'domain/entity/Order.Fill Fill'],
    ['src/domain/aggregates/order/fill.entity.ts', 'domain/entity/Order.Fill FillEntity'],
    ['src/domain/value_objects/money.py', 'domain/value-object/Money Money'],
    ['src/domain/valueObjects/money.vo.ts', 'domain/value-object/Money MoneyVo'],
    ['src/domain/enums/side.py', 'domain/enum/Side Side'],
    ['src/domain/events/order_placed.py', 'domain/event/OrderPlaced OrderPlaced'],
    ['src/domain/events/order_events.py', 'domain/events/Order OrderEvents'],
    ['src/domain/services/fee_policy.py', 'domain/service/FeePolicy FeePolicy'],
    ['src/domain/repositories/order_repository.py', 'repository/interface/Order OrderRepository'],
    ['src/domain/repositories/i_orders_repository.py', 'repository/interface/Order IOrdersRepository'],
    ['src/infrastructure/persistence/order_repository_impl.py', 'repository/implementation/Order OrderRepositoryImpl'],
    [
      'src/infrastructure/repositories/sqlalchemy_order_repository.py',
      'repository/implementation/Order SqlalchemyOrderRepository',
    ],
    ['src/application/use_cases/orders/place_order.py', 'application/use-case/PlaceOrder PlaceOrder'],
    ['src/application/use-cases/order/create-order.use-case.ts', 'application/use-case/CreateOrder CreateOrderUseCase'],
    ['src/application/use_cases/order/list_order.py', 'application/use-case/ListOrders ListOrder'],
    ['src/application/use_cases/order/create.py', 'application/use-case/CreateOrder Create'],
    ['src/application/dtos/order/order_dto.py', 'application/dto/Order OrderDto'],
    ['src/application/dtos/order/create_order_dto.py', 'application/command/CreateOrder CreateOrderDto'],
    ['src/application/ports/ssi_gateway.py', 'application/port/SsiGateway SsiGateway'],
    ['src/infrastructure/adapters/ssi_adapter.py', 'infrastructure/adapter/SsiGateway SsiAdapter'],
    ['src/infrastructure/adapters/ssi_gateway.py', 'infrastructure/adapter/SsiPort SsiGateway'],
    ['src/infrastructure/di/container.py', 'infrastructure/container Container'],
    ['src/infrastructure/config/postgresql_config.py', 'infrastructure/config PostgresqlConfig'],
    ['src/presentation/grpc/servicers/order_servicer.py', 'presentation/service/OrderService OrderServicer'],
    ['src/presentation/grpc/servicers/broker_service.py', 'presentation/service/BrokerService BrokerService'],
    ['src/presentation/grpc/mappers/order_mapper.py', 'presentation/mapper/Order OrderMapper'],
    ['src/domain/exceptions/order_errors.py', 'extra OrderErrors'],
    ['src/application/event_handlers/on_order_placed.py', 'extra OnOrderPlaced'],
    ['tests/unit/test_order.py', 'extra TestOrder'],
    ['app/domain/value_objects/money.py', 'domain/value-object/Money Money'],
  ])('%s is %s', (path, artifact) => {
    expect(placed(listing(path))).toEqual({ [path]: artifact });
  });

  it.each([
    ['packages/broker/src/domain/value_objects/money.py'],
    ['./src/domain/value_objects/money.py'],
    ['src\\domain\\value_objects\\money.py'],
  ])('%s lies below the project', (path) => {
    expect(placed(listing(path))).toEqual({ 'src/domain/value_objects/money.py': 'domain/value-object/Money Money' });
  });

  it('are placed once: the second file for one of them is a class to write', () => {
    const paths = ['src/domain/aggregates/order/order.py', 'src/domain/entities/order.py'];
    expect(placed(listing(...paths))).toEqual({
      [paths[0]!]: 'domain/aggregate/Order Order',
      [paths[1]!]: 'extra Order',
    });
  });

  it('may have names that no identifier could have', () => {
    const paths = [
      'src/domain/value_objects/2fa.py',
      'src/domain/value_objects/class.py',
      'src/domain/value_objects/hạn_mức.py',
    ];
    expect(Object.values(placed(listing(...paths)))).toEqual([
      'domain/value-object/X2fa X2fa',
      'domain/value-object/Class Class',
      'domain/value-object/HanMuc HanMuc',
    ]);
  });

  it.each([
    ['a folder', 'src/domain/entities/'],
    ['a placeholder', 'src/domain/entities/[name].py'],
    ['another kind of file', 'proto/order.proto'],
    ['a migration', 'alembic/versions/0001_orders.py'],
  ])('are none of %s, which is reported', (_, path) => {
    const plan = parsePlan(listing(path, 'src/domain/value_objects/money.py'), FILE);
    expect(inferPlacements(plan, modelOf(plan)).unplaced.map((each) => each.path)).toEqual([path]);
  });

  it('leading out of the project are errors', () => {
    const severities = parsePlan(listing('../../etc/order.py', '/etc/x.py'), FILE).diagnostics.filter(
      ({ rule }) => rule === 'file/outside',
    );
    expect(severities.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  it('are not read from a rendered plan, whose lists follow its model', () => {
    const plan = parsePlan(
      `${listing('src/domain/value_objects/money.py')}\n## Tasks\n- [ ] a <!-- task: domain/aggregate/Order -->\n`,
      FILE,
    );
    expect(inferPlacements(plan, modelOf(plan)).placements).toEqual({});
  });
});

describe('what stands behind a path', () => {
  it.each([
    ['(enum)', 'domain/enum/SettlementStatus'],
    ['- value object', 'domain/value-object/SettlementStatus'],
    ['— entity', 'domain/entity/Settlement.SettlementStatus'],
    ['', 'domain/entity/Settlement.SettlementStatus'],
  ])('%p says what it is where no folder does', (note, id) => {
    const plan = parsePlan(
      `${overview('a', 'Settlement')}\nFiles:\n- \`src/domain/settlement/settlement.py\`\n- \`src/domain/settlement/settlement_status.py\` ${note}\n`,
      FILE,
    );
    expect(Object.keys(inferPlacements(plan, modelOf(plan)).placements)).toContain(id);
  });
});

describe('files are listed', () => {
  const money = { 'src/domain/value_objects/money.py': 'domain/value-object/Money Money' };
  it.each([
    ['in a table', '| File | Note |\n| --- | --- |\n| `src/domain/value_objects/money.py` | new |'],
    ['below a folder', '- `src/domain/`\n  - `value_objects/`\n    - `money.py`'],
    ['below a group', '- Domain\n  - src/domain/value_objects/money.py'],
    ['behind words', '- Money: `src/domain/value_objects/money.py`'],
    ['on lines of their own', 'src/domain/value_objects/money.py'],
    ['in a tree', '```\nsrc/\n└── domain/\n    └── value_objects/\n        └── money.py  # amount\n```'],
    ['in braces', '- `src/domain/value_objects/{money}.py`, `src/domain/value_objects/{money,money}.py`'],
    ['as tasks', '- [ ] **`src/domain/value_objects/money.py`**'],
  ])('%s', (_, list) => {
    expect(placed(`${overview('broker')}\n**Files to create/modify:**\n\n${list}\n`)).toEqual(money);
  });

  it.each([
    '**Các file cần tạo:**',
    '#### Các tệp cần tạo',
    'New files:',
    '**Files to be created (update)**:',
    '### File structure',
    'Các file sẽ tạo mới:',
  ])('below %s', (label) => {
    expect(placed(`${overview('broker')}\n${label}\n\n- \`src/domain/value_objects/money.py\``)).toEqual(money);
  });
});

describe('the use cases of a bare plan', () => {
  it.each<[string, string[]]>([
    ['Implement `PlaceOrder` use case', ['PlaceOrder']],
    ['Create PlaceOrderUseCase', ['PlaceOrder']],
    ['Triển khai use case HuyLenh', ['HuyLenh']],
    ['Implement use cases: PlaceOrder, `AmendOrder` and Checkout', ['PlaceOrder', 'AmendOrder', 'Checkout']],
    ['Viết ca sử dụng `HủyLệnh` và XemSoDu', ['HuyLenh', 'XemSoDu']],
    ['Create `place_order` use case with `OrderRepository`', ['PlaceOrder']],
    ['Create use case classes for business workflows', []],
    ['Implement the CreateOrder use case', []],
    ['Test every use case', []],
  ])('%p names %p', (task, names) => {
    expect(
      parsePlan(`${overview('broker')}\n### Phase 3\n- [ ] ${task}\n`, FILE).declaration?.useCases.map(
        ({ name }) => name.text,
      ),
    ).toEqual(names);
  });
});

describe('the events of a bare plan', () => {
  it.each([
    ['order_cancelled', 'cancel: { emits: OrderCancelled }'],
    ['order_placed', 'create: { emits: OrderPlaced }'],
    ['order_line_added', 'addLine: { emits: OrderLineAdded }'],
    ['price_tick', 'recordPriceTick: { emits: PriceTick }'],
    ['order_deleted', 'delete: { emits: OrderDeleted, deletes: true }'],
    ['lenh_da_huy', 'huyLenh: { emits: LenhDaHuy }'],
  ])('%s is emitted by an operation', (event, operation) => {
    expect(inferred(listing(`src/domain/events/${event}.py`))).toContain(operation);
  });
});

describe.each(barePlans())('the bare plan $name', ({ name, text }) => {
  const plan = parsePlan(text, `docs/plan/${name}`);

  it('has a model without an error, and every listed file is placed, written or reported', () => {
    const { placements, unplaced } = inferPlacements(plan, modelOf(plan));
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Object.keys(placements).length + unplaced.length).toBeGreaterThan(2);
  });

  it('has the same model and the same places once it is adopted', () => {
    const adopted = parsePlan(
      insertModelBlock(Buffer.from(text), plan.file, printModelBlock(plan.declaration!))!,
      plan.file,
    );
    expect(adopted.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(withoutSpans(modelOf(adopted))).toEqual(withoutSpans(modelOf(plan)));
    expect(inferPlacements(adopted, modelOf(adopted)).placements).toEqual(
      inferPlacements(plan, modelOf(plan)).placements,
    );
  });
});

describe('any bare plan', () => {
  it('has a model that resolves, is read back from its block, and gives every listed file a place or a reason', () => {
    fc.assert(
      fc.property(arbitraryBarePlan, ({ text, paths }) => {
        const plan = parsePlan(text, FILE);
        const model = modelOf(plan);
        const read = parsePlan(insertModelBlock(Buffer.from(text), FILE, printModelBlock(plan.declaration!))!, FILE);
        expect(withoutSpans(modelOf(read))).toEqual(withoutSpans(model));
        const { placements, unplaced } = inferPlacements(plan, model);
        const answered = new Set([
          ...Object.values(placements).map(({ path }) => path.toLowerCase()),
          ...unplaced.map(({ path }) => path.toLowerCase()),
        ]);
        expect(paths.filter((path) => !answered.has(path.toLowerCase()))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function withoutSpans(model: ContextModel): unknown {
  return JSON.parse(JSON.stringify(model, (key, value: unknown) => (key === 'span' ? undefined : value)));
}

describe('a bare plan behind others of its context', () => {
  const declarationOf = (text: string) => parsePlan(text, FILE).declaration!;
  const first = declarationOf(
    listing(
      'src/domain/aggregates/order/order.py',
      'src/domain/value_objects/money.py',
      'src/application/use_cases/order/place_order.py',
    ),
  );
  const merged = (...declarations: ReturnType<typeof declarationOf>[]) => {
    const { model, diagnostics } = resolveContext(declarations);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return model!;
  };

  it('adds what is new and repeats nothing', () => {
    const second = declarationOf(
      `${overview('broker', 'Portfolio')}\nFiles:\n- src/domain/value_objects/money.py (update)\n- src/application/use_cases/place_order.py\n- src/presentation/grpc/servicers/broker_servicer.py\n`,
    );
    const model = merged(first, followEarlier(second, [first]));
    expect(model.aggregates.map(({ name }) => name)).toEqual(['Order', 'Portfolio']);
    expect(model.grpcServices.map(({ name }) => name)).toEqual(['OrderService', 'PortfolioService']);
  });

  it('exposes what is new where the earlier ones list what is exposed', () => {
    const exposing = declarationOf(
      listing('src/domain/aggregates/order/order.py', 'src/presentation/grpc/servicers/broker_servicer.py'),
    );
    const second = declarationOf(
      `${overview('broker', 'Order, Portfolio')}\n### Phase 3\n- [ ] Implement \`Rebalance\` use case\n`,
    );
    const model = merged(exposing, followEarlier(second, [exposing]));
    expect(model.grpcServices).toMatchObject([
      { name: 'BrokerService', useCases: ['CreateOrder', 'GetOrder', 'ListOrders'] },
      { name: 'OrderService', useCases: ['Rebalance'] },
      { name: 'PortfolioService', useCases: ['CreatePortfolio', 'GetPortfolio', 'ListPortfolios'] },
    ]);
  });

  it('never contradicts them', () => {
    fc.assert(
      fc.property(arbitraryBarePlan, arbitraryBarePlan, (one, other) => {
        const earlier = { ...declarationOf(one.text), context: { text: 'same', span: first.span } };
        const later = { ...declarationOf(other.text), context: earlier.context };
        merged(earlier, followEarlier(later, [earlier]));
      }),
      { numRuns: 150 },
    );
  });
});
