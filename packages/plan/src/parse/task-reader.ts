import type { SourceSpan } from '@planner/model';
import type { Task } from '../plan';
import type { Block } from './block-scanner';
import type { Findings } from './findings';
import type { Place } from './outline';
import type { SourceLine } from './source-lines';
import { findTaskId, TASK_ID } from './task-id';
import { looksLikeTask, readTaskLine, type TaskLine } from './task-line';

/** A task whose paragraph may still go on. */
interface Draft {
  readonly task: { -readonly [K in keyof Task]: Task[K] };
  readonly lines: string[];
  /** Of the list item that the task is. */
  readonly itemDepth: number;
}

/** Longest part of a task's text that a message quotes. */
const QUOTED = 60;

/** Collects the tasks of a plan: list items that begin with a box, with their subtasks and ids. */
export class TaskReader {
  readonly tasks: Task[] = [];
  /** For every open list item the innermost task at or around it, by index. */
  private readonly around: (number | undefined)[] = [];
  private readonly lineOfId = new Map<string, number>();
  private draft: Draft | undefined;

  constructor(private readonly findings: Findings) {}

  /** Takes in the next line of the plan. */
  read(block: Block, place: Place): void {
    const { leaf, line } = block;
    if (leaf.kind === 'text' && leaf.continues && this.draft) {
      this.draft.lines.push(line.text.slice(leaf.start).trim());
      this.reportLost(line, leaf.start);
      return;
    }
    if (leaf.kind === 'html' && leaf.comment && block.opened === 0 && this.takesComment(block, leaf.start)) return;
    this.finishTask();
    if (block.opened > 0) {
      this.readItem(block, place);
      return;
    }
    if (leaf.kind !== 'blank') this.around.length = Math.min(this.around.length, block.depth);
    if (leaf.kind === 'text' || leaf.kind === 'quote' || leaf.kind === 'indentedCode')
      this.reportLost(line, leaf.start);
    if (leaf.kind === 'html' && !leaf.comment) this.reportLost(line, leaf.start);
  }

  /** Ends the last task. */
  end(): void {
    this.finishTask();
  }

  private readItem(block: Block, place: Place): void {
    const { leaf, line } = block;
    this.around.length = block.depth - block.opened;
    const parent = this.around.at(-1);
    const task = leaf.kind === 'text' ? readTaskLine(line.text, leaf.start) : undefined;
    for (let opened = 1; opened < block.opened; opened += 1) this.around.push(parent);
    this.around.push(task ? this.tasks.length : parent);
    if (task) this.startTask(line, task, block.depth, parent, place);
  }

  private startTask(
    line: SourceLine,
    task: TaskLine,
    itemDepth: number,
    parent: number | undefined,
    place: Place,
  ): void {
    const done = task.mark === 'x' || task.mark === 'X';
    const draft: Draft['task'] = {
      text: '',
      done,
      box: { mark: task.mark, offset: line.offset + task.markIndex, line: line.number, column: task.markIndex + 1 },
      span: this.findings.span(line, firstNonSpace(line.text)),
      depth: parent === undefined ? 0 : (this.tasks[parent]?.depth ?? 0) + 1,
    };
    if (parent !== undefined) draft.parent = parent;
    if (place.phase !== undefined) draft.phase = place.phase;
    if (place.section !== undefined) draft.section = place.section;
    this.draft = { task: draft, lines: [line.text.slice(task.textIndex).trim()], itemDepth };
    if (!task.usual) this.reportBox(line, task, done);
  }

  /** A comment on a line of its own, directly below the task's text, belongs to the task. */
  private takesComment(block: Block, start: number): boolean {
    const text = block.line.text.slice(start).trim();
    const comment =
      this.draft?.itemDepth === block.depth && !findTaskId(this.draft.lines.join(' ')) ? findTaskId(text) : undefined;
    if (!comment || comment.start !== 0 || comment.end !== text.length) return false;
    this.draft?.lines.push(text);
    return true;
  }

  private finishTask(): void {
    if (!this.draft) return;
    const { task, lines } = this.draft;
    this.draft = undefined;
    const whole = lines.length === 1 ? (lines[0] ?? '') : lines.join(' ');
    const comment = findTaskId(whole);
    task.text = comment
      ? `${whole.slice(0, comment.start).trimEnd()} ${whole.slice(comment.end).trimStart()}`.trim()
      : whole;
    if (comment && this.accepts(comment.id, task.span)) task.id = comment.id;
    if (task.text === '')
      this.findings.add(
        'warning',
        'task/empty',
        task.span,
        'The task has no text.',
        'Say what is to be done, or delete the line.',
      );
    this.reportUnderDone(task);
    this.tasks.push(task);
  }

  private accepts(id: string, span: SourceSpan): boolean {
    if (!TASK_ID.test(id)) {
      this.findings.add(
        'warning',
        'task/id',
        span,
        `"${id.slice(0, QUOTED)}" is no task id.`,
        'Write words with slashes between them, for example domain/aggregate/Order.',
      );
      return false;
    }
    const first = this.lineOfId.get(id);
    if (first === undefined) {
      this.lineOfId.set(id, span.start.line);
    } else {
      this.findings.add(
        'warning',
        'task/duplicate-id',
        span,
        `Task id ${id} is already used in line ${first}.`,
        'Delete one of the two tasks, or the comment of the one that a person added.',
      );
    }
    return true;
  }

  private reportBox(line: SourceLine, task: TaskLine, done: boolean): void {
    const box = line.text.slice(task.markIndex - 1, task.textIndex);
    const span = this.findings.span(line, task.markIndex - 1, task.textIndex);
    const state = done ? 'done' : 'open';
    this.findings.add(
      'warning',
      'task/box',
      span,
      `The box "${box}" is not one that Markdown shows; the task counts as ${state}.`,
      'Write "[ ]" or "[x]", and a space behind it.',
    );
  }

  private reportUnderDone(task: Task): void {
    const parent = task.parent === undefined ? undefined : this.tasks[task.parent];
    if (task.done || !parent?.done) return;
    this.findings.add(
      'info',
      'task/open-under-done',
      task.span,
      `"${task.text.slice(0, QUOTED)}" is open, but the task around it is done.`,
      'Tick the subtask, or take back the tick of the task around it.',
    );
  }

  private reportLost(line: SourceLine, start: number): void {
    if (!looksLikeTask(line.text, start)) return;
    const span = this.findings.span(line, start);
    this.findings.add(
      'warning',
      'task/not-read',
      span,
      'This looks like a task, but Markdown reads it as text.',
      'Indent it like the items around it, with a blank line before the list, outside quotes and HTML.',
    );
  }
}

function firstNonSpace(text: string): number {
  const index = text.search(/[^ \t]/);
  return index < 0 ? 0 : index;
}
