import * as fc from 'fast-check';
import { matchesPattern, readPattern } from '.';

function problemOf(source: string): string {
  const read = readPattern(source);
  return 'problem' in read ? read.problem : '';
}

describe('a pattern in its common spelling', () => {
  it.each([
    ['[A-Z0-9]{3,10}', '[A-Z0-9]{3,10}'],
    ['^abc$', 'abc'],
    ['\\d{4}-\\d{2}', '[0-9]{4}-[0-9]{2}'],
    ['\\w+', '[0-9A-Z_a-z]+'],
    ['[\\s.-]', '[\\x09-\\x0d .\\-]'],
    ['\\S+', '[^\\x09-\\x0d ]+'],
    ['.*', '[^\\x0a\\x0d]*'],
    ['(a|b)c', '(?:a|b)c'],
    ['a/b', 'a\\/b'],
    ['[a&&b]', '[a\\x26\\x26b]'],
    ['[À-ỹ ]+', '[À-ỹ ]+'],
    ['a\\.b', 'a\\.b'],
    ['\\x41\\u0042', 'AB'],
    ['[a-z]+(-[a-z]+)*', '[a-z]+(?:-[a-z]+)*'],
    ['a*?', 'a*?'],
    ['', ''],
  ])('%s is %s', (source, pattern) => {
    expect(readPattern(source)).toEqual({ pattern });
  });

  it('means what the source meant, on strings of its own alphabet', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '\\d', '\\w', '.', '(?:a|b)', '(ab)');
    const piece = fc.tuple(atom, fc.constantFrom('', '?', '*', '+', '{2}', '{1,3}')).map((parts) => parts.join(''));
    const source = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(source, fc.stringMatching(/^[ab1_ -]{0,6}$/), (pattern, value) => {
        const read = readPattern(pattern);
        fc.pre('pattern' in read);
        expect(matchesPattern(read.pattern, value)).toBe(new RegExp(`^(?:${pattern})$`, 'u').test(value));
      }),
    );
  });
});

describe('what two languages do not read alike', () => {
  it.each([
    ['(?=a)b', /look-around/i],
    ['(?<!a)b', /look-around/i],
    ['(a)\\1', /back-references/i],
    ['(?<name>a)', /plain groups/],
    ['(?i)a', /plain groups/],
    ['\\p{L}', /every language/],
    ['\\bword', /every language/],
    ['a^b', /anchors/],
    ['[]', /empty/],
    ['[z-a]', /range/],
    ['[\\D]', /inside a class/],
    ['(a', /never closed/],
    ['a)', /closes nothing/],
    ['*a', /stands alone/],
    ['a**', /behind a quantifier/],
    ['a{3,1}', /wrong order/],
    ['{', /stands alone/],
    ['[a', /never closed/],
    ['\\', /backslash/],
    ['a'.repeat(1001), /at most/],
    ['('.repeat(60) + ')'.repeat(60), /too deeply/],
  ])('%s is refused', (source, problem) => {
    expect(problemOf(source)).toMatch(problem);
  });
});

describe('a pattern that could explode', () => {
  it.each([
    '(a+)+',
    '(a*)*',
    '(a|a)*',
    '(a|ab|b)*',
    '(\\w+\\s?)*',
    '(.*a)+',
    '([a-z]+[0-9]?)*',
    '(a{1,20}){1,20}',
    '((((a{8}){8}){8}){8}){8}',
  ])('%s is refused', (source) => {
    expect(problemOf(source)).toContain('exponential');
  });

  it.each([
    '[a-z]+(-[a-z]+)*',
    '([a-z]+-)*[a-z]+',
    '[A-Z0-9]{3,10}',
    '(\\d{3}-)?\\d{4}',
    '[^@ ]+@[^@ ]+\\.[a-z]{2,}',
    '(a|b)*c',
    '([0-9]{1,3}\\.){3}[0-9]{1,3}',
    '[a-z]?'.repeat(100),
  ])('%s is not', (source) => {
    expect(readPattern(source)).toHaveProperty('pattern');
  });
});

it('reading never throws', () => {
  const hostile = fc.stringMatching(/^[ab\\[\]{}()|*+?.^$\-0-9,dwsDWS]{0,30}$/);
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (source) => {
      const read = readPattern(source);
      if ('pattern' in read) expect(() => matchesPattern(read.pattern, 'abc')).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
