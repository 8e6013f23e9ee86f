import { FoundTexts } from './found-texts';

/** Reads SQL: the whole text is one, for a statement may take many lines. */
export function readSql(source: string, offset = 0): FoundTexts {
  const found = new FoundTexts(offset);
  found.add({ kind: 'other' }, source, 0, source.length, [{ text: source }]);
  return found;
}
