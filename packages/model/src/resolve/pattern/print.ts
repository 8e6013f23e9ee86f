import type { PatternNode, Range } from './syntax';

/**
 * A pattern in one spelling that JavaScript with the `u` flag and Python read alike: classes are spelled out (`\d` is
 * `[0-9]`, `.` is everything but a line end), groups do not capture, no anchors.
 */
export function printPattern(node: PatternNode): string {
  switch (node.kind) {
    case 'set':
      return printSet(node.ranges, node.negated);
    case 'sequence':
      return node.items.map((item) => (item.kind === 'choice' ? group(item) : printPattern(item))).join('');
    case 'choice':
      return node.options.map(printPattern).join('|');
    case 'repeat': {
      const item = node.item.kind === 'set' ? printPattern(node.item) : group(node.item);
      return item + printCount(node.min, node.max) + (node.lazy ? '?' : '');
    }
  }
}

function group(node: PatternNode): string {
  return `(?:${printPattern(node)})`;
}

function printCount(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function printSet(ranges: readonly Range[], negated: boolean): string {
  const [only] = ranges;
  if (!negated && ranges.length === 1 && only !== undefined && only[0] === only[1])
    return printCharacter(only[0], /[\^$\\.*+?()[\]{}|/]/);
  const inside = ranges.map(([from, to]) => {
    const ends = [from, to].map((code) => printCharacter(code, /[\^\\[\]\-/|]/));
    return from === to ? ends[0] : `${ends[0]}-${ends[1]}`;
  });
  return `[${negated ? '^' : ''}${inside.join('')}]`;
}

/** `&` and `~` are spelled as codes, because doubled in a class they mean something else to some readers. */
function printCharacter(code: number, special: RegExp): string {
  const char = String.fromCodePoint(code);
  if (special.test(char)) return `\\${char}`;
  if (code < 32 || code === 127 || char === '&' || char === '~') return `\\x${code.toString(16).padStart(2, '0')}`;
  const invisible =
    (code > 127 && code < 161) ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff;
  if (invisible || (code >= 0xd800 && code <= 0xdfff)) return `\\u${code.toString(16).padStart(4, '0')}`;
  return char;
}
