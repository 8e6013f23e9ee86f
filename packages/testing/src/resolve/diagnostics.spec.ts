import { resolveYaml } from '../context-model-of';

/** `line:column rule` of every finding, warnings marked; the text is line 1 of a model that names its context at the end. */
function findings(yaml: string): string[] {
  const { diagnostics } = resolveYaml(`${yaml}\ncontext: shop\n`);
  return diagnostics.map(
    ({ span, rule, severity }) =>
      `${span.start.line}:${span.start.column} ${rule}${severity === 'warning' ? ' (warning)' : ''}`,
  );
}

/** The findings of one field of an aggregate; its type begins in column 10 of line 4. */
function field(type: string, more = ''): string[] {
  return findings(`aggregates:\n  A:\n    fields:\n      aa: ${type}\n${more}`);
}

/** The findings of an aggregate with two fields, a list, a lifecycle and these operations, from line 8 on. */
function operations(yaml: string): string[] {
  return findings(
    `aggregates:\n  A:\n    fields: { name: string, note: string?, tags: list(string), lines: list(Line), when: datetime? }\n` +
      `    entities: { Line: { sku: string } }\n    lifecycle: { field: status, states: [NEW, OPEN, DONE] }\n    operations:\n${yaml}`,
  );
}

describe('a type', () => {
  it.each([
    ['strng', ['4:11 type/unknown']],
    ['list', ['4:11 type/unknown']],
    ['decimal', ['4:11 type/decimal-digits']],
    ['decimal(2,3)', ['4:19 type/decimal-digits']],
    ['decimal(99,3)', ['4:19 type/decimal-digits']],
    ['A', ['4:11 type/aggregate-by-value']],
    ['ref(B)', ['4:15 type/unknown-ref']],
    ['ref(shop.A)', ['4:15 type/own-context']],
    ['ref(Shop.A)', ['4:15 type/unknown-ref']],
    ['ref(accounts.Account)', []],
    ['ref(A)', []],
    ['list(list(int))', ['4:16 type/nested']],
    ['map(string, list(int))', ['4:23 type/nested']],
    ['list(int?)', ['4:16 type/optional-element']],
    ['list(int)?', ['4:11 type/optional-collection']],
    ['map(int, int)', ['4:15 type/map-key']],
    ['map(string, int) distinct', ['4:28 constraint/not-here']],
    ['list(int unique)', ['4:20 constraint/not-here']],
    ['list(int default 3)', ['4:20 constraint/not-here']],
    ['list(int) default 3', ['4:29 constraint/literal']],
    ['list(int) unique', ['4:21 constraint/unique']],
    ['json unique', ['4:16 constraint/unique']],
    ['list(json) distinct', ['4:11 constraint/distinct']],
    ['enum(A, A)', ['4:19 name/clash']],
    ['enum(a)', ['4:16 name/spelling']],
    ['enum(UNSPECIFIED)', ['4:16 enum/unspecified']],
    ['enum(A) min 1', ['4:19 constraint/not-here']],
  ])('%s: %j', (type, expected) => {
    expect(field(type)).toEqual(expected);
  });
});

