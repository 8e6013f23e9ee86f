import type { Phrases } from '../phrases';
import * as closing from './closing';
import * as judgement from './judgement';
import * as opening from './opening';
import * as steps from './steps';
import * as tasks from './tasks';

/** Everything that a plan says in Vietnamese, apart from its headings. The field's own words (aggregate, use case, port) stay English. */
export const VIETNAMESE: Phrases = {
  constraints: tasks.constraints,
  domain: tasks.domain,
  repository: tasks.repository,
  application: tasks.application,
  infrastructure: tasks.infrastructure,
  presentation: tasks.presentation,
  testing: tasks.testing,
  modelling: tasks.modelling,
  overview: opening.overview,
  prerequisites: opening.prerequisites,
  model: opening.model,
  taskList: opening.taskList,
  steps: steps.steps,
  domainStep: steps.domainStep,
  repositoryStep: steps.repositoryStep,
  databaseRules: steps.databaseRules,
  applicationStep: steps.applicationStep,
  integrationStep: steps.integrationStep,
  grpcStep: steps.grpcStep,
  compliance: judgement.compliance,
  decisions: judgement.decisions,
  solid: judgement.solid,
  risks: judgement.risks,
  database: closing.database,
  databaseAdvice: closing.databaseAdvice,
  errors: closing.errors,
  strategy: closing.testing,
  reminders: closing.reminders,
};
