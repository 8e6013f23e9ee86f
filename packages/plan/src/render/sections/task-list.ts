import { labelled, compose, type Markdown } from '../markdown';
import type { PlanContext } from '../plan-context';
import type { PlannedPhase, PlannedTask } from '../tasks/planned-task';

/** The phases that touch the database's configuration. */
const PHASES_WITH_DATABASE = new Set([2, 4, 6]);
const INDENT = '  ';

/** The six phases with their tasks. */
export function renderTaskList({ phases, say, headings, tools }: PlanContext): Markdown[] {
  return [compose`## ${headings.sections.taskList[0] as Markdown}`, ...phases.flatMap(renderPhase)];

  function renderPhase(phase: PlannedPhase): Markdown[] {
    const name = (headings.phases[phase.number - 1] ?? '') as Markdown;
    return [
      compose`### ${headings.phase[0] as Markdown} ${phase.number}: ${name}`,
      labelled(headings.estimate[0], say.overview.phaseEstimate(phase.hours)),
      ...(PHASES_WITH_DATABASE.has(phase.number) ? [compose`> ${say.taskList.reminder(tools.dotenv)}`] : []),
      renderTasks(phase.tasks),
    ];
  }
}

/** Task lines with their ids, subtasks below them. */
export function renderTasks(tasks: readonly PlannedTask[], indent = ''): Markdown {
  const lines = tasks.flatMap((task) => [
    compose`${indent as Markdown}- [ ] ${task.text} <!-- task: ${task.id as Markdown} -->`,
    ...(task.subtasks.length === 0 ? [] : [renderTasks(task.subtasks, indent + INDENT)]),
  ]);
  return lines.join('\n') as Markdown;
}
