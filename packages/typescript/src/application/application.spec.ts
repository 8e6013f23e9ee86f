import { NOTHING_ISSUED, PHASES, type Phase } from '@planner/target';
import { arbitraryModel, BROKER, contextModelOf, SCHOOL, WAREHOUSE } from '@planner/testing';
import * as fc from 'fast-check';
import { posix } from 'node:path';
import ts from 'typescript';
import { typescriptTarget } from '..';

const PROJECT = {
  name: 'broker',
  directory: 'packages/broker',
  scope: '@acme',
  kernel: { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' },
  plans: [],
};

/** Texts by path from the project's directory. */
function render(yaml: string, last: Phase = 6): ReadonlyMap<string, string> {
  const phases = new Set(PHASES.filter((phase) => phase <= last));
  const { files } = typescriptTarget.render({ model: contextModelOf(yaml), project: PROJECT, phases, issued: NOTHING_ISSUED });
  return new Map(files.map(({ path, text }) => [path.replace(`${PROJECT.directory}/`, ''), text]));
}

function textOf(yaml: string, path: string): string {
  const text = render(yaml).get(path);
  if (text === undefined) throw new Error(`${path} was not rendered`);
  return text;
}

function useCase(yaml: string, name: string, aggregate = 'order'): string {
  return textOf(yaml, `src/application/use-cases/${aggregate}/${name}.ts`);
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export) [^;]*?from '([^']+)';$/gms)].map(([, specifier]) => specifier ?? '');
}

/** An aggregate `Order` with these lines of the model. */
function orders(fields: string, rest = ''): string {
  return `
context: shop
enums: { Side: [BUY, SELL] }
valueObjects: { Code: 'string pattern /[A-Z]{3}/', Money: { amount: 'decimal(18,2) min 0', side: Side } }
aggregates: { Order: { ${fields} } }
${rest}`;
}

describe('the files of the application layer', () => {
  const own = (paths: Iterable<string>) => [...paths].filter((path) => path.startsWith('src/application/') || path.startsWith('test/unit/application/'));

  it('come in phase 3, their tests in phase 6', () => {
    expect(own(render(BROKER, 2).keys())).toEqual([]);
    expect(own(render(BROKER, 3).keys())).toEqual(own(render(BROKER, 5).keys()));
    expect(own(render(BROKER, 5).keys()).filter((path) => path.startsWith('test/'))).toEqual([]);
    expect(own(render(BROKER).keys())).toEqual(expect.arrayContaining(['src/application/ports/unit-of-work.ts', 'test/unit/application/order/place-order.test.ts']));
  });

  it('have one use case per file, in the folder of its aggregate', () => {
    const paths = [...render(orders('fields: { note: string }, operations: { close: {}, discard: { deletes: true } }')).keys()];
    const inFolder = paths.filter((path) => path.startsWith('src/application/use-cases/'));
    expect(inFolder.map((path) => path.slice('src/application/use-cases/'.length))).toEqual(
      ['close-order', 'create-order', 'discard-order', 'get-order', 'list-orders', 'load-order'].map((name) => `order/${name}.ts`),
    );
  });

  it.each(Object.entries({ BROKER, SCHOOL, WAREHOUSE }))('of %s import the kernel, the domain and each other, and nothing that is not there', (_, yaml) => {
    expectClosed(render(yaml, 3));
    expectClosed(render(yaml));
  });

  it('of any model are sound TypeScript that imports only what is there, the same every time', () => {
    fc.assert(
      fc.property(arbitraryModel(), (yaml) => {
        const files = render(yaml);
        expectClosed(files);
        for (const path of own(files.keys())) expect([path, syntaxErrors(files.get(path) ?? '')]).toEqual([path, []]);
        expect([...render(yaml)]).toEqual([...files]);
      }),
      { numRuns: 10 },
    );
  });

  function expectClosed(files: ReadonlyMap<string, string>): void {
    for (const path of own(files.keys())) {
      for (const specifier of importsOf(files.get(path) ?? '')) {
        const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
        const isSource = path.startsWith('src/');
        if (specifier.startsWith('.')) {
          expect([path, files.has(target)]).toEqual([path, true]);
          if (isSource) expect(target).toMatch(/^src\/(domain|application)\//);
        } else {
          expect(isSource ? ['@acme/kernel-typescript'] : ['@acme/kernel-typescript', 'vitest']).toContain(specifier);
        }
      }
    }
  }

  function syntaxErrors(text: string): readonly string[] {
    const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true } });
    return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }
});