describe('a constraint', () => {
  it.each([
    ['int pattern /a/', ['4:15 constraint/not-here']],
    ['uuid max 3', ['4:16 constraint/not-here']],
    ['string distinct', ['4:18 constraint/not-here']],
    ['int min 3 max 2', ['4:15 constraint/order']],
    ['string min 300', ['4:18 constraint/order']],
    ['text min 300', []],
    ['int min 1.5', ['4:19 constraint/number']],
    ['int max 3000000000', ['4:19 constraint/number']],
    ['bigint max 3000000000', []],
    ['decimal(5,2) min 0.001', ['4:28 constraint/number']],
    ['decimal(5,2) max 9999', ['4:28 constraint/number']],
    ['string max 0', ['4:22 constraint/number']],
    ['string max -1', ['4:22 constraint/number']],
    ['list(int) min 3 max 2', ['4:21 constraint/order']],
    ['string pattern /(a/', ['4:26 constraint/pattern']],
    ['string pattern /(?=a)/', ['4:26 constraint/pattern']],
    ['string pattern /(a+)+/', ['4:26 constraint/pattern']],
    ['int? default 3', ['4:16 constraint/default-optional']],
    ['int default x', ['4:23 constraint/literal']],
    ['int min 3 default 2', ['4:29 constraint/literal']],
    ['string max 2 default abc', ['4:32 constraint/literal']],
    ['string pattern /[a-z]+/ default A', ['4:43 constraint/literal']],
    ['bool default yes', ['4:24 constraint/literal']],
    ['date default 2026-02-30', ['4:24 constraint/literal']],
    ['date default 2024-02-29', []],
    ['datetime default 2026-01-01', ['4:28 constraint/literal']],
    ['datetime default 2026-01-01T00:00:00.1234567Z', ['4:28 constraint/literal']],
    ['datetime default now', []],
    ['int default now', ['4:23 constraint/literal']],
    ['duration default 3h', ['4:28 constraint/literal']],
    ['duration default PT3H', []],
    ['duration default P3652500D', []],
    ['duration default -P3652501D', ['4:28 constraint/literal']],
    ['duration default PT999999999999S', ['4:28 constraint/literal']],
    ['datetime default 0001-01-01T00:00:00+00:01', ['4:28 constraint/literal']],
    ['datetime default 9999-12-31T23:59:59.999999-00:01', ['4:28 constraint/literal']],
    ['datetime default 9999-12-31T23:59:59.999999Z', []],
    ['text default "a\\u0000b"', ['4:24 constraint/literal']],
    ['string default "half \\ud83d"', ['4:26 constraint/literal']],
    ['text default "\\ud83d\\ude00 \\u0007"', []],
    ['uuid default 3', ['4:24 constraint/literal']],
    ['decimal(5,2) default 1.234', ['4:32 constraint/literal']],
    ['bigint default 9223372036854775808', ['4:26 constraint/literal']],
    ['enum(A, B) default C', ['4:30 constraint/literal']],
    ['json default x', ['4:24 constraint/literal']],
  ])('%s: %j', (type, expected) => {
    expect(field(type)).toEqual(expected);
  });
});

describe('a value object', () => {
  it.each([
    ['Money: int?', ['2:10 value-object/optional']],
    ['Money: int default 3', ['2:14 constraint/not-here']],
    ['Money: list(int)', ['2:10 value-object/no-scalar']],
    ['Money: enum(A, B)', ['2:10 value-object/no-scalar']],
    ['Money: { amount: int? }', ['2:3 value-object/all-optional']],
    ['Money: {}', ['2:3 value-object/all-optional']],
    ['Money: { amount: int unique }', ['2:24 constraint/not-here']],
    ['Money: { money: Money }', ['2:3 value-object/contains-itself']],
    [
      'Money: { a: int, of: list(Coin) }\n  Coin: { money: Money? , b: int }',
      ['2:3 value-object/contains-itself', '3:3 value-object/contains-itself'],
    ],
    ['Money: { aB: int, ab: int, a_b: int }', ['2:30 name/spelling', '2:30 name/clash']],
    ['money: int', ['2:3 name/spelling']],
  ])('%s: %j', (text, expected) => {
    expect(findings(`valueObjects:\n  ${text}`)).toEqual(expected);
  });

  it('takes no constraints where it is used, but a default if it is a scalar', () => {
    const more = 'valueObjects: { Code: string max 5, Pair: { a: int, b: int } }';
    expect(field('Code max 3', more)).toEqual(['4:16 constraint/not-here']);
    expect(field('Code unique default abc', more)).toEqual([]);
    expect(field('Code default abcdef', more)).toEqual(['4:24 constraint/literal']);
    expect(field('Pair unique', more)).toEqual(['4:16 constraint/unique']);
    expect(field('Pair default x', more)).toEqual(['4:24 constraint/literal']);
  });
});

