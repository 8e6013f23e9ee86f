import { readAggregateShorthand, readModelBlock, readModelFile } from '.';

const at = { file: 'plan.md', line: 100, column: 3, plan: '35-001' };

/** `line:column rule` of every finding; the block stands at line 100, column 3. */
function findings(yaml: string): string[] {
  return readModelBlock(yaml, at).diagnostics.map(
    ({ span, rule }) => `${span.start.line}:${span.start.column} ${rule}`,
  );
}

/** The same for the type of one field, which begins at column 17 of line 103. */
function typeFindings(type: string): string[] {
  return findings(`aggregates:\n  A:\n    fields:\n      a: ${type}`);
}

describe('the places of a declaration', () => {
  const yaml = `context: shop\naggregates:\n  Order:\n    fields:\n      total: decimal(18,2)? min 0\n      note: "string max 10 pattern /a\\\\/b/"\n`;
  const { declaration, diagnostics } = readModelBlock(yaml, at);
  const [total, note] = declaration?.aggregates[0]?.fields ?? [];

  it('are those of the enclosing file', () => {
    expect(diagnostics).toEqual([]);
    expect(declaration?.context).toEqual({
      text: 'shop',
      span: { file: 'plan.md', start: { line: 100, column: 12 }, end: { line: 100, column: 16 } },
    });
    expect(total?.name.span.start).toEqual({ line: 104, column: 9 });
  });

  it('reach inside a type', () => {
    const [min] = total?.type.constraints ?? [];
    expect(min?.span).toEqual({ file: 'plan.md', start: { line: 104, column: 31 }, end: { line: 104, column: 36 } });
  });

  it('follow the escapes of a quoted scalar', () => {
    const pattern = note?.type.constraints[1];
    expect(pattern).toMatchObject({
      kind: 'pattern',
      value: { text: 'a/b', span: { start: { line: 105, column: 38 }, end: { line: 105, column: 45 } } },
    });
  });

  it('count every kind of line end', () => {
    for (const end of ['\r\n', '\r', '\n']) {
      const [field] = readModelBlock(yaml.replaceAll('\n', end), at).declaration?.aggregates[0]?.fields ?? [];
      expect(field?.name.span.start).toEqual({ line: 104, column: 9 });
    }
  });
});

