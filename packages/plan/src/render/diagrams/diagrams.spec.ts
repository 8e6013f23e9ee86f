import fc from 'fast-check';
import { arbitraryContextModel } from '../../testing/arbitrary-context-model';
import { mermaidProblems } from '../../testing/mermaid';
import { modelOf } from '../../testing/plan-input';
import { classDiagrams } from './class-diagram';
import { stateDiagram } from './state-diagram';

const model = modelOf(`
context: broker
valueObjects:
  Quantity: int min 1
  Money: { amount: "decimal(18,2)", currency: "enum(VND, USD)" }
aggregates:
  Order:
    fields: { accountId: ref(Account), instrumentId: ref(market-data.Instrument), limit: Money?, fills: list(Fill) max 500, tags: "map(string, int)" }
    entities:
      Fill: { quantity: Quantity }
    lifecycle: { field: status, states: [PENDING, NOTE, DONE] }
    operations:
      open: { from: PENDING, to: NOTE }
      touch: { from: [PENDING, NOTE], emits: OrderTouched }
      drop: { from: NOTE, deletes: true }
  Account:
    fields: { name: string }
`);

describe('the class diagram', () => {
  const [diagram] = classDiagrams(model);

  it.each([
    [
      'the root with its methods',
      '  class Order {\n    <<aggregate root>>\n    +OrderId id\n    +AccountId accountId\n    +InstrumentId instrumentId\n    +Money? limit\n    +list~Fill~ fills\n    +map~string, int~ tags\n    +OrderStatus status\n    +create(',
    ],
    ['entities inside', '  Order *-- "0..500" Fill : fills'],
    ['value objects', '  Order --> "0..1" Money : limit'],
    ['value objects of entities', '  class Quantity {\n    <<value object>>\n    +int value\n  }'],
    ['enums inside value objects', '  class MoneyCurrency {\n    <<enumeration>>\n    VND\n    USD\n  }'],
    ['references by identity', '  Order ..> "1" Account : accountId'],
    ['references to other contexts', '  class Instrument_of_market_data["market-data.Instrument"]'],
  ])('shows %s', (_, part) => {
    expect(diagram?.text).toContain(part);
  });

  it('is split where a context is large, without losing an aggregate', () => {
    const names = Array.from({ length: 100 }, (_, index) => `Part${index}`);
    const large = modelOf(
      `context: big\naggregates:\n${names.map((name) => `  ${name}: { fields: { a: string, b: int, c: ref(Part0) } }`).join('\n')}\n`,
    );
    const diagrams = classDiagrams(large);
    expect(diagrams.flatMap((each) => each.aggregates)).toEqual(names);
    expect(Math.max(...diagrams.map((each) => each.text.length))).toBeLessThan(9000);
  });
});

describe('the state diagram', () => {
  it('leads from the initial state over every operation to the end', () => {
    const [order] = model.aggregates;
    expect(order?.lifecycle && stateDiagram(order, order.lifecycle).split('\n')).toEqual([
      'stateDiagram-v2',
      '  state "NOTE" as s_NOTE',
      '  DONE',
      '  [*] --> PENDING : create',
      '  PENDING --> s_NOTE : open',
      '  PENDING --> PENDING : touch',
      '  s_NOTE --> s_NOTE : touch',
      '  s_NOTE --> [*] : drop',
    ]);
  });
});

it('Mermaid draws every diagram of random models', () => {
  const models = fc.sample(arbitraryContextModel, { numRuns: 20, seed: 35 });
  const diagrams = [model, ...models].flatMap((each) => [
    ...classDiagrams(each).map(({ text }) => text),
    ...each.aggregates.flatMap((aggregate) =>
      aggregate.lifecycle ? [stateDiagram(aggregate, aggregate.lifecycle)] : [],
    ),
  ]);
  const problems = mermaidProblems(diagrams).map((problem, index) =>
    problem === '' ? '' : `${problem}\n${diagrams[index]}`,
  );
  expect(problems.filter((problem) => problem !== '')).toEqual([]);
}, 120_000);

it('Mermaid refuses what is no diagram', () => {
  expect(mermaidProblems(['classDiagram\n  class Order {{{'])[0]).toContain('Parse error');
}, 120_000);
