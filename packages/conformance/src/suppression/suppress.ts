import type { Finding } from '../finding';
import { Lines, spanIn } from '../lines';
import { markersIn, type Marker } from './markers';

/** A file whose comments may suppress findings. */
export interface SuppressingFile {
  readonly file: string;
  readonly text: string;
}

/** What the comments of the files did. */
export interface Suppression {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** What is wrong with the comments themselves. */
  readonly problems: readonly Finding[];
}

export interface SuppressedFinding extends Finding {
  readonly reason: string;
}

/** What is known of the rules: a comment is unused only where its rule looked. */
export interface KnownRules {
  exists(rule: string): boolean;
  /** The rule took part in this run, on this file. */
  ran(rule: string, file: string): boolean;
}

/**
 * Takes out the findings that a comment with a reason suppresses. A comment without a reason suppresses nothing. Findings
 * about comments cannot be suppressed.
 */
export function suppress(
  findings: readonly Finding[],
  files: readonly SuppressingFile[],
  rules: KnownRules,
): Suppression {
  const markers = files.flatMap(placedMarkers);
  const byLine = indexed(markers);
  const used = new Set<string>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const { file, start } = finding.span;
    const candidates = [...(byLine.get(`${file}\n${start.line}`) ?? []), ...(byLine.get(`${file}\nall`) ?? [])];
    const covering = candidates.filter(({ marker }) => covers(marker, finding.rule));
    const [first] = covering;
    if (first === undefined) kept.push(finding);
    else suppressed.push({ ...finding, reason: first.marker.reason });
    for (const each of covering) used.add(keyOf(each, finding.rule));
  }
  const problems = markers.flatMap((each) => problemsOf(each, used, rules));
  return { kept, suppressed, problems };
}

interface PlacedMarker extends SuppressingFile {
  readonly marker: Marker;
  readonly lines: Lines;
}

function placedMarkers(file: SuppressingFile): PlacedMarker[] {
  const markers = markersIn(file.text);
  const lines = new Lines(markers.length === 0 ? '' : file.text);
  return markers.map((marker) => ({ ...file, marker, lines }));
}

function indexed(markers: readonly PlacedMarker[]): Map<string, PlacedMarker[]> {
  const index = new Map<string, PlacedMarker[]>();
  for (const placed of markers) {
    const key = `${placed.file}\n${placed.marker.line}`;
    const found = index.get(key);
    if (found === undefined) index.set(key, [placed]);
    else found.push(placed);
  }
  return index;
}

function covers({ reason, rules }: Marker, rule: string): boolean {
  return reason !== '' && rules.some(({ id }) => id === rule);
}

function keyOf({ file, marker }: PlacedMarker, rule: string): string {
  return `${file}\n${marker.start}\n${rule}`;
}

function problemsOf(placed: PlacedMarker, used: ReadonlySet<string>, known: KnownRules): Finding[] {
  const { file, lines, marker } = placed;
  const at = (start: number, end: number) => spanIn(file, lines, start, end);
  const whole = at(marker.start, marker.end);
  if (marker.rules.length === 0) {
    return [
      problem(
        'suppression/unknown-rule',
        whole,
        'This comment names no rule, so it suppresses nothing.',
        'Write "planner-ignore <rule>: reason".',
      ),
    ];
  }
  const found: Finding[] = [];
  if (marker.reason === '') {
    found.push(
      problem(
        'suppression/no-reason',
        whole,
        'This comment gives no reason, so it suppresses nothing.',
        `Write why behind a colon: "planner-ignore ${marker.rules.map(({ id }) => id).join(', ')}: reason".`,
      ),
    );
  }
  for (const { id, start, end } of marker.rules) {
    if (!known.exists(id))
      found.push(
        problem('suppression/unknown-rule', at(start, end), `There is no rule "${id}".`, 'docs/rules lists them all.'),
      );
    else if (marker.reason !== '' && known.ran(id, file) && !used.has(keyOf(placed, id))) {
      found.push(
        problem(
          'suppression/unused',
          at(start, end),
          `${id} finds nothing here, so this comment suppresses nothing.`,
          'Take the comment away, or move it to the line that it is meant for.',
        ),
      );
    }
  }
  return found;
}

function problem(rule: string, span: Finding['span'], message: string, hint: string): Finding {
  return { rule, severity: 'warning', message, hint, span };
}
