import { type Phase, PHASES } from '@planner/target';
import { arbitraryModel, contextModelOf, FIXTURES } from '@planner/testing';
import * as fc from 'fast-check';
import { renderKernel } from '../kernel';
import { render } from '../render';

const KERNEL = { directory: 'packages/kernel-python', packageName: '@acme/kernel-python' };
const PROJECT = { name: 'shop', directory: 'packages/shop', scope: '@acme', kernel: KERNEL, plans: [] };

function rendered(yaml: string, phases: readonly Phase[] = [1]): ReadonlyMap<string, string> {
  const issued = { protoNumbers: {}, migrations: [] };
  const model = { ...contextModelOf(yaml), language: 'python' };
  const { files } = render({ model, project: PROJECT, phases: new Set(phases), issued });
  return new Map(files.map(({ path, text }) => [path.slice('packages/shop/'.length), text]));
}

const BASKET = `
context: shop
valueObjects: { Sku: "string pattern /[A-Z]{3}/" }
aggregates:
  Order:
    description: '""" import os'
    fields: { note: string max 40, class: int default 3, lines: list(Line) max 9, tags: list(string) max 5 distinct }
    entities: { Line: { sku: Sku unique, quantity: int min 1 default 1 } }
    lifecycle: { field: status, states: [OPEN, DONE, LOST] }
    operations:
      create: { set: [note, class] }
      add: { from: OPEN, add: lines }
      drop: { from: OPEN, remove: lines }
      tag: { add: tags }
      pass: { from: OPEN, to: [DONE, LOST], set: [class = computed], requires: { None: It's time }, emits: { DONE: OrderDone } }
    invariants: { Import: "{{x}} 'holds'" }
`;

describe('the domain of a project', () => {
  const files = rendered(BASKET);
  const root = files.get('src/domain/aggregates/order/order.py') ?? '';
  const rules = files.get('src/domain/aggregates/order/order_rules.py') ?? '';

  it.each([
    ['the present state', 'self._allow_in("add", OrderStatus.OPEN)'],
    ['constraints', 'Constraints("Order").string("note", note, max=40)'],
    ['how many elements a list has', 'require_size("Order.lines", lines, max=9)'],
    ['that elements differ', 'require_distinct("Order", "tags", tags)'],
    ['that entities differ', 'require_unique(order.lines, lambda each: (each.sku,), "Line", ("sku",))'],
    ['that what is removed is there', 'without(self.state.lines, lambda item: item.id == line_id, "Line", line_id)'],
    ['rules', 'if not rules.none(self.state, now=context.now):\n            raise NoneError\n'],
    ['invariants', 'if not rules.import_(order):\n        raise ImportError_\n'],
    ['what a stub computes', 'Constraints("Order").int("class", computed.class_).check()'],
  ])('checks %s', (_what, source) => {
    expect(root).toContain(source);
  });

  it('records events of the state that it has reached', () => {
    expect(root).toContain('if next_state.status is OrderStatus.DONE:\n            events.append(OrderDone(');
    expect(files.get('src/domain/events/order_done.py')).toContain('event_type: ClassVar[str] = "shop.OrderDone.v1"');
  });

  it('fills what an event alone carries with its default, and refuses to run where it has none', () => {
    const ofEvents = rendered(
      `
context: shop
aggregates:
  Order:
    fields: { name: string }
    operations: { create: { emits: Opened }, close: { emits: Closed }, count: { emits: Counted } }
events:
  Opened: { weight: int default 3, seenAt: datetime default now }
  Closed: { reason: string default "done", seenOn: date default now }
  Counted: { total: int }`,
      [1],
    ).get('src/domain/aggregates/order/order_rules.py');
    for (const body of [
      'return 3\n',
      'return order.updated_at\n',
      'return "done"\n',
      'return utc_date(after.updated_at)\n',
    ])
      expect(ofEvents).toContain(body);
    expect(ofEvents?.match(/raise UnimplementedError/g)).toHaveLength(1);
  });

  it('escapes what Python would misread, and reports plain names', () => {
    expect(root).toContain('def pass_(self, *, context: ChangeContext) -> None:');
    expect(root).toContain('    class_: int\n');
    expect(root).toContain('self._allow_in("pass", OrderStatus.OPEN)');
  });

  it('has the texts of the plan in comments and literals only', () => {
    expect(root).toContain(`    '""" import os'\n`);
    expect(rules).toContain("    # TODO(35-001): {{x}} 'holds'\n    return True\n");
  });

  it('takes drafts that are valid by themselves, and gives what they leave out', () => {
    const line = files.get('src/domain/entities/line.py') ?? '';
    expect(line).toContain('Constraints("Line").int("quantity", self.quantity, min=1).check()');
    expect(line).toContain('quantity: int | None = None\n');
    expect(line).toContain('quantity=1 if draft.quantity is None else draft.quantity,');
  });
});

