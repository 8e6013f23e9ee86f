import { snakeCase, upperFirst } from '@planner/model';
import type { Draw } from './draw';
import { MEMBERS, OPERATIONS, PLAIN_FIELDS, PLAIN_TYPES, RESERVED_FIELDS, RESERVED_TYPES } from './words';

/** A use case with its messages on the wire. */
export function withMessages(useCase: string): string[] {
  return [useCase, `${useCase}Request`, `${useCase}Response`];
}

/** Hands out names that clash with nothing handed out before. */
export class Names {
  private readonly taken = new Set<string>();

  constructor(
    private readonly draw: Draw,
    private readonly reserved: boolean,
  ) {}

  /** A type name; `also` are names that come into being with it. */
  type(also: (name: string) => string[] = () => []): string {
    const pool = this.reserved ? [...PLAIN_TYPES, ...RESERVED_TYPES] : PLAIN_TYPES;
    return this.free(this.draw.pick(pool) ?? 'Thing', also);
  }

  /** The name itself or, where it is taken, one with letters behind it; undefined never. */
  free(name: string, also: (name: string) => string[] = () => []): string {
    for (let candidate = name, index = 0; ; candidate = `${name}${letters(index++)}`) {
      if (this.claim(candidate, ...also(candidate))) return candidate;
    }
  }

  /** Takes all of the names, or none of them. */
  claim(...names: string[]): boolean {
    const keys = names.map((name) => name.toLowerCase());
    if (new Set(keys).size < keys.length || keys.some((key) => this.taken.has(key))) return false;
    for (const key of keys) this.taken.add(key);
    return true;
  }

  /** Names for members of one owner, different from one another and from `except` on the wire. */
  fields(min: number, max: number, except: readonly string[]): string[] {
    const pool = this.reserved ? [...PLAIN_FIELDS, ...RESERVED_FIELDS] : PLAIN_FIELDS;
    return this.distinct(pool, min, max, except);
  }

  operations(aggregate: string, max: number): string[] {
    return this.distinct(OPERATIONS, 0, max, []).filter((name) =>
      this.claim(...withMessages(upperFirst(name) + aggregate)),
    );
  }

  /** Members of an enum; `X1` and `X_1` are one on the wire. */
  members(min: number): string[] {
    const found = this.distinct(MEMBERS, min, 5, []);
    return found.filter((member) => member !== 'X_1' || !found.includes('X1'));
  }

  private distinct(pool: readonly string[], min: number, max: number, except: readonly string[]): string[] {
    const seen = new Set(except.map(snakeCase));
    return Array.from({ length: this.draw.between(min, max) }, () => {
      const from = this.draw.below(pool.length);
      const name = [...pool.slice(from), ...pool.slice(0, from)].find((each) => !seen.has(snakeCase(each))) ?? '';
      seen.add(snakeCase(name));
      return name;
    }).filter((name) => name !== '');
  }
}

/** A suffix that stays part of the last word: `q`, `r`, … */
function letters(index: number): string {
  return 'qrstuvwz'.charAt(index % 8) + (index >= 8 ? letters(Math.floor(index / 8) - 1) : '');
}

const PLAIN_TEXTS = [
  'A thing happens',
  'It holds',
  'Học phí mới',
  'One and two',
  'Đơn hàng chỉ được giao sau khi đã thanh toán đủ',
  // Letters and marks apart, as some keyboards and file systems write them.
  'Số lượng đặt'.normalize('NFD'),
];
const HOSTILE_TEXTS = [
  '<%= process.exit(1) %>',
  '${process.env.HOME}',
  '`whoami`',
  'it\'s "quoted" \\ back',
  '*/ end /* begin',
  '// comment',
  "'; DROP TABLE orders; --",
  'line one\nline two',
  'tab\there',
  '../../etc/passwd',
  '{{ mustache }} #{ruby} %s %d',
  '</script><!--',
  '"""',
  "'''",
  '\\u0041\\n',
  '# no comment',
  'a: b',
  '- item',
  '[a, b]',
  '{ a: b }',
  '& * ! | > @',
  'null',
  '~',
  'true',
  '0x1F',
  '\u0000\u0007',
  '\u2028\u2029',
  '😀 ünïcödé 中文',
  '   spaces   ',
  'ends with backslash \\',
  '$$ $1 $&',
  '<%# x %>',
  '@Injectable() ;',
  '\r\n',
  'now',
  'computed',
  'none',
];

/** A text that people or attackers write. Never empty. */
export function text(draw: Draw, hostile: boolean): string {
  const pieces = draw.many(1, hostile ? 3 : 1, () =>
    draw.pick(hostile ? [...PLAIN_TEXTS, ...HOSTILE_TEXTS] : PLAIN_TEXTS),
  );
  const joined = pieces.join(' ');
  return joined.trim() === '' ? 'x' : joined;
}
