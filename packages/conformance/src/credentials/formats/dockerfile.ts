import { FoundTexts } from './found-texts';
import { linesOf } from './lines-of';
import { readCommand } from './shell';

const INSTRUCTION =
  /^\s*(?:ONBUILD\s+)?(ENV|ARG|LABEL|RUN|CMD|ENTRYPOINT|HEALTHCHECK|FROM|COPY|ADD|USER|WORKDIR|EXPOSE|VOLUME|SHELL|STOPSIGNAL)\s+/i;
const PAIR = /([A-Za-z_][\w.]{0,100})=(?:"([^"\n]{0,4000})"|'([^'\n]{0,4000})'|([^\s"']{1,4000}))/g;

/** Reads a Dockerfile: variables and arguments, and what its commands hold. */
export function readDockerfile(source: string, offset = 0): FoundTexts {
  const found = new FoundTexts(offset);
  let instruction = '';
  let goesOn = false;
  for (const { text, start } of linesOf(source)) {
    if (/^\s*#/.test(text)) {
      found.comment(text, start);
      continue;
    }
    const head = goesOn ? null : INSTRUCTION.exec(text);
    if (head) instruction = (head[1] ?? '').toUpperCase();
    goesOn = /\\\s*$/.test(text.slice(-20));
    const at = head?.[0].length ?? 0;
    if (instruction === 'ENV' || instruction === 'ARG') readVariables(text.slice(at), start + at, found);
    else readCommand(text, start, found);
  }
  return found;
}

function readVariables(text: string, start: number, found: FoundTexts): void {
  const old = /^([A-Za-z_]\w{0,100})\s+([^\s=][^\n]{0,4000})$/.exec(text.trimEnd());
  if (old?.[1] !== undefined && old[2] !== undefined) {
    const value = old[2].replace(/^(["'])(.*)\1$/, '$2');
    const from = start + text.indexOf(value, old[1].length);
    found.value(old[1], [], value, from, from + value.length);
    return;
  }
  for (const match of text.matchAll(PAIR)) {
    const [whole, name = '', double, single, bare] = match;
    const value = double ?? single ?? bare ?? '';
    const from = start + match.index + whole.length - value.length - (bare === undefined ? 1 : 0);
    if (value !== '') found.value(name, [], value, from, from + value.length);
  }
}