describe('YAML that is not what it seems', () => {
  it.each([
    ['{ a: 1, b: 2 }: x', ['100:3 yaml/key']],
    ['context: shop\ncontext: other', ['101:3 yaml/duplicate-key']],
    ['enums:\n  __proto__: [A]\n  constructor: [B]', []],
    ['context: *nothing', ['100:12 yaml/alias']],
    ['enums: &e { Side: &e2 [*e2] }', ['100:26 yaml/alias']],
    ['enums:\n  Side: &m [BUY]\n  Other: *m', []],
    ['enums:\n  <<: { A: [B] }', ['101:5 yaml/merge-key']],
    ['context: !!js/function x', ['100:12 yaml/tag']],
    ['context: [a', ['100:14 yaml/syntax']],
    ['\tcontext: a', ['100:3 yaml/syntax']],
    ['context: a: b', ['100:12 yaml/syntax']],
    ['context: a\n---\ncontext: b', ['101:3 yaml/several-documents']],
    ['--- \ncontext: a', []],
    ['- a', ['100:3 model/expected-map']],
    ['', []],
    ['# only a comment', []],
    [`context: ${'['.repeat(5000)}`, ['100:44 yaml/too-deep']],
    [`${'- '.repeat(5000)}a`, ['100:69 yaml/too-deep']],
  ])('%j: %j', (yaml, expected) => {
    expect(findings(yaml)).toEqual(expected);
  });

  it('cannot be a bomb', () => {
    const bomb = [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
    ].join('\n');
    const started = performance.now();
    expect(findings(bomb).filter((finding) => finding.endsWith('yaml/alias'))).toEqual(['103:47 yaml/alias']);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('keeps names of prototypes as plain names', () => {
    const { declaration } = readModelBlock('enums:\n  __proto__: [A]\n  constructor: [B]', at);
    expect(declaration?.enums.map((each) => each.name.text)).toEqual(['__proto__', 'constructor']);
  });
});

describe('a comma in braces', () => {
  it.each([
    ['price: decimal(18,2)', '103:18', 'decimal(18,2)'],
    ['price: decimal(18, 2) min 0, other: int', '103:18', 'decimal(18, 2) min 0'],
    ['side: enum(BUY, SELL, HOLD)', '103:17', 'enum(BUY, SELL, HOLD)'],
    ['reason: string min 1, max 200', '103:19', 'string min 1, max 200'],
    ['code: string, unique', '103:17', 'string, unique'],
    ['note: string default "a, b"', '103:17', 'string default "a, b"'],
  ])('{ %s } is said once, and read as it was meant', (fields, place, value) => {
    const { diagnostics, declaration } = readModelBlock(`aggregates:\n  A:\n    fields:\n      { ${fields} }`, at);
    expect(diagnostics.map(({ span, rule }) => `${span.start.line}:${span.start.column} ${rule}`)).toEqual([
      `${place} yaml/comma-in-braces`,
    ]);
    expect(diagnostics[0]?.message).toContain(value);
    expect(declaration?.aggregates[0]?.fields[0]?.type.span).toMatchObject({ start: { line: 103 } });
  });

  it('in a list of assignments too', () => {
    expect(findings('aggregates:\n  A:\n    operations:\n      change: { set: [note = "a, b", max] }')).toEqual([
      '103:25 yaml/comma-in-braces',
    ]);
  });
});

describe('a type', () => {
  it.each([
    ['string? max 64', []],
    ['string, max 64, min 1', []],
    ['decimal(18 2)', []],
    ['map(string max 10, list(int))', []],
    ['ref(market-data.Instrument)', []],
    ['string pattern /[a-z ]+\\/x[/]?/', []],
    ['string default "two words \\"quoted\\" \\u0041"', []],
    ['', ['103:9 type/missing']],
    ['"?"', ['103:13 type/missing']],
    ['string maximum 3', ['103:19 type/unexpected']],
    ['string max', ['103:19 type/constraint-value']],
    ['string max 3 max 4', ['103:25 type/constraint-twice']],
    ['string max 3 ?', ['103:25 type/optional-mark']],
    ['string pattern a', ['103:19 type/constraint-value']],
    ['string pattern /a', ['103:27 type/constraint-value']],
    ['string default "a', ['103:27 type/constraint-value']],
    ['string default "\\q"', ['103:27 type/constraint-value']],
    ['decimal(18)', ['103:12 type/decimal-digits']],
    ['enum(A, B', ['103:12 type/bracket']],
    ['list(string', ['103:12 type/bracket']],
    ['list(string]', ['103:12 type/bracket']],
    ['list()', ['103:17 type/missing']],
    ['money(3)', ['103:12 type/brackets']],
    ['ref()', ['103:12 type/ref-target']],
    ['A | B', ['103:14 refused/union']],
    ['union(A, B)', ['103:12 refused/union']],
    ['list(A | B)', ['103:19 refused/union']],
    ['stream(A)', ['103:12 refused/stream']],
    ['computed int', ['103:12 refused/computed-field']],
    ['int = a + b', ['103:16 refused/computed-field']],
    ['int computed', ['103:16 refused/computed-field']],
    ['{ b: int }', ['103:12 model/expected-type']],
    ['list('.repeat(100), ['103:92 type/too-deep']],
  ])('%j: %j', (type, expected) => {
    expect(typeFindings(type)).toEqual(expected);
  });
});

describe('what the grammar refuses by name', () => {
  it.each([
    ['inheritance', 'aggregates:\n  A:\n    extends: B'],
    ['union', 'aggregates:\n  A:\n    oneOf: [B, C]'],
    ['computed-field', 'aggregates:\n  A:\n    computed: { total: sum }'],
    ['stream', 'useCases:\n  A: { aggregate: B, stream: true }'],
    ['roles', 'useCases:\n  A: { aggregate: B, roles: [ADMIN] }'],
    ['schedule', 'policies:\n  A: { every: day, run: B }'],
    ['schedule', 'policies:\n  A: { on: every day, run: B }'],
    ['range-filter', 'aggregates:\n  A:\n    finders:\n      list: { by: [price >= 3] }'],
    ['range-filter', 'aggregates:\n  A:\n    finders:\n      list: { range: price }'],
    ['caller-order', 'aggregates:\n  A:\n    finders:\n      list: { sort: "*" }'],
    ['caller-order', 'aggregates:\n  A:\n    finders:\n      list: { orderBy: name }'],
    ['child-change', 'aggregates:\n  A:\n    operations:\n      fix: { set: [lines.price] }'],
    ['child-change', 'aggregates:\n  A:\n    operations:\n      fix: { change: lines }'],
    ['several-lifecycles', 'aggregates:\n  A:\n    lifecycle: [{ field: a, states: [B] }]'],
    ['several-lifecycles', 'aggregates:\n  A:\n    lifecycles: {}'],
    ['composite-identity', 'aggregates:\n  A:\n    fields: { id: { a: int, b: int } }'],
    ['composite-identity', 'aggregates:\n  A:\n    identity: [a, b]'],
  ])('%s', (feature, yaml) => {
    const { diagnostics } = readModelBlock(yaml, at);
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([`refused/${feature}`]);
    expect(diagnostics[0]?.hint).not.toBe('');
  });
});

describe('a shape that does not fit', () => {
  it.each([
    ['contxt: shop', ['100:3 model/unknown-key']],
    ['enums: [A]', ['100:10 model/expected-map']],
    ['enums:\n  Side: BUY', ['101:11 model/expected-list']],
    ['context: { a: b }', ['100:12 model/expected-text']],
    ['valueObjects:\n  Money:', ['101:5 type/missing']],
    ['valueObjects:\n  Money: { invariants: { A: b } }', ['101:5 model/missing-key']],
    ['aggregates:\n  A:\n    unique: [a, b]', ['102:15 aggregate/unique']],
    ['aggregates:\n  A:\n    operations:\n      o: { deletes: maybe }', ['103:23 operation/deletes']],
    ['aggregates:\n  A:\n    operations:\n      o: { set: [a = ] }', ['103:23 operation/set-value']],
    ['aggregates:\n  A:\n    operations:\n      o: { set: [a = two words] }', ['103:23 operation/set-value']],
    ['aggregates:\n  A:\n    operations:\n      o: { emits: { OPEN: } }', ['103:23 model/expected-text']],
    ['aggregates:\n  A:\n    invariants: { A: }', ['102:24 model/expected-text']],
    ['grpc: { A: { b: c } }', ['100:14 model/expected-list']],
  ])('%j: %j', (yaml, expected) => {
    expect(findings(yaml)).toEqual(expected);
  });

  it('says what was probably meant', () => {
    expect(readModelBlock('agregates: {}', at).diagnostics[0]?.hint).toMatch(/^Did you mean "aggregates"\?/);
  });
});

describe('a model file', () => {
  it('holds one context per document', () => {
    const read = readModelFile('context: a\n---\ncontext: b\n---\n', 'model.yaml');
    expect(read.map((each) => [each.declaration?.context?.text, each.declaration?.context?.span.start.line])).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
  });

  it('may begin with a byte-order mark', () => {
    const [first] = readModelFile('\uFEFFcontext: a', 'model.yaml');
    expect(first?.declaration?.context?.text).toBe('a');
  });
});

describe('the aggregate shorthand', () => {
  it('reads fields with types of the model', () => {
    const { aggregate, diagnostics } = readAggregateShorthand(
      'Order symbol:string max 10 quantity:int? side:enum(BUY, SELL)',
    );
    expect(diagnostics).toEqual([]);
    expect(aggregate?.name.text).toBe('Order');
    expect(
      aggregate?.fields.map((field) => [
        field.name.text,
        field.type.base.kind,
        field.type.optional,
        field.type.constraints.length,
      ]),
    ).toEqual([
      ['symbol', 'named', false, 1],
      ['quantity', 'named', true, 0],
      ['side', 'enum', false, 0],
    ]);
  });

  it.each([
    ['', 'shorthand/empty'],
    ['Order symbol', 'shorthand/field'],
    ['Order symbol:', 'type/missing'],
    ['Order symbol:string foo', 'type/unexpected'],
  ])('%j: %s', (text, rule) => {
    expect(readAggregateShorthand(text).diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
  });
});
