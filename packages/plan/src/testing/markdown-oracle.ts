import { Parser, type Node } from 'commonmark';

/** What CommonMark's reference implementation sees, by line (from 1). */
export interface SeenByMarkdown {
  readonly headings: readonly string[];
  readonly fences: readonly string[];
  readonly tasks: readonly string[];
}

/** The blocks that are looked at; only blocks have a place in the text. */
const BLOCKS: ReadonlySet<Node['type']> = new Set(['heading', 'code_block', 'item']);

/** Headings with `#` outside lists, fences, and list items that begin with a box, all outside block quotes. */
export function seenByMarkdown(text: string): SeenByMarkdown {
  const lines = text.split('\n');
  const seen = { headings: [] as string[], fences: [] as string[], tasks: [] as string[] };
  const walker = new Parser().parse(text).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (!entering || !BLOCKS.has(node.type) || isInside(node, 'block_quote')) continue;
    const line = node.sourcepos[0][0];
    const source = lines[line - 1] ?? '';
    if (node.type === 'heading' && !isInside(node, 'item') && /^[ \t]*#{1,6}([ \t]|$)/.test(source))
      seen.headings.push(`${line} h${node.level}`);
    if (node.type === 'code_block' && node.info !== null && isFence(node, source))
      seen.fences.push(`${line} ${node.info.trim()}`);
    if (node.type === 'item' && beginsWithBox(node, lines)) seen.tasks.push(`${line} ${boxOf(node, lines)}`);
  }
  return seen;
}

function isInside(node: Node, type: Node['type']): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) if (outer.type === type) return true;
  return false;
}

function isFence(node: Node, source: string): boolean {
  return /^(`{3}|~{3})/.test(source.slice(node.sourcepos[0][1] - 1).trimStart());
}

function beginsWithBox(item: Node, lines: readonly string[]): boolean {
  return boxOf(item, lines) !== undefined;
}

function boxOf(item: Node, lines: readonly string[]): string | undefined {
  const first = item.firstChild;
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return undefined;
  const [line, column] = first.sourcepos[0];
  if (line !== item.sourcepos[0][0]) return undefined;
  return /^\[[ xX]\](?=[ \t]+\S)/.exec(lines[line - 1]?.slice(column - 1) ?? '')?.[0];
}
