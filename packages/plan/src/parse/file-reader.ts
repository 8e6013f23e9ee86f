import { LABELS, headingWords } from '../locale/recognize';
import type { ListedFile } from '../plan';
import type { Block } from './block-scanner';
import type { Findings } from './findings';
import { readLabel } from './labels';
import type { Place } from './outline';
import type { SourceLine } from './source-lines';
import { readPaths, type PathText } from './path-text';
import { readTaskLine } from './task-line';

/** Collects the paths listed under **Files to create**. */
export class FileReader {
  readonly files: ListedFile[] = [];
  /** The list that is being read: the depth of its label, and of its first item. */
  private list: { readonly labelDepth: number; itemDepth?: number } | undefined;

  constructor(private readonly findings: Findings) {}

  /** Takes in the next line of the plan. */
  read(block: Block, place: Place): void {
    const { leaf, line } = block;
    if (leaf.kind === 'blank') return;
    if (leaf.kind === 'heading') {
      this.list = LABELS.filesToCreate.has(headingWords(leaf.text)) ? { labelDepth: 0 } : undefined;
    } else if (leaf.kind === 'text') {
      this.readText(block, line, leaf.start, leaf.continues, place);
    } else {
      this.list = undefined;
    }
  }

  private readText(block: Block, line: SourceLine, start: number, continues: boolean, place: Place): void {
    const label = readLabel(line.text, start);
    if (label && LABELS.filesToCreate.has(label.words)) {
      this.list = { labelDepth: block.depth };
      for (const path of readPaths(line.text, label.start)) this.take(line, path, place);
      return;
    }
    if (!this.list || (continues && block.opened === 0)) return;
    if (block.opened === 0 || block.depth <= this.list.labelDepth) {
      this.list = undefined;
      return;
    }
    this.list.itemDepth ??= block.depth;
    const paths = readPaths(line.text, readTaskLine(line.text, start)?.textIndex ?? start);
    for (const path of paths) this.take(line, path, place);
    if (paths.length === 0 && block.depth === this.list.itemDepth) this.reportNoPath(line, start);
  }

  private take(line: SourceLine, path: PathText, place: Place): void {
    const span = this.findings.span(line, path.start, path.end);
    this.checkPath(path.path, span);
    this.files.push({
      path: path.path,
      ...(path.note !== undefined && { note: path.note }),
      ...(place.step !== undefined && { step: place.step }),
      ...(place.section !== undefined && { section: place.section }),
      span,
    });
  }

  private checkPath(path: string, span: ListedFile['span']): void {
    const outside = /^(?:[\\/~]|[A-Za-z]:)/.test(path) || path.split(/[\\/]/).includes('..');
    if (outside) {
      this.findings.add(
        'error',
        'file/outside',
        span,
        `The path ${path} leads out of the project.`,
        'Write it relative to the project, without "..".',
      );
    } else if (path.includes('\\')) {
      this.findings.add(
        'error',
        'file/separator',
        span,
        `The path ${path} has a backslash.`,
        'Separate folders with "/" on every system.',
      );
    } else if (/[[{<][^\]}>]*[\]}>]/.test(path)) {
      this.findings.add(
        'warning',
        'file/placeholder',
        span,
        `The path ${path} still has a placeholder.`,
        'Write the name in its place.',
      );
    }
  }

  private reportNoPath(line: SourceLine, start: number): void {
    const span = this.findings.span(line, start);
    this.findings.add(
      'warning',
      'file/no-path',
      span,
      'This item of a list of files names no path.',
      'Begin it with the path in backticks, for example `src/domain/order.ts`.',
    );
  }
}