describe('an aggregate', () => {
  it.each([
    ['fields: { version: int }', ['3:15 name/implied']],
    ['fields: { createdAt: datetime }', ['3:15 name/implied']],
    ['fields: { status: int }\n    lifecycle: { field: status, states: [B] }', ['3:15 name/implied']],
    ['fields: { limitPrice: int, limitprice: int, limitPRice: int }', []],
    ['fields: { userID: int, userId: int }', ['3:28 name/clash']],
    ['fields: { Name: int }', ['3:15 name/spelling']],
    ['lifecycle: { states: [B] }', ['3:5 lifecycle/incomplete']],
    ['lifecycle: { field: status }', ['3:5 lifecycle/incomplete']],
    ['lifecycle: { field: status, states: [B, B] }', ['3:45 name/clash']],
    ['persistence: files', ['3:18 model/persistence']],
    ['unique: [[x]]', ['3:15 path/unknown']],
    ['fields: { a: int }\n    unique: [[a, a]]', ['4:14 aggregate/unique']],
    ['fields: { a: int }\n    unique: [[]]', ['4:14 aggregate/unique']],
    ['fields: { a: list(int) }\n    unique: [[a]]', ['4:15 constraint/unique']],
    ['entities: { B: { c: C? }, C: { b: B? } }', ['3:17 entity/contains-itself', '3:31 entity/contains-itself']],
    ['entities: { B: { c: int } }', ['3:17 entity/unused (warning)']],
    ['fields: { id: json }', ['3:19 identity/type']],
    ['fields: { id: uuid? }', ['3:19 identity/optional']],
    ['fields: { id: uuid default 3 }', ['3:24 constraint/not-here']],
    ['fields: { id: ref(A) }', ['3:15 identity/cycle']],
  ])('%s: %j', (text, expected) => {
    expect(findings(`aggregates:\n  A:\n    ${text}`)).toEqual(expected);
  });

  it('keeps entities to itself', () => {
    const yaml =
      'aggregates:\n  A:\n    fields: { l: list(Line) }\n    entities: { Line: { b: int } }\n  B:\n    fields: { l: Line, r: ref(Line) }';
    expect(findings(yaml)).toEqual(['6:18 type/entity-outside', '6:31 type/entity-outside']);
    expect(field('map(string, Line)', '    entities: { Line: { b: int } }')).toContain('4:23 type/map-of-entities');
  });

  it('has no identity of several fields', () => {
    expect(findings('valueObjects: { Key: { a: int, b: int } }\naggregates:\n  A:\n    fields: { id: Key }')).toEqual([
      '4:19 refused/composite-identity',
    ]);
  });
});

describe('an operation', () => {
  it.each([
    ['      close: { from: NEW, to: SHUT }', ['7:31 operation/unknown-state']],
    ['      get: {}', ['7:7 operation/name']],
    ['      version: {}', ['7:7 name/implied']],
    ['      Close: {}', ['7:7 name/spelling']],
    ['      rename: { set: [nam] }', ['7:23 operation/unknown-field']],
    ['      rename: { set: [status] }', ['7:23 operation/sets-state']],
    ['      rename: { set: [id] }', ['7:23 operation/sets-identity']],
    ['      rename: { set: [name = none] }', ['7:30 operation/clears-required']],
    ['      rename: { set: [note = none, tags = none] }', []],
    ['      rename: { set: [when = now, name = computed] }', []],
    ['      rename: { set: [name = now] }', []],
    ['      rename: { set: [tags = x] }', ['7:30 constraint/literal']],
    ['      rename: { set: [name, name] }', ['7:29 operation/changed-twice']],
    ['      tag: { add: name }', ['7:19 operation/no-list']],
    ['      tag: { add: tagz }', ['7:19 operation/unknown-field']],
    ['      tag: { add: tags, set: [tags] }', ['7:19 operation/changed-twice']],
    ['      tag: { add: tags, remove: tags }', ['7:33 name/clash']],
    ['      line: { add: lines, remove: lines }', []],
    ['      tag: { add: tags, input: { value: int } }', ['7:34 name/clash']],
    ['      tag: { input: { id: uuid, expectedVersion: int } }', ['7:23 name/implied', '7:33 name/implied']],
    ['      drop: { deletes: true, set: [name], to: DONE }', ['7:7 operation/deletes', '7:7 operation/deletes']],
    ['      create: { deletes: true }', ['7:17 operation/create']],
    ['      create: { from: NEW }', ['7:7 operation/create']],
    ['      create: { set: [note] }', ['7:7 operation/create-misses-field']],
    ['      go: { emits: [Went, Went] }', ['7:27 operation/emits-twice']],
    ['      go: { to: OPEN, emits: { DONE: Went } }', ['7:32 operation/unknown-state']],
    ['      go: { emits: other.Went }', ['7:20 event/foreign-emitted']],
    ['      go: { emits: went }', ['7:20 name/spelling']],
    ['      go: { requires: { bad: It is } }', ['7:25 name/spelling']],
    ['      go: { requires: { Fine: One } }\n      do: { requires: { Fine: Two } }', ['8:25 rule/two-texts']],
    ['      go: { requires: { Fine: One } }\n      do: { requires: { Fine: One } }', []],
  ])('%s: %j', (yaml, expected) => {
    expect(operations(yaml)).toEqual(expected);
  });

  it.each([
    ['tags: list(string) min 1', 'create: { set: [] }', ['5:7 operation/create-misses-field']],
    ['tags: "map(string, int) min 1"', 'create: { set: [] }', ['5:7 operation/create-misses-field']],
    ['tags: list(string) min 0', 'create: { set: [] }', []],
    ['tags: list(string) min 1', 'create: { set: [tags] }', []],
    ['tags: list(string) min 1', 'create: { set: [], add: tags }', []],
    ['tags: list(string) min 2', 'create: { set: [], add: tags }', ['5:7 operation/create-misses-field']],
    ['tags: list(string) min 1', 'create: { set: [tags = computed] }', []],
    ['tags: list(string) min 1', 'create: { set: [tags = none] }', ['5:30 operation/clears-required']],
    ['tags: list(string) min 1', 'wipe: { set: [tags = none] }', ['5:28 operation/clears-required']],
    ['tags: list(string)', 'wipe: { set: [tags = none] }', []],
  ])('leaves as much in a list as has to be there: %s, %s', (field, operation, expected) => {
    const yaml = `aggregates:\n  A:\n    fields: { ${field} }\n    operations:\n      ${operation}`;
    expect(findings(yaml)).toEqual(expected);
  });

  it('needs a lifecycle for its states', () => {
    expect(findings('aggregates:\n  A:\n    operations: { go: { from: NEW } }')).toEqual([
      '3:31 operation/no-lifecycle',
    ]);
  });

  it('of an aggregate kept as events emits one', () => {
    expect(findings('aggregates:\n  A:\n    persistence: events\n    operations: { go: {} }')).toEqual([
      '4:19 operation/emits-nothing',
    ]);
  });
});

