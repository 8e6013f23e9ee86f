import type { Focus } from '../focus';
import type { PlanInput } from '../plan-input';
import type { Phrases } from '../phrases';
import { toolchainOf } from '../toolchain';
import { applicationTasks } from './application-tasks';
import { domainTasks } from './domain-tasks';
import { EFFORT } from './effort';
import { allVariables, environmentTask, infrastructureTasks } from './infrastructure-tasks';
import { phase, task, type PlannedPhase } from './planned-task';
import { presentationTasks } from './presentation-tasks';
import { databaseTasks, repositoryTasks } from './repository-tasks';
import { environmentTests, testingTasks } from './testing-tasks';

/**
 * The six phases of a plan with the tasks that follow from its part of the model.
 *
 * @param focus absent for a plan without an aggregate
 */
export function planPhases(
  input: Pick<PlanInput, 'context' | 'database' | 'language'>,
  focus: Focus | undefined,
  say: Phrases,
): PlannedPhase[] {
  if (!focus) return phasesWithoutAggregates(input, say);
  const { model, followUp } = focus;
  const tools = toolchainOf(input.language);
  return [
    phase(1, domainTasks(focus, say)),
    phase(2, repositoryTasks(focus, tools, say)),
    phase(3, applicationTasks(model, followUp, say)),
    phase(4, infrastructureTasks(model, followUp, tools, say)),
    phase(5, presentationTasks(model, tools, say)),
    phase(6, testingTasks(model, say)),
  ];
}

/** What can be said before the first aggregate: it has to be modelled, and the database's configuration follows from the plan. */
function phasesWithoutAggregates(
  input: Pick<PlanInput, 'context' | 'database' | 'language'>,
  say: Phrases,
): PlannedPhase[] {
  const tools = toolchainOf(input.language);
  const { context } = input;
  return [
    phase(1, [task(`domain/model/${context}`, say.modelling.aggregates(context), EFFORT.modelling)]),
    phase(2, [
      task(`repository/model/${context}`, say.modelling.repositories(context), EFFORT.configuration),
      ...databaseTasks(input, tools, say),
    ]),
    phase(3, [task(`application/model/${context}`, say.modelling.useCases(context), EFFORT.modelling)]),
    phase(4, [environmentTask(allVariables({ ...input, adapters: [] }), tools, say)]),
    phase(5, [task(`presentation/model/${context}`, say.modelling.services(context), EFFORT.configuration)]),
    phase(6, [
      task(`testing/model/${context}`, say.modelling.tests(context), EFFORT.configuration),
      environmentTests(say),
    ]),
  ];
}
