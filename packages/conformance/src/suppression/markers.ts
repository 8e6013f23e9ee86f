/** A `planner-ignore` comment. */
export interface Marker {
  /** The rules that it names, with their offsets in the text. */
  readonly rules: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  readonly reason: string;
  /** The lines whose findings it suppresses: one line, or `all`. */
  readonly line: number | 'all';
  /** Offsets of the comment's words, from `planner-ignore` to the end of the reason. */
  readonly start: number;
  readonly end: number;
}

const KEYWORD = 'planner-ignore';

/** `// planner-ignore rule, rule: reason`, also behind `#`, `<!--`, `/*`, `*` and `--`; `planner-ignore-file` stands for the whole file. */
const COMMENT = /(?:\/\/|\/\*|<!--|#|(?:^|\s)\*|--)[ \t]*(planner-ignore(-file)?)(?![\w-])([^\r\n]*)/g;

/** Nobody writes a longer line by hand; one that is generated holds no comment of a person. */
const LONGEST_LINE = 2_000;

/**
 * Finds the suppressing comments of a text, whatever its language. One that is alone on its line counts for the next line that is
 * no such comment; one behind code counts for its own line.
 */
export function markersIn(text: string): Marker[] {
  if (!text.includes(KEYWORD)) return [];
  const markers: Marker[] = [];
  const waiting: { marker: Omit<Marker, 'line'> }[] = [];
  let offset = 0;
  let number = 0;
  for (const ended of text.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    number += 1;
    const line = ended.replace(/[\r\n]+$/, '');
    const found = line.length > LONGEST_LINE ? [] : readLine(line, offset);
    offset += ended.length;
    const alone = found.filter((each) => each.alone && !each.wholeFile);
    for (const { marker, wholeFile, alone: isAlone } of found) {
      if (wholeFile) markers.push({ ...marker, line: 'all' });
      else if (!isAlone) markers.push({ ...marker, line: number });
    }
    if (alone.length === 0) for (const { marker } of waiting.splice(0)) markers.push({ ...marker, line: number });
    waiting.push(...alone);
  }
  for (const { marker } of waiting) markers.push({ ...marker, line: number });
  return markers;
}

interface Read {
  readonly marker: Omit<Marker, 'line'>;
  readonly wholeFile: boolean;
  readonly alone: boolean;
}

function readLine(line: string, offset: number): Read[] {
  if (!line.includes(KEYWORD)) return [];
  return [...line.matchAll(COMMENT)].map((match) => {
    const [, keyword = '', file, rest = ''] = match;
    const start = match.index + match[0].indexOf(keyword);
    const marker = readMarker(rest, offset + start, offset + start + keyword.length);
    return { marker, wholeFile: file !== undefined, alone: line.slice(0, match.index).trim() === '' };
  });
}

function readMarker(rest: string, start: number, restStart: number): Omit<Marker, 'line'> {
  const content = rest.replace(/[ \t]*(?:-->|\*\/|--%>).*$/, '').trimEnd();
  const colon = content.indexOf(':');
  const list = colon < 0 ? content : content.slice(0, colon);
  const rules = [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    start: restStart + index,
    end: restStart + index + id.length,
  }));
  const reason = colon < 0 ? '' : content.slice(colon + 1).trim();
  return { rules, reason, start, end: restStart + content.length };
}
