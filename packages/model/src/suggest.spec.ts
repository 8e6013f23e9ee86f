import { didYouMean, nearest } from './suggest';

describe('nearest', () => {
  it.each([
    ['Ordr', ['Order', 'Account'], 'Order'],
    ['lifecylce', ['lifecycle', 'fields'], 'lifecycle'],
    ['ORDER', ['Order'], 'Order'],
    ['strnig', ['string', 'text'], 'string'],
    ['Zebra', ['Order', 'Account'], undefined],
    ['x', [], undefined],
  ])('%s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  it('becomes the start of a hint', () => {
    expect(didYouMean('Ordr', ['Order'])).toBe('Did you mean "Order"? ');
    expect(didYouMean('Zebra', ['Order'])).toBe('');
  });
});
