import type { Markdown } from './markdown';
import { planContext } from './plan-context';
import type { PlanInput } from './plan-input';
import { renderDatabase, renderReminders } from './sections/database';
import { renderDomainModel } from './sections/domain-model';
import { renderErrors } from './sections/errors';
import { renderCompliance, renderDecisions, renderSolid } from './sections/judgement';
import { renderHeader, renderOverview, renderPrerequisites } from './sections/opening';
import { renderRisks } from './sections/risks';
import { renderSteps } from './sections/steps';
import { renderTaskList } from './sections/task-list';
import { renderTesting } from './sections/testing';

/**
 * Writes a plan: all sections of the plan format, section 2, in its order, every task, file, decision and risk specific to
 * the model. The same input gives the same text on every machine; lines end with LF.
 *
 * What follows from the model is found again by what it is: tasks by their ids, diagrams and `.env` by section and the words
 * behind the fence, files by the label above them, estimates by theirs.
 */
export function renderPlan(input: PlanInput): string {
  const plan = planContext(input);
  const blocks: Markdown[] = [
    renderHeader(plan),
    ...renderOverview(plan),
    ...renderPrerequisites(plan),
    ...renderDomainModel(plan),
    ...renderTaskList(plan),
    ...renderCompliance(plan),
    ...renderSteps(plan),
    ...renderDecisions(plan),
    ...renderSolid(plan),
    ...renderRisks(plan),
    ...renderDatabase(plan),
    ...renderErrors(plan),
    ...renderTesting(plan),
    ...renderReminders(plan),
  ];
  return `${blocks.join('\n\n')}\n`;
}
