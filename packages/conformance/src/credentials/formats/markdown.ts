import type { SourceFacts } from '@planner/target';
import { formatOfBlock } from './format';
import { isWorthALook } from '../worth-a-look';
import { FoundTexts } from './found-texts';
import { linesOf } from './lines-of';

/** Reads a block of code by its language; undefined for a language that it does not know. */
export type BlockReader = (language: string, code: string) => Pick<SourceFacts, 'texts' | 'comments'> | undefined;

const FENCE = /^[\s>]{0,12}(`{3,}|~{3,})\s*([\w+#.-]*)/;
/** "The password is `x`", "DB password: `x`". */
const TOLD =
  /\b((?:password|passwd|passphrase|secret|token|api key|mật khẩu))\b[^`\n.;]{0,60}?(?:\bis|:|=|\blà)\**\s{0,3}[`"“]([^`"”\s]{4,100})[`"”]/giu;
const CODE = /`([A-Za-z_][\w.]{0,100})\s?[=:]\s?([^`\s]{1,300})`/g;

/** Reads a document in Markdown: the blocks of code by their language, and what is written around them. */
export function readMarkdown(source: string, readBlock: BlockReader = () => undefined): FoundTexts {
  const found = new FoundTexts();
  let block: { fence: string; language: string; from: number } | undefined;
  for (const { text, start } of linesOf(source)) {
    const fence = FENCE.exec(text);
    if (block) {
      if (fence?.[1]?.startsWith(block.fence) && text.trim().replace(/^[> ]+/, '') === fence[1]) {
        readFence(source.slice(block.from, start), block.language, block.from, readBlock, found);
        block = undefined;
      }
    } else if (fence?.[1] !== undefined)
      block = { fence: fence[1], language: fence[2] ?? '', from: start + text.length + 1 };
    else readProse(text, start, found);
  }
  if (block) readFence(source.slice(block.from), block.language, block.from, readBlock, found);
  return found;
}

function readFence(code: string, language: string, from: number, readBlock: BlockReader, found: FoundTexts): void {
  const facts = readBlock(language, code);
  const inside =
    facts && !('errors' in facts && Array.isArray(facts.errors) && facts.errors.length > 0)
      ? facts
      : formatOfBlock(language)(code);
  for (const text of inside.texts)
    found.texts.push({ ...text, at: { start: text.at.start + from, end: text.at.end + from } });
  for (const comment of inside.comments)
    found.comments.push({ ...comment, at: { start: comment.at.start + from, end: comment.at.end + from } });
}

function readProse(text: string, start: number, found: FoundTexts): void {
  if (text.trim() === '') return;
  if (!isWorthALook(text) && !/token|khẩu|key/i.test(text)) return;
  found.add({ kind: 'other' }, text, start, start + text.length, [{ text }]);
  for (const pattern of [TOLD, CODE]) {
    for (const match of text.matchAll(pattern)) {
      const [whole, name = '', value = ''] = match;
      const from = start + match.index + whole.length - value.length - 1;
      found.value(name, ['document'], value, from, from + value.length);
    }
  }
}