describe('a finder', () => {
  it.each([
    ['get: {}', ['4:16 finder/name']],
    ['by: {}\n    operations: { by: {} }', ['4:16 finder/name']],
    ['list: { by: [x] }', ['4:29 path/unknown']],
    ['list: { by: [a.b] }', ['4:29 path/not-inside']],
    ['list: { by: [m] }', ['4:29 finder/filter']],
    ['list: { by: [m.amount?, m.currency, l, id, createdAt], sort: [m.amount desc, id] }', []],
    ['list: { by: [m.amont] }', ['4:29 path/unknown']],
    ['list: { by: [a, a] }', ['4:32 name/clash']],
    ['list: { sort: a down }', ['4:32 finder/sort']],
    ['list: { sort: l }', ['4:30 finder/sort']],
    ['list: { sort: a desc x }', ['4:37 finder/sort']],
  ])('%s: %j', (finder, expected) => {
    const yaml = `aggregates:\n  A:\n    fields: { a: int, m: Money, l: list(int) }\n    finders: { ${finder.split('\n')[0]} }\n${finder.split('\n')[1] ?? ''}\nvalueObjects: { Money: { amount: int, currency: string } }`;
    expect(findings(yaml)).toEqual(expected);
  });
});

describe('an event', () => {
  it.each([
    ['Went: {}', ['5:3 event/never-emitted (warning)']],
    ['Done: { id: uuid, aId: ref(A), occurredAt: datetime, version: bigint }', []],
    ['Done: { occurredAt: date }', ['5:11 event/implied-field']],
    ['Done: { name: int }', ['5:11 event/not-filled (warning)']],
    ['Done: { note: string }', ['5:11 event/not-filled (warning)']],
    ['Done: { nobody: string }', []],
    ['Done: { a: int, a: int }', ['5:19 yaml/duplicate-key']],
    ['other.Done: { a: Strange }', ['5:20 type/unknown']],
    ['shop.Done: {}', ['5:3 event/own-context']],
    ['Other.Done: {}', ['5:3 event/foreign-name']],
  ])('%s: %j', (event, expected) => {
    const yaml = `aggregates:\n  A:\n    { fields: { name: string, note: string? }, operations: { go: { emits: Done } } }\nevents:\n  ${event}`;
    expect(findings(yaml)).toEqual(expected);
  });

  it('belongs to one aggregate', () => {
    expect(
      findings(
        'aggregates:\n  A: { operations: { go: { emits: Done } } }\n  B: { operations: { go: { emits: Done } } }',
      ),
    ).toEqual(['3:35 event/two-owners']);
  });

  it('that nobody declares has one type per field', () => {
    const yaml =
      'aggregates:\n  A:\n    operations:\n      go: { input: { x: int }, emits: Done }\n      do: { input: { x: string }, emits: Done }';
    expect(findings(yaml)).toEqual(['5:42 event/types-differ']);
  });
});

