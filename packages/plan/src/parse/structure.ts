import type { Diagnostic, Text } from '@planner/model';
import { recognizeHeading } from '../locale/recognize';
import { planIdOf } from '../naming';
import type { ModelBlock, Plan } from '../plan';
import { BlockScanner, type Block } from './block-scanner';
import { ConflictReader } from './conflicts';
import { EncodingReader } from './encoding';
import { FenceReader } from './fence-reader';
import { FieldReader } from './field-reader';
import { FileReader } from './file-reader';
import { Findings } from './findings';
import { Outline } from './outline';
import { sourceLines, type PlanSource, type SourceLine } from './source-lines';
import { TaskReader } from './task-reader';

/** A plan as Markdown alone tells it, before its model block is read and its parts are checked against each other. */
export type Structure = Omit<Plan, 'declaration' | 'modelBlock' | 'diagnostics'> & {
  readonly modelBlocks: readonly ModelBlock[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Reads the Markdown of a plan in one pass over its lines.
 *
 * @param source text or bytes; never throws, whatever they hold
 * @param file the path that findings name
 */
export function readStructure(source: PlanSource, file: string): Structure {
  const findings = new Findings(file);
  const readers = {
    outline: new Outline(findings),
    fields: new FieldReader(findings),
    tasks: new TaskReader(findings),
    files: new FileReader(findings),
    fences: new FenceReader(findings),
    conflicts: new ConflictReader(findings),
    encoding: new EncodingReader(source, findings),
  };
  readLines(source, findings, readers);
  return {
    file,
    id: planIdOf(file),
    locale: readers.outline.locale,
    ...(readers.outline.title && { title: readers.outline.title satisfies Text }),
    header: readers.fields.header,
    overview: readers.fields.overview,
    sections: readers.outline.sections,
    phases: readers.outline.phases,
    steps: readers.outline.steps,
    tasks: readers.tasks.tasks,
    files: readers.files.files,
    fences: readers.fences.fences,
    modelBlocks: readers.fences.modelBlocks,
    diagnostics: findings.all,
  };
}

interface Readers {
  readonly outline: Outline;
  readonly fields: FieldReader;
  readonly tasks: TaskReader;
  readonly files: FileReader;
  readonly fences: FenceReader;
  readonly conflicts: ConflictReader;
  readonly encoding: EncodingReader;
}

function readLines(source: PlanSource, findings: Findings, readers: Readers): void {
  const { outline, fields, tasks, files, fences, conflicts, encoding } = readers;
  const scanner = new BlockScanner();
  let previous: Block | undefined;
  let htmlStart: SourceLine | undefined;
  for (const line of sourceLines(source)) {
    encoding.read(line);
    conflicts.read(line);
    const block = scanner.read(line);
    if (block.leaf.kind === 'html' && previous?.leaf.kind !== 'html') htmlStart = line;
    readHeading(block, previous, outline);
    fences.read(block, outline.place);
    fields.read(block, outline);
    tasks.read(block, outline.place);
    files.read(block, outline.place);
    previous = block;
  }
  fences.end();
  fields.end();
  tasks.end();
  files.end();
  outline.end(previous?.line.number ?? 1);
  if (scanner.insideHtml && htmlStart) reportUnclosedHtml(htmlStart, findings);
}

/** A heading is one with `#`, or the only line of a paragraph that is underlined and that a plan knows. */
function readHeading(block: Block, previous: Block | undefined, outline: Outline): void {
  const { leaf } = block;
  if (leaf.kind === 'heading' && block.depth === 0) outline.heading(block.line, leaf.start, leaf.level, leaf.text);
  if (leaf.kind !== 'underline' || previous?.leaf.kind !== 'text' || previous.leaf.continues || block.depth > 0) return;
  const text = previous.line.text.slice(previous.leaf.start).trimEnd();
  const isTitle = leaf.level === 1 && outline.title === undefined;
  if (isTitle || recognizeHeading(text)) outline.heading(previous.line, previous.leaf.start, leaf.level, text);
}

function reportUnclosedHtml(line: SourceLine, findings: Findings): void {
  findings.add(
    'error',
    'plan/unclosed-html',
    findings.span(line),
    'This comment or HTML is not closed; everything behind it belongs to it.',
    'Close it, a comment with "-->".',
  );
}
