/** A place in a line: `index` counts characters, `column` counts what a reader sees, where a tab reaches to the next multiple of 4. */
export interface Cursor {
  readonly index: number;
  readonly column: number;
}

const TAB_STOP = 4;

/** Skips spaces and tabs. */
export function skipSpace(text: string, from: Cursor): Cursor {
  let { index, column } = from;
  for (; index < text.length; index += 1) {
    const char = text[index];
    if (char === ' ') column += 1;
    else if (char === '\t') column += TAB_STOP - (column % TAB_STOP);
    else break;
  }
  return { index, column };
}

/** Drops as much leading space as reaches the column, as a fence does with the indentation of its content. */
export function dropIndent(text: string, columns: number): string {
  let column = 0;
  let index = 0;
  while (column < columns && (text[index] === ' ' || text[index] === '\t')) {
    column += text[index] === '\t' ? TAB_STOP - (column % TAB_STOP) : 1;
    index += 1;
  }
  return ' '.repeat(Math.max(0, column - columns)) + text.slice(index);
}

export function isBlank(text: string): boolean {
  return skipSpace(text, { index: 0, column: 0 }).index === text.length;
}
