import { LABELS, headingWords, listsFiles } from '../locale/recognize';
import type { ListedFile } from '../plan';
import type { Block } from './block-scanner';
import type { Findings } from './findings';
import { readLabel } from './labels';
import type { Place } from './outline';
import type { SourceLine } from './source-lines';
import { FileTree, isPlain } from './file-tree';
import { findPaths, isFilePath, readPaths, type PathText } from './path-text';
import { readTaskLine } from './task-line';

/** A list of files that is being read. */
interface OpenList {
  readonly labelDepth: number;
  /** Of its first item. */
  itemDepth?: number;
  /** Items without a path are reported only where the label says plainly what is to follow. */
  readonly strict: boolean;
  /** Nothing announces it: it is what a step holds before its first label, and only items that are a path and a note belong to it. */
  readonly unannounced?: boolean;
  /** Items that name a folder, and the depth of the item: what is nested below lies in it. */
  readonly folders: { readonly depth: number; readonly path: string }[];
}

/**
 * Collects the paths listed under **Files to create**: in items, in items nested below a folder, in the rows of a table, on lines
 * of their own and in a drawn tree. Of a step that lists them without that label, the items that are a path and nothing else.
 */
export class FileReader {
  readonly files: ListedFile[] = [];
  private list: OpenList | undefined;
  /** An item without a path, which is one of the list's own only if nothing is nested below it. */
  private pathless: { readonly line: SourceLine; readonly start: number; readonly depth: number } | undefined;
  /** Of the fence that is being read as a part of the list. */
  private tree: FileTree | undefined;
  /** That of the last heading. */
  private step: number | undefined;

  constructor(private readonly findings: Findings) {}

  /** Takes in the next line of the plan. */
  read(block: Block, place: Place): void {
    const { leaf, line } = block;
    if (leaf.kind === 'blank' || leaf.kind === 'fenceEnd') return;
    if (leaf.kind === 'fenceContent') {
      for (const path of this.tree?.read(line.text) ?? []) this.take(line, path, place);
      return;
    }
    const announced = this.list !== undefined && this.list.unannounced !== true;
    this.tree = leaf.kind === 'fence' && announced && isPlain(leaf.info) ? new FileTree() : undefined;
    if (leaf.kind === 'text' && block.opened > 0 && block.depth > (this.pathless?.depth ?? Infinity))
      this.pathless = undefined;
    this.end();
    if (leaf.kind === 'heading') {
      const beginsStep = place.step !== undefined && place.step !== this.step;
      this.list = openedBy(headingWords(leaf.text), 0) ?? (beginsStep ? unannouncedList() : undefined);
      this.step = place.step;
    } else if (leaf.kind === 'text') {
      this.readText(block, line, leaf.start, leaf.continues, place);
    } else if (leaf.kind !== 'fence' && leaf.kind !== 'indentedCode') {
      this.list = undefined;
    }
  }

  /** Reports the last item if it has no path. */
  end(): void {
    if (this.pathless) this.reportNoPath(this.pathless.line, this.pathless.start);
    this.pathless = undefined;
  }

  private readText(block: Block, line: SourceLine, start: number, continues: boolean, place: Place): void {
    const label = readLabel(line.text, start);
    const opened = label && openedBy(label.words, block.depth);
    if (label && opened) {
      this.list = opened;
      for (const path of readPaths(line.text, label.start)) this.take(line, path, place);
      return;
    }
    if (!this.list) return;
    if (this.list.unannounced === true) this.readUnannounced(block, line, start, label !== undefined, place);
    else if (block.opened === 0) this.readLine(block, line, start, continues, place);
    else if (block.depth <= this.list.labelDepth) this.list = undefined;
    else this.readItem(this.list, block, line, start, place);
  }

  private readUnannounced(block: Block, line: SourceLine, start: number, isLabelled: boolean, place: Place): void {
    const from = readTaskLine(line.text, start)?.textIndex ?? start;
    const paths = block.opened === 0 ? [] : readPaths(line.text, from).filter(({ path }) => isFilePath(path));
    if (paths.length === 0 && isLabelled) this.list = undefined;
    if (isAllOf(line.text, paths)) for (const path of paths) this.take(line, path, place);
  }

  /** A line that begins no item: a row of a table, a path on a line of its own, or the end of the list. */
  private readLine(block: Block, line: SourceLine, start: number, continues: boolean, place: Place): void {
    const row = line.text[start] === '|';
    const paths = row
      ? findPaths(line.text, start)
      : readPaths(line.text, start).filter(({ path }) => /[\\/]/.test(path));
    for (const path of paths) this.take(line, path, place);
    if (paths.length === 0 && !row && !continues && block.depth <= (this.list?.labelDepth ?? 0)) this.list = undefined;
  }

  private readItem(list: OpenList, block: Block, line: SourceLine, start: number, place: Place): void {
    list.itemDepth ??= block.depth;
    while ((list.folders.at(-1)?.depth ?? 0) >= block.depth) list.folders.pop();
    const from = readTaskLine(line.text, start)?.textIndex ?? start;
    const first = readPaths(line.text, from);
    const paths = first.length > 0 ? first : findPaths(line.text, from);
    for (const path of paths) this.take(line, { ...path, path: inFolder(list, path.path) }, place);
    const [folder] = paths;
    if (folder && isFolder(folder.path)) list.folders.push({ depth: block.depth, path: inFolder(list, folder.path) });
    if (paths.length === 0 && list.strict && block.depth === list.itemDepth)
      this.pathless = { line, start, depth: block.depth };
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
        'warning',
        'file/separator',
        span,
        `The path ${path} has a backslash, which is read as "/".`,
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

function openedBy(words: string, labelDepth: number): OpenList | undefined {
  const strict = LABELS.filesToCreate.has(words);
  return strict || listsFiles(words) ? { labelDepth, strict, folders: [] } : undefined;
}

function unannouncedList(): OpenList {
  return { labelDepth: 0, strict: false, unannounced: true, folders: [] };
}

/** Whether a line holds those paths and a note at most, and goes not on as a sentence does. */
function isAllOf(line: string, paths: readonly PathText[]): boolean {
  const last = paths.at(-1);
  return last !== undefined && /^`*[:.;]?[ \t]*(?:$|[(–—:]|-)/.test(line.slice(last.end));
}

function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || !/\.[A-Za-z][A-Za-z0-9]*$/.test(path);
}

/** A path that is nested below a folder lies in it, unless it begins where the folder itself does. */
function inFolder({ folders }: OpenList, path: string): string {
  const folder = folders.at(-1)?.path.replace(/[\\/]+$/, '');
  const root = (text: string) => text.replace(/^\.[\\/]/, '').split(/[\\/]/)[0];
  return folder === undefined || root(path) === root(folder) ? path : `${folder}/${path.replace(/^\.[\\/]/, '')}`;
}