describe('what stands around the aggregates', () => {
  const base =
    'aggregates: { A: { fields: { name: string }, operations: { go: { input: { why: string }, emits: Gone } } } }\nenums: { Kind: [X, Y] }\n';

  it.each([
    ['adapters: { G: { operations: { go: { input: { a: A } } } } }', ['3:50 type/aggregate-by-value']],
    ['adapters: { G: {} }', ['3:13 adapter/no-operations']],
    ['adapters: { G: { select: Kin, operations: { go: {} } } }', ['3:26 adapter/select']],
    ['adapters: { G: { select: Kind, env: [A_URL], operations: { go: {} } } }', ['3:37 adapter/env']],
    ['adapters: { G: { env: { X: [A_URL] }, operations: { go: {} } } }', ['3:25 adapter/env']],
    ['adapters: { G: { select: Kind, env: { Z: [A_URL] }, operations: { go: {} } } }', ['3:39 adapter/env']],
    [
      'adapters: { G: { env: [url, DATABASE_URL, A_KEY, A_KEY], operations: { go: {} } } }',
      ['3:24 adapter/env-name', '3:29 adapter/env-name', '3:50 adapter/env-name'],
    ],
    ['services: { S: { go: { input: { a: A }, output: list(A) } } }', []],
    ['services: { S: { go: { output: int unique } } }', ['3:36 constraint/not-here']],
    ['useCases: { U: { action: go } }', ['3:13 use-case/aggregate']],
    ['useCases: { U: { aggregate: B } }', ['3:29 use-case/aggregate']],
    ['useCases: { U: { aggregate: A, action: gone } }', ['3:40 use-case/action']],
    ['useCases: { U: { aggregate: A, action: go, input: { a: int } } }', ['3:13 use-case/action-shape']],
    ['useCases: { U: { aggregate: A, action: go, kind: query } }', ['3:50 use-case/kind']],
    ['useCases: { U: { aggregate: A, kind: job } }', ['3:38 use-case/kind']],
    ['useCases: { U: { aggregate: A, uses: [B] } }', ['3:39 use-case/uses']],
    ['useCases: { U: { aggregate: A, uses: [A, A] } }', ['3:42 use-case/uses']],
    ['useCases: { GoA: { aggregate: A } }', ['3:13 name/clash']],
    [
      'useCases: { U: { aggregate: A, kind: query, input: { pageSize: int }, output: list(A) } }',
      ['3:54 name/implied'],
    ],
    ['useCases: { U: { aggregate: A, input: { pageSize: int }, output: list(A) } }', []],
    ['policies: { P: { run: GoA } }', ['3:13 policy/incomplete']],
    ['policies: { P: { on: Gone } }', ['3:13 policy/incomplete']],
    ['policies: { P: { on: Gon, run: GoA } }', ['3:22 policy/unknown-event']],
    ['policies: { P: { on: other.Gone, run: GoA } }', ['3:22 policy/unknown-event']],
    ['policies: { P: { on: Gone, run: Go } }', ['3:33 policy/unknown-use-case']],
    ['policies: { P: { on: Gone, run: GetA } }', ['3:33 policy/query']],
    ['policies: { P: { on: Gone, run: GoA } }', []],
    ['policies: { P: { on: ACreated, run: GoA } }', ['3:37 policy/input-unfilled']],
    ['policies: { P: { on: ACreated, run: GoA, with: { why: name } } }', []],
    ['policies: { P: { on: ACreated, run: GoA, with: { why: nam } } }', ['3:55 policy/unknown-field']],
    ['policies: { P: { on: ACreated, run: GoA, with: { why: occurredAt } } }', ['3:55 policy/type-differs']],
    ['policies: { P: { on: Gone, run: GoA, with: { wy: why } } }', ['3:46 policy/unknown-input']],
    ['grpc: { S: [GoA] }', ['3:9 grpc/service-suffix']],
    ['grpc: { AService: [Go] }', ['3:20 grpc/unknown-use-case']],
    ['grpc: { AService: [GoA, GoA] }', ['3:25 grpc/exposed-twice']],
    ['grpc: { AService: [] }', ['3:9 grpc/empty-service']],
    ['grpc: {}', []],
    ['language: rust', ['3:11 model/language']],
    ['database: oracle', ['3:11 model/database']],
  ])('%s: %j', (yaml, expected) => {
    expect(findings(base + yaml)).toEqual(expected);
  });

  it('names its context', () => {
    expect(resolveYaml('enums: {}').diagnostics.map((each) => each.rule)).toEqual(['model/context']);
    expect(resolveYaml('context: Market').diagnostics.map((each) => each.rule)).toEqual(['name/spelling']);
  });
});

