import type { Diagnostic, ModelDeclaration, Position, SourceSpan, Text } from '@planner/model';
import type { HeaderField, Locale, OverviewField, SectionKey } from './locale';

/**
 * What a plan file says, with places. Lines and columns count from 1, columns in UTF-16 code units; offsets count from 0 in
 * the units of the source that was parsed: bytes for bytes, code units for a string.
 */
export interface Plan {
  /** The path as the caller named it. */
  readonly file: string;
  /** Short id (`35-001`) from the file name; empty if the name has none. */
  readonly id: string;
  /** The language of most of its known headings. */
  readonly locale: Locale;
  /** Without `Implementation Plan:`, Markdown's escapes resolved. */
  readonly title?: Text;
  /** `**File**`, `**Created**`, `**Week**`, as written. */
  readonly header: ReadonlyMap<HeaderField, PlanField>;
  /** `**Objective**`, `**DDD Context**`, `**Affected Aggregates**`, `**Estimated Effort**`. */
  readonly overview: ReadonlyMap<OverviewField, PlanField>;
  /** In the order of the file; a section contains the deeper ones behind it. */
  readonly sections: readonly Section[];
  readonly phases: readonly Phase[];
  readonly steps: readonly Step[];
  /** In the order of the file, subtasks behind their task. */
  readonly tasks: readonly Task[];
  readonly files: readonly ListedFile[];
  /** Every fenced block, so that derived ones (diagrams, `.env`) are found again. */
  readonly fences: readonly Fence[];
  /** The first block `yaml planner`, whether or not it can be read. */
  readonly modelBlock?: ModelBlock;
  /** What the model block says, as far as it can be read; of a plan without one, what its text and its lists of files say. */
  readonly declaration?: ModelDeclaration;
  /** All problems of the plan, in the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A labelled value: `**Objective**: Place orders`. */
export interface PlanField extends Text {
  /** Items of a list below the label. */
  readonly items: readonly Text[];
  /** Place of the whole line. */
  readonly line: number;
}

export interface Section {
  /** Absent for a heading that is a person's own. */
  readonly key?: SectionKey | 'phase' | 'step';
  /** Of a phase or step. */
  readonly number?: number;
  /** The heading without `#`. */
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  /** The heading. */
  readonly span: SourceSpan;
  /** The last line that belongs to the section, deeper sections included. */
  readonly lastLine: number;
}

/** `### Phase 1: Domain Layer Setup`. Of two headings with one number, the first. */
export interface Phase {
  readonly number: number;
  /** `Domain Layer Setup`. */
  readonly name: string;
  readonly span: SourceSpan;
  readonly estimate?: Estimate;
}
export interface Step {
  readonly number: number;
  readonly name: string;
  readonly span: SourceSpan;
}
/** `**Estimated time**: 6 hours`, or `(6h)` in the heading. */
export interface Estimate extends Text {
  /** Absent where the text holds no amount of time. A day counts as 8 hours, a week as 40, a range by its upper end. */
  readonly hours?: number;
}

export interface Task {
  /** From the comment `<!-- task: domain/aggregate/Order -->`; absent for a task that a person added. */
  readonly id?: string;
  /** As written, without the comment; a paragraph of several lines as one. */
  readonly text: string;
  readonly done: boolean;
  readonly box: TaskBox;
  /** From the list marker to the end of its first line. */
  readonly span: SourceSpan;
  /** 0 for a task that is no subtask. */
  readonly depth: number;
  /** Index in `tasks` of the task around it. */
  readonly parent?: number;
  readonly phase?: number;
  readonly section?: SectionKey | 'phase' | 'step';
}
export interface TaskBox extends Position {
  /** What stands between the brackets: a space, `x` or `X`, or anything else, which counts as open. */
  readonly mark: string;
  /** Of the first character between the brackets. */
  readonly offset: number;
}

/** A path listed under **Files to create**, in an item, a table or a drawn tree. */
export interface ListedFile {
  readonly path: string;
  /** What stands behind the path, without parentheses: `interface`, `update`. */
  readonly note?: string;
  readonly step?: number;
  readonly section?: SectionKey | 'phase' | 'step';
  readonly span: SourceSpan;
}

export interface Fence {
  /** The words behind the backticks: `mermaid`, `yaml planner`. */
  readonly info: string;
  readonly section?: SectionKey | 'phase' | 'step';
  /** The opening line. */
  readonly span: SourceSpan;
  /** The closing line, or the last one if it is not closed. */
  readonly lastLine: number;
  readonly closed: boolean;
}

export interface ModelBlock {
  /** Without the indentation of the fence, lines ended by LF. */
  readonly text: string;
  /** Of the first character of `text`. */
  readonly start: Position;
  readonly fence: Fence;
}
