import { Registry } from './registry';

describe('names of types', () => {
  it('are unique, and none means something else in the language', () => {
    const registry = new Registry({}, new Set(['Map']));
    expect(registry.type('Order', 'a.ts').name).toBe('Order');
    expect(registry.type('Order', 'b.ts').name).toBe('Order_');
    expect(registry.type('Map', 'map.ts').name).toBe('Map_');
  });

  it('keep clear of those that files of a plan say', () => {
    const registry = new Registry({ 'domain/entity/Order.Fill': { path: 'fill.ts', className: 'Fill' } }, new Set());
    expect(registry.type('Fill', 'other.ts').name).toBe('Fill_');
    expect(registry.artifact('domain/entity', 'Order.Fill', 'OrderFill', 'usual.ts')).toEqual({
      name: 'Fill',
      file: 'fill.ts',
    });
  });

  it('are the usual ones where two files of a plan say the same', () => {
    const placements = {
      'domain/aggregate/Order': { path: 'domain/order.ts', className: 'Order' },
      'application/dto/Order': { path: 'dtos/order.ts', className: 'Order' },
    };
    const registry = new Registry(placements, new Set());
    expect(registry.artifact('domain/aggregate', 'Order', 'Order', 'usual.ts').name).toBe('Order');
    expect(registry.artifact('application/dto', 'Order', 'OrderDto', 'usual.ts')).toEqual({
      name: 'OrderDto',
      file: 'dtos/order.ts',
    });
  });
});

it('paths are unique, whatever the case of their letters', () => {
  const registry = new Registry({ 'domain/enum/Side': { path: 'src/side.ts', className: 'Side' } }, new Set());
  expect(registry.file('src/side.ts')).toBe('src/side_.ts');
  expect(registry.file('src/Side.ts')).toBe('src/Side__.ts');
});
