import * as fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { commentText, docComment, regexLiteral, stringLiteral } from '.';

const HOSTILE = ["it's", '`${process.exit(1)}`', '*/ x /*', '<%= 1 %>', 'a\nb\r\nc\u2028d', '\\', '\u0000', '\ud800'];

/** What JavaScript takes the source for. */
function read(source: string): unknown {
  return runInNewContext(`(${source})`);
}

describe('a string literal', () => {
  it.each(HOSTILE)('reads back as %j', (text) => {
    expect(read(stringLiteral(text))).toBe(text);
  });

  it('reads back whatever the text holds, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(stringLiteral(text)).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(read(stringLiteral(text))).toBe(text);
      }),
    );
  });
});

describe('a comment', () => {
  it('never ends before its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('*', '/', ' ', 'a', '\n', '\u2028', '\\') }), (text) => {
        expect(commentText(text)).not.toMatch(/\*\/|[\n\r\u2028\u2029]/);
        expect(docComment(text).split('*/').length).toBe(docComment(text) === '' ? 1 : 2);
      }),
    );
  });

  it('is none for no text', () => {
    expect(docComment(undefined)).toBe('');
    expect(docComment(' \n ')).toBe('');
  });
});

describe('a pattern', () => {
  it.each([
    ['[A-Z]{3}', 'ABC', 'xABC'],
    ['a|b', 'a', 'ab'],
    ['a/b', 'a/b', 'a/bc'],
    ['`\\$\\{x\\}', '`${x}', '`${y}'],
  ])('%s matches the whole value only', (pattern, whole, part) => {
    const regex = read(regexLiteral(pattern)) as RegExp;
    expect(regex.test(whole)).toBe(true);
    expect(regex.test(part)).toBe(false);
  });
});
