import { isScalar } from 'yaml';
import type { Node } from 'yaml';

interface FlowItem {
  /** null in a list. */
  readonly key: Node | null;
  readonly value: Node | null;
}
/** `index` is the item that begins here; `torn` the range of a value that spans several items. */
export interface FlowPiece {
  readonly index: number;
  readonly torn?: { readonly from: number; readonly to: number };
}

/**
 * Finds values that YAML tore apart: in `{ price: decimal(18,2), x: int }` the comma ends the value `decimal(18` and
 * `2)` becomes a key of its own. What follows without a value of its own belongs to the torn value until its brackets
 * and quotes close, or as long as it reads like another constraint (`{ reason: string min 1, max 9 }`).
 */
export function splitInFlow(source: string, items: readonly FlowItem[]): FlowPiece[] {
  const pieces: FlowPiece[] = [];
  for (let index = 0; index < items.length;) {
    const start = plainRange(items[index]?.value ?? null);
    let end = start?.to;
    let next = index + 1;
    while (start !== undefined && end !== undefined) {
      const loose = looseRange(items[next]);
      if (loose === undefined) break;
      const constraint = items[next]?.key !== null && CONSTRAINT.test(source.slice(loose.from, loose.to));
      if (!constraint && !isUnfinished(source.slice(start.from, end))) break;
      end = loose.to;
      next++;
    }
    const torn =
      start !== undefined && end !== undefined && next > index + 1 ? { from: start.from, to: end } : undefined;
    pieces.push(torn === undefined ? { index } : { index, torn });
    index = next;
  }
  return pieces;
}

const CONSTRAINT = /^(min|max|pattern|default|unique|distinct)\b/;

/** Brackets or quotes are still open. */
function isUnfinished(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === '\\') at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '(') depth++;
    else if (!quoted && char === ')') depth--;
  }
  return quoted || depth > 0;
}

/** An item that is only a word: a key without a value, or an element of a list. */
function looseRange(item: FlowItem | undefined): { from: number; to: number } | undefined {
  if (item === undefined) return undefined;
  if (item.key === null) return plainRange(item.value);
  return item.value === null ? plainRange(item.key) : undefined;
}

function plainRange(node: Node | null): { from: number; to: number } | undefined {
  if (!isScalar(node) || node.type !== 'PLAIN' || node.range === undefined || node.range === null) return undefined;
  return { from: node.range[0], to: node.range[1] };
}
