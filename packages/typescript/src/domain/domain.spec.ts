import { matchingText, otherText, type Phase, PHASES } from '@planner/target';
import { arbitraryModel, contextModelOf, FIXTURES } from '@planner/testing';
import * as fc from 'fast-check';
import { render } from '../render';

function rendered(yaml: string, phases: readonly Phase[] = [1]): ReadonlyMap<string, string> {
  const kernel = { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' };
  const project = { name: 'shop', directory: 'packages/shop', scope: '@acme', kernel, plans: [] };
  const issued = { protoNumbers: {}, migrations: [] };
  const { files } = render({ model: contextModelOf(yaml), project, phases: new Set(phases), issued });
  return new Map(files.map(({ path, text }) => [path.slice('packages/shop/'.length), text]));
}

const BASKET = `
context: shop
valueObjects: { Sku: "string pattern /[A-Z]{3}/" }
aggregates:
  Order:
    description: "*/ process.exit(1)"
    fields: { note: string max 40, class: int default 3, lines: list(Line) max 9 }
    entities: { Line: { sku: Sku unique } }
    lifecycle: { field: status, states: [OPEN, DONE] }
    operations:
      create: { set: [note, class] }
      add: { from: OPEN, add: lines }
      then: { from: OPEN, to: DONE, requires: { Then: It's time } }
    invariants: { Default: "\`\${x}\` holds" }
`;

describe('the domain of a project', () => {
  const files = rendered(BASKET);
  const root = files.get('src/domain/aggregates/order/order.ts') ?? '';
  const rules = files.get('src/domain/aggregates/order/order-rules.ts') ?? '';

  it('checks states, constraints, list limits, unique children and rules', () => {
    expect(root).toContain("this.#allowIn('add', 'OPEN')");
    expect(root).toContain(".string('note', given.note, { max: 40 })");
    expect(root).toContain("requireSize('Order.lines', lines, { max: 9 })");
    expect(root).toContain("requireDistinct(order.lines, (line) => [line.sku], 'Line', ['sku'])");
    expect(root).toContain('if (!rules.default_(order)) throw new DefaultError();');
  });

  it('escapes what TypeScript or JavaScript would misread, and keeps plain names in data', () => {
    expect(root).toContain('then_(context: ChangeContext): void');
    expect(root).toContain('readonly class: number;');
    expect(rules).toContain('export function then_(');
    expect(rules).not.toContain('export function then(');
  });

  it('has the texts of the plan in comments and strings only', () => {
    expect(root).toContain('/** * / process.exit(1) */');
    expect(rules).toContain('// TODO(35-001): `${x}` holds');
  });
});

describe('every project', () => {
  it.each(Object.entries(FIXTURES))('renders %s the same twice, all phases', (_name, yaml) => {
    expect([...rendered(yaml, PHASES)]).toEqual([...rendered(yaml, PHASES)]);
  });

  it('freezes the decimals of an entity, given or by default', () => {
    const files = rendered(
      `
context: shop
aggregates:
  Order:
    fields: { lines: list(Line) }
    entities: { Line: { price: "decimal(9,2)", tax: "decimal(9,2) default 1.50", tip: "decimal(9,2)?", count: int default 1 } }`,
      [1],
    );
    const line = files.get('src/domain/aggregates/order/line.ts') ?? '';
    expect(line).toContain('price: frozenDecimal(draft.price),');
    expect(line).toContain("tax: frozenDecimal(draft.tax ?? new Decimal('1.50')),");
    expect(line).toContain('tip: draft.tip === undefined ? undefined : frozenDecimal(draft.tip),');
    expect(line).toContain('count: draft.count ?? 1,');
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
    const root = files.get('src/domain/aggregates/order/order.ts') ?? '';
    expect(root).toMatch(/const tags = frozenList\(\[\w+\.value\]\);/);
    expect(root).toMatch(/const lines = frozenList\(\[\w+\]\);/);
    expect([...files.values()].filter((text) => text.includes('...before.'))).toEqual([]);
  });

  it('samples entities of two fields that differ, even where what is unique has two values only', () => {
    const files = rendered(
      `
context: shop
aggregates:
  Box:
    fields: { lefts: list(Part), rights: list(Part) }
    entities: { Part: { bottom: bool unique } }`,
      [1, 6],
    );
    const samples = files.get('test/samples/box.ts') ?? '';
    for (const [, left, right] of samples.matchAll(
      /lefts: \[\{[^}]*bottom: (\w+) \}\],\s+rights: \[\{[^}]*bottom: (\w+) \}\]/g,
    ))
      expect(left).not.toBe(right);
    expect(samples).toMatch(/lefts: \[\{[^}]*bottom: true/);
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
    const tests = files.get('test/unit/domain/aggregates/order.test.ts') ?? '';
    expect(tests).toContain('line: order.state.lines.at(-1)');
    expect(tests).toMatch(/offer: Line\.rehydrate\(\{ id: newId\(2\),/);
  });

  it('gives children of an event alone new ids in tests', () => {
    const tests = rendered(
      `
context: shop
aggregates:
  Order:
    fields: { id: int }
    entities: { Line: { sku: string } }
    operations: { quote: { input: { offer: Line }, emits: Quoted } }`,
      [1, 6],
    ).get('test/unit/domain/aggregates/order.test.ts');
    expect(tests).toContain('offer: Line.rehydrate({ id: newId(1),');
    expect(tests).toMatch(/import \{[^}]*\bnewId\b[^}]*\} from '[^']*change-context\.js'/);
  });

  it('fills what an event alone carries with its default, and refuses to run where it has none', () => {
    const files = rendered(
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
    );
    const rules = files.get('src/domain/aggregates/order/order-rules.ts') ?? '';
    for (const body of ['return 3;', 'return order.updatedAt;', "return 'done';", 'return utcDate(after.updatedAt);'])
      expect(rules).toContain(body);
    expect(rules.match(/NotImplemented\w*\(/g)).toHaveLength(1);
  });

  it('keeps to its names from phase to phase, and domain files to the kernel and the domain', () => {
    fc.assert(
      fc.property(arbitraryModel({ maxAggregates: 2 }), (yaml) => {
        const domain = [...rendered(yaml, [1])].filter(([path]) => path.startsWith('src/domain/'));
        const later = rendered(yaml, [1, 2, 3]);
        for (const [path, text] of domain) {
          expect(later.get(path)).toBe(text);
          for (const [, specifier] of text.matchAll(/ from '([^']+)';$/gm))
            expect(specifier).toMatch(
              /^(@acme\/kernel-typescript|\.{1,2}\/(?!.*(application|infrastructure|presentation)\/).*\.js)$/,
            );
        }
      }),
      { numRuns: 5 },
    );
  });
});

describe('samples of a pattern', () => {
  it.each([
    ['[A-Z0-9]{3,10}', 0, 255],
    ['[a-z]+(?:-[a-z]+)*', 10, 12],
    ['(?:a|bc){2,4}x?', 0, 9],
    ['[^\\x0a\\x0d]*', 2, 5],
  ])('of %s match it, in the length asked for, and differ', (pattern, min, max) => {
    const texts = [0, 1, 2].map((variant) => matchingText(pattern, min, max, variant) ?? '');
    for (const text of texts) {
      expect(text).toMatch(new RegExp(`^(?:${pattern})$`, 'u'));
      expect(text.length >= min && text.length <= max).toBe(true);
    }
    expect(new Set(texts).size).toBe(3);
    const other = otherText(pattern, min, max);
    if (other !== undefined) expect(other).not.toMatch(new RegExp(`^(?:${pattern})$`, 'u'));
  });
});
