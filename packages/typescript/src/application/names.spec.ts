import { contextModelOf } from '@planner/testing';
import { createNames } from '../names';
import { dependencies } from './dependencies';
import { createApplicationNames } from './names';

function namesOf(yaml: string) {
  const model = contextModelOf(yaml);
  return { model, names: createApplicationNames(model, createNames(model)) };
}

describe('names of the application layer', () => {
  it.each([
    ['Order', 'orders', 'order'],
    ['SalesPerson', 'salesPeople', 'salesPerson'],
    ['Sheep', 'sheep', 'sheep_'],
    ['Class', 'classes', 'class_'],
    ['Command', 'commands', 'command_'],
    ['Rule', 'rules_', 'rule'],
    ['Thi', 'this_', 'thi'],
  ])('%s is reached by %s and called %s', (aggregate, many, one) => {
    const { names } = namesOf(`context: shop\naggregates: { ${aggregate}: { fields: { note: string } } }`);
    expect(names.aggregate(aggregate)).toMatchObject({ repositories: many, local: one });
  });

  it('keep methods from changing what an object is', () => {
    const { names } = namesOf(
      'context: shop\naggregates: { Order: { fields: { note: string unique }, finders: { then: { by: note }, constructor: {} } } }\nadapters: { Bank: { env: [BANK_URL], operations: { then: {}, toString: {} } } }',
    );
    expect(names.aggregate('Order').finders.get('then')?.method).toBe('then_');
    expect(names.aggregate('Order').finders.get('constructor')?.method).toBe('constructor_');
    expect([...names.adapter('Bank').operations.values()].map(({ method }) => method)).toEqual(['then_', 'toString_']);
  });

  it('leave the fixed names of the layer alone', () => {
    const { names } = namesOf('context: shop\naggregates: { Page: { fields: { note: string } }, UnitOfWork: { fields: { note: string } } }\nadapters: { Clock: { env: [CLOCK_URL], operations: { now: {} } } }');
    expect(names.unitOfWork.name).toBe('UnitOfWork');
    expect(names.adapter('Clock').port).toEqual({ name: 'Clock_', file: 'src/application/ports/clock.ts' });
    expect(names.clock).toEqual({ name: 'Clock', file: 'src/application/ports/clock_.ts' });
    expect(names.aggregate('Page').dto.name).toBe('PageDto');
  });

  it('tell apart what a constructor is given', () => {
    const { model, names } = namesOf(`
context: shop
aggregates: { Order: { fields: { note: string } } }
services: { Clock: { tick: {} }, Execute: { go: {} }, OrderQueries2: { go: {} } }
adapters: { Ids: { env: [IDS_URL], operations: { next: {} } } }
useCases:
  Place: { aggregate: Order, action: create, uses: [Clock, Execute, Ids.next] }
  Look: { kind: query, aggregate: Order, output: int, uses: [Order, Clock] }`);
    const parameters = (name: string) => dependencies(model.useCases.find((each) => each.name === name)!, names).map(({ kind, parameter }) => `${kind} ${parameter}`);
    expect(parameters('Place')).toEqual(['unitOfWork unitOfWork', 'clock clock', 'ids ids', 'service clock_', 'service execute_', 'adapter ids_']);
    expect(parameters('Look')).toEqual(['queries orderQueries', 'service clock']);
  });
});
