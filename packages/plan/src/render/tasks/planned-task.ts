import type { Markdown } from '../markdown';

/** A task that follows from the model. */
export interface PlannedTask {
  /** Stable across changes of the model: `domain/entity/Order.Fill`. */
  readonly id: string;
  readonly text: Markdown;
  /** Working hours of the task itself, without its subtasks. */
  readonly hours: number;
  readonly subtasks: readonly PlannedTask[];
}

export interface PlannedPhase {
  /** 1 to 6. */
  readonly number: number;
  readonly tasks: readonly PlannedTask[];
  /** Sum over all tasks, rounded up to half hours. */
  readonly hours: number;
}

/** Makes a task; an id keeps only what a comment can hold (names of a valid model need no change). */
export function task(id: string, text: Markdown, hours: number, subtasks: readonly PlannedTask[] = []): PlannedTask {
  return { id: id.replace(/[^\p{L}\p{N}_./-]+/gu, '-'), text, hours, subtasks };
}

export function phase(number: number, tasks: readonly PlannedTask[]): PlannedPhase {
  return { number, tasks, hours: Math.ceil(hoursOf(tasks) * 2) / 2 };
}

function hoursOf(tasks: readonly PlannedTask[]): number {
  return tasks.reduce((sum, each) => sum + each.hours + hoursOf(each.subtasks), 0);
}
