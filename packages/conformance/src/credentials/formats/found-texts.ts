import { mayMatter, isWorthALook } from '../worth-a-look';
import type { CommentFact, TextContext, TextFact, TextPart } from '@planner/target';

/** `PASSWORD=x` as an item of a list, as compose files and pods write their environment. */
const PAIR = /^([A-Za-z_][\w.-]{0,100})=(.*)$/s;

/** What holds the words of a command: compose files, pods, Dockerfiles in JSON. */
const COMMANDS = /^(?:command|args|entrypoint|cmd|test)$/i;

/** Collects what a reader of a format finds, in the form in which sources of languages are read. */
export class FoundTexts {
  readonly texts: TextFact[] = [];
  readonly comments: CommentFact[] = [];

  constructor(private readonly offset = 0) {}

  /**
   * A value under a name.
   *
   * @param object the names around it, outermost first
   * @param start where its text begins in the source, behind a quote
   * @param end where it ends in the source, before a quote; longer than the text where signs are escaped
   */
  value(name: string, object: readonly string[], text: string, start: number, end: number): void {
    if (mayMatter(name, text)) this.add({ kind: 'property', name, object }, text, start, end);
  }

  /** An item of a list: it goes by the name of the list, or by its own where it is a pair. The words of a command are kept. */
  item(list: string, object: readonly string[], text: string, start: number, end: number): void {
    const pair = PAIR.exec(text);
    if (pair?.[1] !== undefined && pair[2] !== undefined)
      this.value(pair[1], [...object, list], unquoted(pair[2]), start + pair[1].length + 1, end);
    else if (COMMANDS.test(list)) this.add({ kind: 'property', name: list, object }, text, start, end);
    else this.value(list, object, text, start, end);
  }

  other(text: string, start: number, end: number): void {
    if (isWorthALook(text)) this.add({ kind: 'other' }, text, start, end);
  }

  comment(text: string, start: number): void {
    if (!isWorthALook(text)) return;
    this.comments.push({ text, at: { start: this.offset + start, end: this.offset + start + text.length } });
  }

  add(
    context: TextContext,
    text: string,
    start: number,
    end: number,
    parts: readonly TextPart[] = this.withDefaults(text, start),
  ): void {
    this.texts.push({ parts, context, at: { start: this.offset + start, end: this.offset + end } });
  }

  /** `${NAME:-default}` is a hole, and its default a text of its own. */
  private withDefaults(text: string, start: number): TextPart[] {
    if (!text.includes('${')) return [{ text }];
    const parts: TextPart[] = [];
    let done = 0;
    let open = text.indexOf('${');
    while (open >= 0) {
      const close = closing(text, open + 2);
      if (close < 0) break;
      if (open > done) parts.push({ text: text.slice(done, open) });
      const inside = text.slice(open + 2, close);
      const [, variable = '', sign = ''] = /^([A-Za-z_][\w.]{0,200})(:-|-|:=|=|:(?![?+]))?/.exec(inside) ?? [];
      parts.push({ hole: 'environment', name: variable });
      if (sign !== '') {
        const at = variable.length + sign.length;
        const fallback = inside.slice(at).replace(/^(['"])(.*)\1$/s, '$2');
        const from = start + open + 2 + at + (fallback.length < inside.length - at ? 1 : 0);
        if (fallback !== '') this.add({ kind: 'environmentDefault', variable }, fallback, from, from + fallback.length);
      }
      done = close + 1;
      open = text.indexOf('${', done);
    }
    if (done < text.length) parts.push({ text: text.slice(done) });
    return parts;
  }
}

/** The brace that closes the one before `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let index = from; index < text.length; index++) {
    if (text[index] === '{') depth++;
    else if (text[index] === '}' && --depth === 0) return index;
  }
  return -1;
}

function unquoted(text: string): string {
  return text.replace(/^(['"])(.*)\1$/s, '$2');
}
