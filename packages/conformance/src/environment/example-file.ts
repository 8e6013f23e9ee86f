import type { Place } from '@planner/target';

/** A variable that an example file names. */
export interface ExampleVariable {
  readonly name: string;
  /** In a comment: `# TEST_DATABASE_URL=…` says that it may be set. */
  readonly commented: boolean;
  /** Of the name. */
  readonly at: Place;
}

export interface MalformedLine {
  readonly reason: string;
  readonly hint: string;
  readonly at: Place;
}

export interface ExampleFile {
  readonly variables: readonly ExampleVariable[];
  readonly malformed: readonly MalformedLine[];
}

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const COMMENTED = /^[ \t]*#[ \t]*(?:export[ \t]+)?([A-Z_][A-Z0-9_]*)=/;

/** Reads a file in the format that dotenv and python-dotenv share: `NAME=value`, `export NAME=value`, comments, quoted values of several lines. */
export function readExample(text: string): ExampleFile {
  const reading = new Reading(text);
  while (!reading.atEnd) reading.line();
  return reading;
}

class Reading implements ExampleFile {
  readonly variables: ExampleVariable[] = [];
  readonly malformed: MalformedLine[] = [];
  private position: number;

  constructor(private readonly text: string) {
    this.position = text.startsWith('\ufeff') ? 1 : 0;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  line(): void {
    const start = this.position;
    const end = this.endOfLine(start);
    const line = this.text.slice(start, end);
    this.position = this.behind(end);
    const blank = line.length - line.trimStart().length;
    if (blank === line.length) return;
    if (line[blank] === '#') this.comment(line, start);
    else this.assignment(line, start + blank, end);
  }

  private comment(line: string, start: number): void {
    const [whole, name] = COMMENTED.exec(line.slice(0, 1_000)) ?? [];
    if (whole === undefined || name === undefined) return;
    const at = start + whole.length - 1 - name.length;
    this.variables.push({ name, commented: true, at: { start: at, end: at + name.length } });
  }

  private assignment(line: string, start: number, end: number): void {
    const exported = /^export[ \t]+/.exec(this.text.slice(start, start + 100))?.[0].length ?? 0;
    const equals = this.text.indexOf('=', start);
    const whole = { start, end: start + line.trim().length };
    if (equals === -1 || equals >= end) {
      this.wrong('it has no =', 'Write NAME=value, or # in front of a comment.', whole);
      return;
    }
    const written = this.text.slice(start + exported, equals);
    const name = written.trimEnd();
    const at = { start: start + exported, end: start + exported + name.length };
    if (!NAME.test(name)) {
      this.wrong(
        `${name === '' ? 'nothing' : JSON.stringify(name.slice(0, 60))} is no name of a variable`,
        'Names are letters, digits and underscores, and start with no digit.',
        at.start === at.end ? whole : at,
      );
      return;
    }
    this.variables.push({ name, commented: false, at });
    if (written !== name)
      this.wrong(
        'there is a space before the =, which shells and Docker take for part of a command',
        `Write ${name}= without a space.`,
        at,
      );
    this.value(equals + 1, end, at);
  }

  /** A quoted value may go on over several lines; one that never ends swallows the rest of the file, so the next line starts anew. */
  private value(start: number, end: number, name: Place): void {
    let from = start;
    while (from < end && /[ \t]/.test(this.text.charAt(from))) from += 1;
    const quote = this.text.charAt(from);
    if (from >= end || !'"\'`'.includes(quote)) return;
    for (let index = from + 1; index < this.text.length; index += 1) {
      if (this.text[index] === '\\' && quote !== "'") index += 1;
      else if (this.text[index] === quote) {
        if (index > end) this.position = this.behind(this.endOfLine(index));
        return;
      }
    }
    this.wrong(`the ${quote} that opens its value is never closed`, 'Close the quote, or leave both out.', name);
  }

  private wrong(reason: string, hint: string, at: Place): void {
    this.malformed.push({ reason, hint, at });
  }

  private endOfLine(from: number): number {
    const end = this.text.indexOf('\n', from);
    const line = end === -1 ? this.text.length : end;
    return this.text[line - 1] === '\r' && line > from ? line - 1 : line;
  }

  private behind(end: number): number {
    const next = this.text[end] === '\r' ? end + 1 : end;
    return next + 1;
  }
}
