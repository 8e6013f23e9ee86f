import { NOTHING_ISSUED, PHASES, type Phase, type Placements } from '@planner/target';
import { arbitraryModel, BROKER, contextModelOf, FIXTURES } from '@planner/testing';
import * as fc from 'fast-check';
import { pythonTarget } from '..';

const KERNEL = { directory: 'packages/kernel-python', packageName: '@acme/kernel-python' };
const PROJECT = { name: 'broker', directory: 'packages/broker', scope: '@acme', kernel: KERNEL, plans: [] };

/** Texts by path from the project's directory. */
function render(yaml: string, last: Phase = 6, placements?: Placements): ReadonlyMap<string, string> {
  const phases = new Set(PHASES.filter((phase) => phase <= last));
  const model = { ...contextModelOf(yaml), language: 'python' };
  const request = { model, project: PROJECT, phases, issued: NOTHING_ISSUED };
  const { files } = pythonTarget.render(placements === undefined ? request : { ...request, placements });
  return new Map(files.map(({ path, text }) => [path.slice(PROJECT.directory.length + 1), text]));
}

function textOf(yaml: string, path: string, placements?: Placements): string {
  const text = render(yaml, 6, placements).get(path);
  if (text === undefined) throw new Error(`${path} was not rendered`);
  return text;
}

function useCase(yaml: string, name: string): string {
  return textOf(yaml, `src/application/use_cases/order/${name}.py`);
}

/** An aggregate `Order` with these lines of the model. */
function orders(order: string, rest = ''): string {
  return `
context: shop
enums: { Side: [BUY, SELL] }
valueObjects: { Code: 'string pattern /[A-Z]{3}/', Money: { amount: 'decimal(18,2) min 0', side: Side } }
aggregates: { Order: { ${order} } }
${rest}`;
}

/** The order in which these stand in the text. */
function orderOf(text: string, ...parts: string[]): string[] {
  return [...parts].sort((a, b) => text.indexOf(a) - text.indexOf(b)).filter((part) => text.includes(part));
}

it('hides no builtin behind what an adapter is asked', () => {
  const yaml = orders(
    'fields: { eval: int }',
    'adapters: { Bank: { operations: { ask: { input: { eval: int, open: int, map: int, call: int } } } } }',
  );
  const parameters = 'self, *, eval_: int, open_: int, map_: int, call_: int';
  expect(textOf(yaml, 'src/application/ports/bank.py')).toContain(`async def ask(${parameters}) -> None: ...`);
  expect(textOf(yaml, 'src/infrastructure/adapters/fake_bank.py')).toContain('"ask", eval_=eval_, open_=open_');
});

describe('the files of the application layer', () => {
  const own = (paths: Iterable<string>) =>
    [...paths].filter((path) => /^(?:src\/application|tests\/unit\/application)\/.*[^_]\.py$/.test(path));

  it('come in phase 3, their tests in phase 6', () => {
    expect(own(render(BROKER, 2).keys())).toEqual([]);
    expect(own(render(BROKER, 3).keys())).toEqual(own(render(BROKER, 5).keys()));
    expect(own(render(BROKER, 5).keys()).filter((path) => path.startsWith('tests/'))).toEqual([]);
    const written = ['src/application/ports/unit_of_work.py', 'tests/unit/application/order/test_place_order.py'];
    expect(own(render(BROKER).keys())).toEqual(expect.arrayContaining(written));
  });

  it('lie where the plan wants them, with the class that the file says', () => {
    const placements: Placements = {
      'application/use-case/CloseOrder': { path: 'src/application/use_cases/close.py', className: 'Close' },
      'application/command/CloseOrder': {
        path: 'src/application/commands/close_command.py',
        className: 'CloseCommand',
      },
    };
    const model = orders('fields: { note: string }, operations: { close: {} }');
    const text = textOf(model, 'src/application/use_cases/close.py', placements);
    expect(text).toContain('from src.application.commands.close_command import CloseCommand\n');
    expect(text).toMatch(/^class Close:$/m);
    expect(text).not.toContain('@dataclass');
    const command = textOf(model, 'src/application/commands/close_command.py', placements);
    expect(command).toMatch(/^class CloseCommand:$/m);
  });
});

