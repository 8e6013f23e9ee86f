import { readFlow } from './flow';
import { FoundTexts } from './found-texts';

/** Reads JSON, with comments too, and lines of it. */
export function readJson(source: string, offset = 0): FoundTexts {
  const found = new FoundTexts(offset);
  // A piece of a file may begin inside of an object.
  const text = /^\s*["'][^"'\n]{1,200}["']\s*:/.test(source) ? `{${source}` : source;
  const shift = text.length - source.length;
  const inside = shift === 0 ? found : new FoundTexts(offset - shift);
  for (let index = 0; index < text.length;) index = Math.max(index + 1, readFlow(text, index, text.length, [], inside));
  return inside;
}