describe('names that would meet', () => {
  it.each([
    ['enums: { Order: [A] }\naggregates: { Order: {} }', ['2:15 name/clash']],
    [
      'enums: { OrderStatus: [A] }\naggregates: { Order: { lifecycle: { field: status, states: [B] } } }',
      ['2:44 name/clash'],
    ],
    ['enums: { MoneyKind: [A] }\nvalueObjects: { Money: { kind: enum(B) } }', ['2:32 name/clash']],
    ['valueObjects: { OrderCreated: int }\naggregates: { Order: {} }', ['2:15 name/clash']],
    ['valueObjects: { Oauth: int, OAuth: int }', ['1:29 name/clash']],
    ['valueObjects: { OrderId: int }\naggregates: { Order: {} }', ['2:15 name/clash']],
    ['valueObjects: { OrderId: int }\naggregates: { Order: { fields: { id: OrderId } } }', []],
    ['services: { GetOrder: { a: {} } }\naggregates: { Order: {} }', ['2:15 name/clash']],
    ['valueObjects: { GetOrderRequest: { a: int } }\naggregates: { Order: {} }', ['2:15 name/clash']],
    ['aggregates: { Order: {}, Orders: {} }', ['1:26 name/clash', '1:26 name/clash']],
    ['enums: { Type: [A_B], TypeA: [B] }', ['1:23 name/clash']],
    ['enums: { Type: [X_1, X1] }', ['1:10 name/clash']],
    ['enums: { Type: [A_B, AB] }', []],
    [
      'valueObjects: { Price: { currency: int } }\naggregates: { Order: { fields: { limitPrice: Price, limitPriceCurrency: int } } }',
      ['2:34 name/clash'],
    ],
    [
      'valueObjects: { Moment: { at: int } }\naggregates: { Order: { fields: { created: Moment } } }',
      ['2:34 name/clash'],
    ],
    [
      'aggregates: { Order: { operations: { placeBulk: {} } }, BulkOrder: { operations: { place: {} } } }',
      ['1:84 name/clash'],
    ],
    [
      'aggregates: { Order: { entities: { Line: { a: int } }, fields: { l: list(Line) } }, Line: {} }',
      ['1:36 entity/unused (warning)', '1:36 name/clash', '1:74 type/aggregate-by-value', '1:85 name/clash'],
    ],
  ])('%s: %j', (yaml, expected) => {
    expect(findings(yaml)).toEqual(expected);
  });
});

describe('another context that is known', () => {
  const accounts = resolveYaml(
    'context: accounts\naggregates: { Account: { fields: { name: string }, operations: { freeze: { input: { cause: string }, emits: AccountFrozen } } } }',
  ).model;
  const check = (yaml: string) =>
    resolveYaml(`context: shop\n${yaml}`, { knownContexts: accounts === undefined ? [] : [accounts] }).diagnostics.map(
      (each) => `${each.span.start.line}:${each.span.start.column} ${each.rule}`,
    );

  it.each([
    ['aggregates: { A: { fields: { a: ref(accounts.Account), b: ref(accounts.Acount) } } }', ['2:63 type/unknown-ref']],
    ['aggregates: { A: { fields: { a: ref(unknown.Account) } } }', []],
    ['events: { accounts.AccountFrozen: { accountId: uuid, cause: string, occurredAt: datetime } }', []],
    ['events: { accounts.AccountFrozn: {} }', ['2:11 event/unknown-foreign']],
    ['events: { accounts.AccountFrozen: { reason: string } }', ['2:37 event/unknown-foreign']],
  ])('%s: %j', (yaml, expected) => {
    expect(check(yaml)).toEqual(expected);
  });
});