describe('a use case', () => {
  const model = orders(
    'fields: { note: string max 9, code: Code, side: Side default BUY, price: Money? }, operations: { amend: { set: all }, discard: { deletes: true } }',
    'useCases: { AmendOrder: { aggregate: Order, action: amend, requires: { Trusted: "The \\"caller\\" is trusted" } } }',
  );

  it('takes values of the domain, checks bare ones when it is asked, and knows the version that its caller has seen', () => {
    const text = useCase(model, 'amend_order');
    expect(text).toMatch(/id: OrderId\n {4}expected_version: int \| None\n/);
    expect(text).toContain('    note: str\n    code: Code\n    side: Side | None\n    price: Money | None\n');
    expect(text).toContain('Constraints("AmendOrder").string("note", self.note, max=9).check()');
  });

  it('checks in this order: existence and version, requirements, state', () => {
    const text = useCase(model, 'amend_order');
    const steps = [
      'load_order(work.orders',
      'rules.trusted(command, order, now)',
      'order.amend(',
      'work.orders.save(order)',
      'work.commit()',
    ];
    expect(orderOf(text, ...steps)).toEqual(steps);
    expect(text).toContain('raise rules.TrustedError\n');
    const rules = useCase(model, 'amend_order_rules');
    expect(rules).toContain('super().__init__(\'The "caller" is trusted\')');
    expect(rules).toMatch(/# TODO\(.*\): The "caller" is trusted\n {4}return True/);
  });

  it('that deletes answers nothing', () => {
    const text = useCase(model, 'discard_order');
    expect(text).toContain('-> None:\n');
    expect(text).toContain('work.orders.remove(order)');
    expect(text).not.toContain('OrderDto');
  });

  it('that people write is ready for them, and says that it is unfinished', () => {
    const custom = orders(
      'fields: { note: string }',
      `adapters: { Bank: { select: Side, operations: { pay: { input: { code: Code } } } } }
useCases: { Pay: { aggregate: Order, input: { side: Side }, output: { code: Code, paid: bool }, uses: [Bank.pay] } }`,
    );
    const text = useCase(custom, 'pay');
    expect(text).toContain('banks: Banks');
    expect(text).toMatch(/class PayResult:\n {4}code: str\n {4}paid: bool/);
    expect(text).toMatch(/raise UnimplementedError\("TODO\(.*\): write Pay"\)/);
  });

  it('that lists limits its page, one that looks up something unique refuses what is not there', () => {
    const finders = orders(
      'fields: { code: Code unique, note: string? }, finders: { byCode: { by: [code] }, byNote: { by: [note] } }',
      'useCases: { GetByCode: { aggregate: Order, action: byCode }, FindByNote: { aggregate: Order, action: byNote } }',
    );
    expect(useCase(finders, 'find_by_note')).toContain('query.page.limited()');
    expect(useCase(finders, 'get_by_code')).toContain('raise NotFoundError("Order", query.code.value)');
  });
});

describe('what callers see', () => {
  it('is plain: values are unwrapped, entities stand after those that they hold', () => {
    const text = textOf(
      orders(
        'fields: { code: Code, price: Money?, lines: list(Line) }, entities: { Line: { parts: list(Part) }, Part: { code: Code } }',
      ),
      'src/application/dtos/order/order_dto.py',
    );
    expect(orderOf(text, 'class PartDto', 'class LineDto', 'class OrderDto')).toEqual([
      'class PartDto',
      'class LineDto',
      'class OrderDto',
    ]);
    expect(text).toContain('code=state.code.value');
    expect(text).toContain('price=None if state.price is None else MoneyDto.of(state.price)');
    expect(text).not.toContain('__future__');
  });
});

it.each(Object.entries(FIXTURES))('%s leaves no hole in the application layer', (_name, yaml) => {
  for (const [path, text] of render(yaml))
    if (/application/.test(path)) expect(`${path}: ${text}`).not.toMatch(/\bundefined\b|\[object |=>/);
});

it('neither does a random model, and the same one gives the same bytes', () => {
  fc.assert(
    fc.property(arbitraryModel(), (yaml) => {
      const first = render(yaml);
      for (const [path, text] of first)
        if (/^(?:src|tests\/unit)\/application/.test(path))
          expect(`${path}: ${text}`).not.toMatch(/\[object |= undefined\b/);
      expect(render(yaml)).toEqual(first);
    }),
    { numRuns: 15 },
  );
}, 60_000);
