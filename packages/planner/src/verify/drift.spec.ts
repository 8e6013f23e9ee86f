import { readSettings, verify, VERIFY_CHECKS, type Finding, type VerifiedProject } from '@planner/conformance';
import type { ContextModel } from '@planner/model';
import { parsePlan, type Plan } from '@planner/plan';
import { NOTHING_ISSUED, PHASES, type LanguageTarget, type RenderRequest, type SourceReader } from '@planner/target';
import { contextModelOf, FIXTURES } from '@planner/testing';
import { loadReaders, loadTarget } from '../scaffold/targets';

const LANGUAGES = ['typescript', 'python'] as const;
type Language = (typeof LANGUAGES)[number];
type Edit = readonly [file: string, from: string | RegExp, to: string];

/** A scaffolded broker whose files can be edited, and its plan. */
class Project {
  private constructor(
    private readonly target: LanguageTarget,
    private readonly readers: readonly SourceReader[],
    private readonly request: RenderRequest,
    readonly texts: Map<string, string>,
  ) {}

  static async scaffolded(language: Language): Promise<Project> {
    const [target, readers] = await Promise.all([loadTarget(language), loadReaders(['x.ts', 'x.py'])]);
    const request = requestFor({ ...contextModelOf(FIXTURES.broker), language });
    const texts = new Map(target.render(request).files.map(({ path, text }) => [path, text]));
    return new Project(target, readers, request, texts);
  }

