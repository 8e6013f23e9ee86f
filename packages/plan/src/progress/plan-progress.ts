import type { Plan, Section, Task } from '../plan';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** 0 to 100, rounded down, so that 100 means that everything is done; 0 where there is nothing to do. */
  readonly percent: number;
  /** In the order of the plan. */
  readonly open: readonly Task[];
}

export interface PhaseProgress extends Progress {
  readonly number: number;
  readonly name: string;
  /** Estimated working hours; absent without an estimate that can be read. */
  readonly hours?: number;
  /** The part of `hours` that falls to the open tasks. */
  readonly hoursLeft?: number;
}

/** A list of boxes outside the phases: compliance check, security checklist. */
export interface ChecklistProgress extends Progress {
  readonly section: Section['key'];
  readonly title: string;
}

/** All boxes of a plan, then by phase and by checklist. Hours are the sum over the phases that have an estimate. */
export interface PlanProgress extends Progress {
  readonly phases: readonly PhaseProgress[];
  readonly checklists: readonly ChecklistProgress[];
  readonly hours: number;
  readonly hoursLeft: number;
}

/**
 * How far a plan has come. Every box counts as one, subtasks too.
 */
export function planProgress(plan: Pick<Plan, 'tasks' | 'phases' | 'sections'>): PlanProgress {
  const byPhase = grouped(plan.tasks, (task) => task.phase);
  const phases = plan.phases.map((phase) => {
    const progress = progressOf(byPhase.get(phase.number) ?? []);
    return { number: phase.number, name: phase.name, ...progress, ...hoursOf(phase.estimate?.hours, progress) };
  });
  return {
    ...progressOf(plan.tasks),
    phases,
    checklists: checklistsOf(plan),
    hours: sum(phases.map((phase) => phase.hours ?? 0)),
    hoursLeft: sum(phases.map((phase) => phase.hoursLeft ?? 0)),
  };
}

function checklistsOf(plan: Pick<Plan, 'tasks' | 'sections'>): ChecklistProgress[] {
  const bySection = grouped(
    plan.tasks.filter((task) => task.phase === undefined),
    (task) => task.section,
  );
  return [...bySection].map(([section, tasks]) => ({
    section,
    title: plan.sections.find((each) => each.key === section)?.title ?? '',
    ...progressOf(tasks),
  }));
}

function grouped<K>(tasks: readonly Task[], keyOf: (task: Task) => K): Map<K, Task[]> {
  const groups = new Map<K, Task[]>();
  for (const task of tasks) {
    const group = groups.get(keyOf(task));
    if (group) group.push(task);
    else groups.set(keyOf(task), [task]);
  }
  return groups;
}

function progressOf(tasks: readonly Task[]): Progress {
  const open = tasks.filter((task) => !task.done);
  const done = tasks.length - open.length;
  return { done, total: tasks.length, percent: tasks.length === 0 ? 0 : Math.floor((100 * done) / tasks.length), open };
}

function hoursOf(hours: number | undefined, progress: Progress): { hours?: number; hoursLeft?: number } {
  if (hours === undefined) return {};
  const left = progress.total === 0 ? hours : (hours * progress.open.length) / progress.total;
  return { hours, hoursLeft: Math.round(left * 10) / 10 };
}

function sum(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((all, each) => all + each, 0) * 10) / 10;
}