describe('requests', () => {
  it('carry plain data; what may be left out is there as undefined', () => {
    const text = useCase(orders('fields: { code: Code, price: Money?, size: int default 1, tags: list(Code), born: date }'), 'create-order');
    expect(text).toMatch(/interface CreateOrderCommand {\s+readonly code: string;\s+readonly price: MoneyData \| undefined;\s+readonly size: number \| undefined;\s+readonly tags: readonly string\[\];\s+readonly born: Temporal\.PlainDate;/);
  });

  it('of a change name the aggregate and the version that the caller has seen', () => {
    const text = useCase(orders('fields: { note: string }, operations: { amend: { set: [note] } }'), 'amend-order');
    expect(text).toMatch(/interface AmendOrderCommand {\s+readonly id: string;[\s\S]*readonly expectedVersion: number \| undefined;\s+readonly note: string;/);
  });

  it('give way where a parameter bears the name of a page', () => {
    const text = useCase(orders('fields: { page: int }, finders: { list: { by: page? } }'), 'list-orders');
    expect(text).toContain('readonly page_: number | undefined;');
    expect(text).toContain('{ page: query.page_ }');
    expect(text).toContain('checkedPage(query.page)');
  });

  it('are left out where there is nothing to ask for', () => {
    const text = useCase(orders('fields: { note: string }', 'useCases: { CloseDay: { aggregate: Order } }'), 'close-day');
    expect(text).toContain('execute(): Promise<void>');
    expect(text).not.toContain('CloseDayCommand');
  });

  it('take entities without the ids that the service makes', () => {
    const text = useCase(orders('fields: { lines: list(Line) }, entities: { Line: { sku: string } }, operations: { add: { add: lines } }'), 'add-order');
    expect(text).toContain('readonly line: LineDraftData;');
    expect(text).toContain('Line.draft(command.line)');
  });
});

describe('a command', () => {
  const FIELDS = 'fields: { code: Code, note: string }, operations: { amend: { set: [code, note] }, discard: { deletes: true } }';

  it('checks its whole input before it loads anything', () => {
    const text = useCase(orders(FIELDS), 'amend-order');
    const steps = ["new Constraints('AmendOrder')", ".uuid('id', command.id)", ".nested('code', Code.check(command.code))", ".string('note', command.note, { max: 255 })", '.check()', 'OrderId.of(command.id)', 'loadOrder(', 'order.amend(', 'orders.save('];
    const places = steps.map((step) => text.indexOf(step));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('that deletes asks the root first, then removes, and answers nothing', () => {
    const text = useCase(orders(FIELDS), 'discard-order');
    expect(text).toContain('Promise<void>');
    expect(text).toMatch(/order\.discard\([\s\S]*orders\.remove\(order\)/);
    expect(text).not.toContain('toData');
  });

  it('is given the services and adapters that it uses, each once', () => {
    const text = useCase(
      orders(FIELDS, 'services: { Fees: { of: { output: int } } }\nadapters: { Bank: { env: [BANK_URL], operations: { ask: {}, tell: {} } } }\nuseCases: { Amend: { aggregate: Order, action: amend, uses: [Fees, Bank.ask, Bank.tell] } }'),
      'amend',
    );
    expect([...text.matchAll(/private readonly (\w+): (\w+)/g)].map(([, name, type]) => `${name ?? ''}: ${type ?? ''}`)).toEqual([
      'unitOfWork: UnitOfWork',
      'clock: Clock',
      'ids: IdGenerator',
      'fees: Fees',
      'bank: Bank',
    ]);
  });
});

describe('requirements of use cases', () => {
  const RULE = '{ Funded: "It is paid for" }';
  const withUses = (uses: string, action = 'create') => orders('fields: { note: string }, operations: { amend: { set: [note] } }', `useCases: { Place: { aggregate: Order, action: ${action}, uses: [${uses}], requires: ${RULE} } }`);

  it('are functions beside the use case, to be written, with an error of their own', () => {
    const text = useCase(withUses(''), 'place-rules');
    expect(text).toMatch(/export function funded\(command: PlaceCommand, now: Temporal\.Instant\): boolean {\s+\/\/ TODO\(35-001\): It is paid for\s+return true;/);
    expect(text).toMatch(/class FundedError extends RuleError {\s+readonly code = 'Funded';[\s\S]*super\('It is paid for'\)/);
  });

  it('answer promises as soon as they may ask a repository', () => {
    expect(useCase(withUses('Order'), 'place-rules')).toContain('funded(command: PlaceCommand, orders: OrderRepository, now: Temporal.Instant): Promise<boolean>');
    expect(useCase(withUses('Order'), 'place')).toContain('await rules.funded(command, orders, now)');
    expect(useCase(withUses(''), 'place')).not.toContain('await rules');
  });

  it('of a change see the aggregate that was loaded', () => {
    expect(useCase(withUses('', 'amend'), 'place')).toMatch(/await loadOrder\([\s\S]*rules\.funded\(command, order, now\)[\s\S]*order\.amend\(/);
  });

  it('share the error of the same rule in the aggregate', () => {
    const yaml = orders(`fields: { note: string }, operations: { amend: { set: [note], requires: ${RULE} } }`, `useCases: { Change: { aggregate: Order, action: amend, requires: ${RULE} } }`);
    expect(useCase(yaml, 'change-rules')).not.toContain('class FundedError');
    expect(useCase(yaml, 'change')).toContain("import { FundedError } from '../../../domain/aggregates/order/order-errors.js';");
  });
});

describe('a query', () => {
  it('asks the read side, never a repository', () => {
    for (const name of ['get-order', 'list-orders']) {
      const text = useCase(orders('fields: { code: Code }, finders: { list: { by: code? } }'), name);
      expect(text).toContain('constructor(\n    private readonly orderQueries: OrderQueries,\n  )');
      expect(text).not.toMatch(/Repository|UnitOfWork/);
    }
  });

  it('checks its filters', () => {
    const text = useCase(orders('fields: { code: Code, born: date }, finders: { list: { by: [code?, born] } }'), 'list-orders');
    expect(text).toContain(".nested('code', query.code === undefined ? [] : Code.check(query.code))");
    expect(text).toContain(".date('born', query.born)");
  });

  it('by unique fields answers one, or that it does not exist', () => {
    const yaml = orders('fields: { code: Code unique }, finders: { byCode: { by: code } }', 'useCases: { FindOrder: { aggregate: Order, action: byCode } }');
    const text = useCase(yaml, 'find-order');
    expect(text).toContain('Promise<OrderDto>');
    expect(text).toContain("throw new NotFoundError('Order', query.code)");
    expect(textOf(yaml, 'src/application/ports/order-queries.ts')).toContain('byCode(filter: OrderByCodeFilter): Promise<OrderDto | undefined>;');
  });
});

describe('a custom use case', () => {
  it.each([
    ['', 'Promise<void>'],
    ['output: Money', 'Promise<MoneyData>'],
    ['output: { price: Money, note: string? }', 'Promise<TakeStockResult>'],
    ['output: Order', 'Promise<OrderDto>'],
    ['kind: query, output: list(Order)', 'Promise<Page<OrderDto>>'],
    ['kind: query, output: list(Money)', 'Promise<Page<MoneyData>>'],
  ])('with %s answers %s once it is written', (output, answer) => {
    const entry = ['aggregate: Order', output].filter((part) => part !== '').join(', ');
    const text = useCase(orders('fields: { note: string }', `useCases: { TakeStock: { ${entry} } }`), 'take-stock');
    expect(text).toContain(answer);
    expect(text).toMatch(/\/\/ TODO\(35-001\): write TakeStock\s+return Promise\.reject\(new NotImplementedError\('TODO\(35-001\): write TakeStock'\)\);/);
  });

  it('keeps its description out of the code', () => {
    const text = useCase(orders('fields: { note: string }', `useCases: { TakeStock: { aggregate: Order, description: "*/ throw 1; // \${x} <%= y %> '" } }`), 'take-stock');
    expect(text).toContain(String.raw`new NotImplementedError('TODO(35-001): */ throw 1; // ${'${x}'} <%= y %> \'')`);
    expect(text).toContain('/** * / throw 1;');
  });
});

describe('the port of an adapter', () => {
  const ADAPTERS = (entry: string) => orders('fields: { note: string }', `adapters: { Bank: { ${entry} } }`);

  it('speaks plain data, in types named after the operation', () => {
    const text = textOf(ADAPTERS('env: [BANK_URL], operations: { pay: { input: { price: Money? }, output: { code: Code } }, ping: {}, rate: { output: float } }'), 'src/application/ports/bank.ts');
    expect(text).toMatch(/interface BankPayInput {\s+readonly price: MoneyData \| undefined;/);
    expect(text).toMatch(/interface BankPayOutput {\s+readonly code: string;/);
    expect(text).toMatch(/interface Bank {\s+pay\(input: BankPayInput\): Promise<BankPayOutput>;\s+ping\(\): Promise<void>;\s+rate\(\): Promise<number>;/);
  });

  it('is chosen at run time where the plan selects it', () => {
    const text = textOf(ADAPTERS('select: Side, env: { BUY: [BUY_URL], SELL: [SELL_URL] }, operations: { ping: {} }'), 'src/application/ports/bank.ts');
    expect(text).toMatch(/interface Banks {\s+for\(side: Side\): Bank;/);
  });
});

describe('generated tests of use cases', () => {
  const test = (yaml: string, name: string) => textOf(yaml, `test/unit/application/order/${name}.test.ts`);
  const MARKS = 'entities: { Mark: { name: string unique }, Seal: { text: string } }';

  it.each([
    ['an empty list to add to', 'fields: { marks: list(Mark) max 1 }', '{ add: marks }', 'marks: []', '.marks).toHaveLength(1)'],
    ['a list to add to that has a least size', 'fields: { marks: list(Mark) min 1 max 1 }', '{ add: marks }', 'marks: []', '.marks).toHaveLength(1)'],
    ['one element more than the least to take away', 'fields: { tags: list(string) min 2 distinct }', '{ remove: tags }', "tags: ['sample-1', 'sample-2', 'sample-3']", '.tags).toHaveLength(2)'],
    ['no rival of the same type elsewhere', 'fields: { marks: list(Mark), best: Mark?, seal: Seal }', '{ add: marks }', 'best: undefined', '.marks).toHaveLength(1)'],
  ])('store %s', (_, fields, operation, before, after) => {
    const text = test(orders(`${fields}, ${MARKS}, operations: { mark: ${operation} }`), 'mark-order');
    expect(text).toContain(before);
    expect(text).toContain(after);
  });

  it('leave out what limits make impossible', () => {
    const text = test(orders(`fields: { marks: list(Mark), best: Mark }, ${MARKS}, operations: { mark: { add: marks } }`), 'mark-order');
    expect(text).not.toContain('answers the changed Order');
    expect(text).not.toContain('interrupted');
    expect(text).toContain('is refused for one that does not exist');
  });

  it('refuse every state that the operation does not start from', () => {
    const text = test(orders('fields: { note: string }, lifecycle: { field: status, states: [NEW, OPEN, DONE] }, operations: { close: { from: OPEN, to: DONE } }'), 'close-order');
    expect(text).toContain("{ ...orderData(), status: 'OPEN' }");
    expect(text).toContain("it.each<OrderStatus>(['NEW', 'DONE'])('is refused in state %s'");
    expect(text).toContain("status: 'DONE'");
  });

  it('say so where the root waits for a stub', () => {
    const yaml = orders('fields: { note: string }, operations: { create: { set: [note = computed] } }');
    expect(test(yaml, 'create-order')).toContain('answers that it is not written yet, and stores nothing');
  });

  it('break every requirement once, and leave the stubs pending', () => {
    const text = test(orders('fields: { note: string }', 'useCases: { Place: { aggregate: Order, action: create, requires: { Funded: "It is paid for" } } }'), 'place');
    expect(text).toContain("vi.spyOn(rules, 'funded').mockReturnValue(false);");
    expect(text).toContain('rejects.toThrow(rules.FundedError)');
    expect(text).toContain("it.todo('TODO(35-001): It is paid for');");
  });
});