  /** The findings of drift and of the skeleton after some edits. */
  findings(edits: readonly Edit[] = [], plans: readonly Plan[] = []): Finding[] {
    const texts = new Map(this.texts);
    for (const [file, from, to] of edits) {
      const path = `packages/broker/${file}`;
      const before = texts.get(path) ?? '';
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} holds no ${String(from)}`);
      if (after === '') texts.delete(path);
      else texts.set(path, after);
    }
    return this.verified(texts, plans);
  }

  added(file: string, text: string): Finding[] {
    return this.verified(new Map([...this.texts, [`packages/broker/${file}`, text]]), []);
  }

  private verified(texts: ReadonlyMap<string, string>, plans: readonly Plan[]): Finding[] {
    const { request } = this;
    const { model } = request;
    const project: VerifiedProject = {
      name: 'broker',
      directory: 'packages/broker',
      layers: {
        domain: ['src/domain'],
        application: ['src/application'],
        infrastructure: ['src/infrastructure'],
        presentation: ['src/presentation'],
      },
      neighbours: [],
      plans,
      model,
      state: {
        phases: [...request.phases],
        model,
        issued: request.issued,
        files: Object.fromEntries([...this.texts.keys()].map((path) => [path.slice('packages/broker/'.length), ''])),
      },
      readers: this.readers,
      tree: { projects: ['packages/broker'], read: () => undefined, isFile: () => false, isFolder: () => false },
      isIgnored: () => true,
      scaffold: {
        elements: this.target.elements?.(request) ?? [],
        rendered: (path) => this.texts.get(`packages/broker/${path}`),
      },
    };
    const files = [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
    const checks = VERIFY_CHECKS.filter(({ rules }) => rules.some((rule) => /^(?:drift|skeleton)\//.test(rule)));
    return verify(project, files, readSettings().settings, checks);
  }
}

function requestFor(model: ContextModel): RenderRequest {
  const kernel = { directory: 'packages/kernel', packageName: '@acme/kernel' };
  const project = { name: 'broker', directory: 'packages/broker', scope: '@acme', kernel, plans: [] };
  return { model, project, phases: new Set(PHASES), issued: NOTHING_ISSUED };
}

const drift = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule.startsWith('drift/'));

describe.each(LANGUAGES)('drift in %s', (language) => {
  let project: Project;
  const isPython = language === 'python';
  const file = (typescript: string, python: string) => (isPython ? python : typescript);
  const order = file('src/domain/aggregates/order/order.ts', 'src/domain/aggregates/order/order.py');
  const service = 'proto/broker/v1/order_service.proto';

  beforeAll(async () => {
    project = await Project.scaffolded(language);
  });

  it('is silent about what was scaffolded and not touched', () => {
    expect(drift(project.findings())).toEqual([]);
  });

  it.each<[what: string, rule: string, names: string, edit: Edit]>([
    [
      'a field',
      'drift/missing',
      'Order.clientOrderId',
      [order, file('readonly clientOrderId: string;', '    client_order_id: str\n'), ''],
    ],
    [
      'an operation',
      'drift/missing',
      'Order.amend',
      [order, file('amend(input', 'def amend('), file('mend(input', 'def mend(')],
    ],
    [
      'a member of an enum',
      'drift/missing',
      'Side.SELL',
      [file('src/domain/enums/side.ts', 'src/domain/enums/side.py'), file("'SELL'", '    SELL = "SELL"\n'), ''],
    ],
    [
      'a field of an event',
      'drift/missing',
      'OrderCancelled.reason',
      [file('src/domain/events/order-cancelled.ts', 'src/domain/events/order_cancelled.py'), /^.*\breason: .*$/m, ''],
    ],
    [
      'a use case',
      'drift/missing',
      'CancelOrder',
      [
        file('src/application/use-cases/order/cancel-order.ts', 'src/application/use_cases/order/cancel_order.py'),
        /^[^]*$/,
        '',
      ],
    ],
    [
      'an rpc of the contract',
      'drift/missing',
      'OrderService.CancelOrder',
      [service, 'rpc CancelOrder(', 'rpc StopOrder('],
    ],
    ['a field of a message', 'drift/missing', 'CancelOrderRequest.reason', [service, /reason = (\d+)/, 'cause = $1']],
    [
      'an rpc that nobody planned',
      'drift/unplanned',
      'StopOrder',
      [
        service,
        'rpc CancelOrder(',
        'rpc StopOrder(CancelOrderRequest) returns (CancelOrderResponse);\n  rpc CancelOrder(',
      ],
    ],
    [
      'a field that nobody planned',
      'drift/unplanned',
      'note_of_mine',
      [
        order,
        file('readonly clientOrderId: string;', '    client_order_id: str\n'),
        file(
          'readonly clientOrderId: string;\n  readonly note_of_mine: string;',
          '    client_order_id: str\n    note_of_mine: str\n',
        ),
      ],
    ],
    [
      'an operation that nobody planned',
      'drift/unplanned',
      'forget',
      [
        order,
        file('amend(input', '    def amend('),
        file('forget(): void {}\n  amend(input', '    def forget(self) -> None: ...\n\n    def amend('),
      ],
    ],
    [
      'a state too many',
      'drift/transition',
      'Order.amend',
      [
        order,
        file("llowIn('amend', ", 'llow_in("amend", '),
        file("llowIn('amend', 'FILLED', ", 'llow_in("amend", OrderStatus.FILLED, '),
      ],
    ],
    ['a guard that is gone', 'drift/transition', 'Order.amend', [order, /^.*llow_?[iI]n\(['"]amend['"].*$/m, '']],
  ])('finds %s', (_, rule, name, edit) => {
    const found = drift(project.findings([edit])).filter((finding) => finding.message.includes(name));
    expect(found.map((finding) => finding.rule)).toContain(rule);
    const [first] = found;
    expect(first?.span.start.line).toBeGreaterThan(0);
  });

  it('says where the code departs from the plan, and where the plan says otherwise', () => {
    const [found] = drift(
      project.findings([
        [
          order,
          file("llowIn('amend', ", 'llow_in("amend", '),
          file("llowIn('amend', 'FILLED', ", 'llow_in("amend", OrderStatus.FILLED, '),
        ],
      ]),
    );
    expect(found?.span.file).toBe(`packages/broker/${order}`);
    expect(found?.related?.[0]?.span.start.line).toBeGreaterThan(1);
  });

  it('finds a new event that no plan names', () => {
    const text = file('export interface OrderLost {}\n', 'class OrderLost:\n    pass\n');
    const found = drift(
      project.added(file('src/domain/events/order-lost.ts', 'src/domain/events/order_lost.py'), text),
    );
    expect(found.map(({ rule, message }) => [rule, message.includes('OrderLost')])).toEqual([
      ['drift/unplanned', true],
    ]);
  });

  it('lets people add private members and files of their own', () => {
    const edit: Edit = [
      order,
      file('amend(input', '    def amend('),
      file('#helper(): void {}\n  amend(input', '    def _helper(self) -> None: ...\n\n    def amend('),
    ];
    expect(drift(project.findings([edit]))).toEqual([]);
    expect(
      drift(
        project.added(
          file('src/domain/aggregates/order/pricing.ts', 'src/domain/aggregates/order/pricing.py'),
          file('export class Pricing {}\n', 'class Pricing:\n    pass\n'),
        ),
      ),
    ).toEqual([]);
  });

  it('counts what waits to be written', () => {
    const todos = project.findings().filter(({ rule }) => rule === 'skeleton/todo');
    expect(todos.length).toBeGreaterThan(3);
    expect(
      todos.some(({ message }) => message.includes('The filled quantity never exceeds the ordered quantity')),
    ).toBe(true);
  });

  it('holds the ticks of a plan against the code', () => {
    const plan = parsePlan(
      [
        '# Implementation Plan: x',
        '## 📋 Implementation Task List',
        '### Phase 1: Domain Layer Setup',
        '- [x] Create aggregate root `Order` <!-- task: domain/aggregate/Order -->',
        '- [x] Operation `Order.amend` <!-- task: domain/operation/Order.amend -->',
        '- [x] Invariant <!-- task: domain/invariant/Order.NeverOverfilled -->',
        '- [ ] Event <!-- task: domain/event/OrderPlaced -->',
      ].join('\n'),
      'docs/plan/35-001-x-plan.md',
    );
    const found = project
      .findings([[order, file('amend(input', 'def amend('), file('mend(input', 'def mend(')]], [plan])
      .filter(({ rule }) => /tick$|evidence$/.test(rule))
      .map(({ rule, span }) => [rule, span.start.line]);
    expect(found).toEqual([
      ['skeleton/tick-without-evidence', 5],
      ['skeleton/tick-without-evidence', 6],
      ['skeleton/evidence-without-tick', 7],
    ]);
  });
});
