import fc from 'fast-check';
import { Lines } from './lines';

describe('lines of a text', () => {
  const TEXT = 'ab\ncd\r\n\rlast';

  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [5, 2, 3],
    [7, 3, 1],
    [8, 4, 1],
    [12, 4, 5],
    [99, 4, 5],
    [-1, 1, 1],
  ])('offset %i is %i:%i', (offset, line, column) => {
    expect(new Lines(TEXT).position(offset)).toEqual({ line, column });
  });

  it('stand without their ends', () => {
    const lines = new Lines(TEXT);
    expect([0, 1, 2, 3, 4, 5].map((line) => lines.line(line))).toEqual(['', 'ab', 'cd', '', 'last', '']);
  });

  it('give back every offset', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀')).map((parts) => parts.join('')),
        fc.nat(),
        (text, at) => {
          const offset = at % (text.length + 1);
          const lines = new Lines(text);
          expect(lines.offset(lines.position(offset))).toBe(offset);
        },
      ),
    );
  });
});
