import { HEADINGS, SECTIONS } from '../locale/headings';
import { parsePlan } from '../parse/parse-plan';
import { sourceLines, type SourceLine } from '../parse/source-lines';
import type { Plan, Section } from '../plan';

/** What stands before the domain model in a plan. */
const BEFORE = SECTIONS.slice(0, SECTIONS.indexOf('domainModel'));

/**
 * Puts a model block into a plan that has none: below its heading "Domain Model", which is added at its place if it is missing.
 * All other bytes stay as they are, invalid ones, the byte-order mark and the kind of line ends included.
 *
 * @param source the bytes of the plan's file
 * @param text YAML, as `printModelBlock` gives it
 * @returns undefined where the plan has a block already, or none could be read at that place (inside HTML that is not closed)
 */
export function insertModelBlock(source: Uint8Array, file: string, text: string): Buffer | undefined {
  const plan = parsePlan(source, file);
  if (plan.modelBlock !== undefined) return undefined;
  const lines = [...sourceLines(source)];
  const { after, heading } = placeFor(plan, lines);
  const at = lines[after]?.offset ?? source.length;
  const eol = lineEndOf(source);
  const before = Buffer.from(source.subarray(0, at));
  const endsLine = at === 0 || before.at(-1) === 10 || before.at(-1) === 13;
  const added = [
    ...(endsLine ? [] : ['']),
    ...(isBlank(lines[after - 1]) ? [] : ['']),
    ...(heading === undefined ? [] : [heading, '']),
    '```yaml planner',
    ...text.trimEnd().split('\n'),
    '```',
    ...(isBlank(lines[after]) ? [''] : ['', '']),
  ];
  const result = Buffer.concat([before, Buffer.from(added.join(eol)), Buffer.from(source.subarray(at))]);
  return parsePlan(result, file).modelBlock?.fence.closed === true ? result : undefined;
}

interface PlaceForBlock {
  /** Number of lines before it. */
  readonly after: number;
  /** To be added with it. */
  readonly heading?: string;
}

function placeFor(plan: Plan, lines: readonly SourceLine[]): PlaceForBlock {
  const own = plan.sections.find(({ key }) => key === 'domainModel');
  if (own !== undefined) return { after: own.span.start.line + (isUnderline(lines[own.span.start.line]) ? 1 : 0) };
  const name = HEADINGS[plan.locale].sections.domainModel[0];
  const last = plan.sections.filter(({ key }) => BEFORE.some((each) => each === key)).at(-1);
  const next = plan.sections.find((section) => section.key !== undefined && section.level > 1 && section !== last);
  const neighbour = last ?? next;
  const heading = `${'#'.repeat(levelBeside(neighbour))} ${name}`;
  if (last !== undefined) return { after: withoutBlankEnd(last.lastLine, lines), heading };
  return { after: next === undefined ? lines.length : next.span.start.line - 1, heading };
}

/** A summary may stand deeper than the overview that it belongs to; a model does not. */
function levelBeside(section: Section | undefined): number {
  return Math.min(section?.level ?? 2, 2);
}

/** Blank lines behind a section stay behind what is added. */
function withoutBlankEnd(lastLine: number, lines: readonly SourceLine[]): number {
  let end = lastLine;
  while (end > 0 && isBlank(lines[end - 1])) end -= 1;
  return end;
}

function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

function isUnderline(line: SourceLine | undefined): boolean {
  return line !== undefined && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line.text);
}

/** Of the first line that has one. */
function lineEndOf(source: Uint8Array): string {
  const at = source.findIndex((byte) => byte === 10 || byte === 13);
  if (at < 0 || source[at] === 10) return '\n';
  return source[at + 1] === 10 ? '\r\n' : '\r';
}
