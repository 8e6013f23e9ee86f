import fc from 'fast-check';
import { aggregateTexts } from './aggregate-option';

/** What Nx makes of one or several `--aggregate` options. */
const asNxGivesIt = (...options: string[]) => (options.length === 1 ? (options[0] ?? '').split(',') : options);

describe('the option --aggregate', () => {
  it.each([
    [['Order symbol:string quantity:int']],
    [['Order price:decimal(18,2)']],
    [['Order price:decimal(18,2) side:enum(BUY, SELL) tags:map(string, text)']],
    [['Order symbol:string, quantity:int']],
    [['Order side:enum(BUY,SELL)', 'Line price:decimal(18,2)']],
    [['Order', 'Line']],
  ])('%j comes through Nx unharmed', (options) => {
    expect(aggregateTexts(asNxGivesIt(...options))).toEqual(options);
  });

  it('takes a list in one option apart', () => {
    expect(aggregateTexts(asNxGivesIt('Order symbol:string,Line quantity:int'))).toEqual(['Order symbol:string', 'Line quantity:int']);
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(aggregateTexts(text.split(',')).join(',')).toBe(text);
      }),
    );
  });
});