it('creates with the first elements of a list, of which there were none before', () => {
  const files = rendered(
    `
context: shop
aggregates:
  Order:
    fields: { tags: list(string) max 5 distinct, lines: list(Line) }
    entities: { Line: { sku: string } }
    operations: { create: { set: [], add: [tags, lines] } }`,
    [1, 6],
  );
  const root = files.get('src/domain/aggregates/order/order.py') ?? '';
  expect(root).toContain('tags = (value,)\n');
  expect(root).toContain('lines = (new_line,)\n');
  expect(files.get('tests/unit/domain/aggregates/test_order.py')).not.toContain('self.BEFORE');
});

it('records children that it keeps nowhere, with ids of their own', () => {
  const files = rendered(
    `
context: shop
aggregates:
  Order:
    fields: { lines: list(Line) }
    entities: { Line: { sku: string } }
    operations: { quote: { add: lines, input: { offer: Line }, emits: Quoted } }`,
    [1, 6],
  );
  const tests = files.get('tests/unit/domain/aggregates/test_order.py') ?? '';
  expect(tests).toContain('line=order.state.lines[-1]');
  expect(tests).toMatch(/offer=(rehydrated\()?Line\)?\(id=LineId\(new_id\(2\)\),/);
});

describe('the tests of a domain', () => {
  const files = rendered(BASKET, [1, 6]);
  const tests = files.get('tests/unit/domain/aggregates/test_order.py') ?? '';

  it.each([
    'Order.add.state',
    'Order.note.max',
    'Order.lines.max',
    'Order.tags.distinct',
    'Line.sku.unique',
    'Line.notFound',
    'Order.class.int',
  ])('break %s', (code) => {
    expect(tests).toContain(`"${code}"`);
  });

  it('wait for what is to be written, and say where', () => {
    expect(tests).toContain(
      `@pytest.mark.skip(reason="TODO(35-001): {{x}} 'holds'")\ndef test_import_is_to_be_written() -> None: ...`,
    );
  });

  it('come with the sixth phase only', () => {
    expect([...rendered(BASKET).keys()].filter((path) => /^tests\/(unit\/domain|samples)/.test(path))).toEqual([]);
  });
});

const STANDARD_LIBRARY = ['__future__', 'dataclasses', 'datetime', 'decimal', 'enum', 're', 'typing', 'uuid'];

describe('every project', () => {
  it.each(Object.entries(FIXTURES))('renders %s the same twice, all phases', (_name, yaml) => {
    expect([...rendered(yaml, PHASES)]).toEqual([...rendered(yaml, PHASES)]);
  });

  it('keeps to its names from phase to phase, and its domain to the kernel and the standard library', () => {
    fc.assert(
      fc.property(arbitraryModel({ maxAggregates: 2 }), (yaml) => {
        const domain = [...rendered(yaml, [1])].filter(([path]) => path.startsWith('src/domain/'));
        const later = rendered(yaml, [1, 2, 3, 6]);
        for (const [path, text] of domain) {
          expect(later.get(path)).toBe(text);
          for (const [, module = ''] of text.matchAll(/^(?:from|import) ([\w.]+)/gm))
            expect(module).toMatch(new RegExp(`^(${STANDARD_LIBRARY.join('|')}|kernel\\..+|src\\.domain\\..+)$`));
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe('the kernel', () => {
  const files = new Map(renderKernel(PROJECT).map((file) => [file.path, file]));

  it('belongs to the workspace from its first day', () => {
    expect([...files.values()].every(({ keep, phase }) => keep === true && phase === 1)).toBe(true);
  });

  it('is a typed package that goes by its name without the scope', () => {
    expect(files.get('packages/kernel-python/pyproject.toml')?.text).toContain('name = "kernel-python"');
    expect(files.has('packages/kernel-python/src/kernel/py.typed')).toBe(true);
  });

  it('is an Nx project with all its targets', () => {
    const { targets } = JSON.parse(files.get('packages/kernel-python/project.json')?.text ?? '{}') as {
      targets: object;
    };
    expect(Object.keys(targets)).toEqual(['install', 'typecheck', 'test', 'lint']);
  });
});
