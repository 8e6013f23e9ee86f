import { bare, field, type Tree } from './tree';

const DOTTED = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;
const LONGEST_NAME = 300;

/** The source of a node. */
export function sourceOf({ start, end }: Tree, text: string): string {
  return text.slice(start, end);
}

/** A name as it is written: `os.environ`, `self.password`; of a call or a subscript, what is called. Undefined for anything else. */
export function dottedName(tree: Tree, text: string): string | undefined {
  const parts: string[] = [];
  let inner = bare(tree);
  for (;;) {
    if (inner.type === 'call') inner = bare(field(inner, 'function') ?? NOTHING);
    else if (inner.type === 'subscript') inner = bare(field(inner, 'value') ?? NOTHING);
    else {
      const written = inner.end - inner.start > LONGEST_NAME ? '' : sourceOf(inner, text).replaceAll(/\s/g, '');
      if (DOTTED.test(written)) return [written, ...parts.reverse()].join('.');
      const [object, attribute] = [field(inner, 'object'), field(inner, 'attribute')];
      if (inner.type !== 'attribute' || object === undefined || attribute === undefined) return undefined;
      parts.push(sourceOf(attribute, text));
      inner = bare(object);
    }
  }
}

export function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

const NOTHING: Tree = { type: '', field: '', start: 0, end: 0, children: [] };
