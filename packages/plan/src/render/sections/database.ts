import type { AggregateModel } from '@planner/model';
import { bullets, fenced, compose, type Markdown } from '../markdown';
import { fieldsOf, typesWithin } from '../model-facts';
import type { PlanContext } from '../plan-context';
import { EFFORT } from '../tasks/effort';
import { task } from '../tasks/planned-task';
import { envBlock } from './env-block';
import { renderTasks } from './task-list';

/** The `.env` block, how to connect, what this database and this model ask for. */
export function renderDatabase(plan: PlanContext): Markdown[] {
  const { input, model, say, headings, tools, database, variables } = plan;
  const hasServer = database.server !== undefined;
  const connection = [
    say.database.load(tools.dotenv, tools.loadCall),
    ...(hasServer ? [say.database.wins()] : []),
    say.database.validate(tools.validation, variables.length),
    hasServer ? say.database.pool() : say.database.file(),
    say.database.health(),
    say.database.migrations(tools.migrations),
    say.database.tests(),
  ];
  return [
    compose`## ${headings.sections.database[0] as Markdown}`,
    compose`### ${say.database.environment() as Markdown}:`,
    fenced('bash', envBlock(input.database, input.context, model, comments(plan, say.database.required()))),
    say.database.placeholders(tools.embedded[input.database]),
    compose`### ${say.database.connection() as Markdown}:`,
    bullets(connection),
    compose`### ${say.database.specific(database.title) as Markdown}:`,
    bullets([...indexes(plan), ...say.databaseAdvice[input.database](tools.drivers[input.database], tools.sql)]),
  ];
}

/** The mandatory reminders of the seed. */
export function renderReminders(plan: PlanContext): Markdown[] {
  const { input, model, say, headings, tools } = plan;
  const { reminders } = say;
  const check = (id: string, text: Markdown) => task(`security/${id}`, text, EFFORT.testCase);
  const adapterNames = (model?.adapters ?? []).flatMap((adapter) => Object.values(adapter.env).flat());
  const checklist = [
    check('dotenv', reminders.load(tools.dotenv)),
    check('validation', reminders.validate(tools.validation)),
    check('urls', reminders.urls()),
    check('no-credentials', reminders.noCredentials(input.context)),
    check('messages', reminders.messages()),
    check('pool', reminders.pool()),
    ...(adapterNames.length === 0 ? [] : [check('adapters', reminders.adapters([...new Set(adapterNames)]))]),
  ];
  return [
    compose`## ${headings.sections.reminders[0] as Markdown}`,
    compose`### ${headings.sections.securityChecklist[0] as Markdown}`,
    renderTasks(checklist),
    compose`### ${headings.sections.envDocumentation[0] as Markdown}`,
    fenced('bash', envBlock(input.database, input.context, model, comments(plan, reminders.requiredComment()))),
    compose`### ${headings.sections.violations[0] as Markdown}`,
    bullets(reminders.violations()),
  ];
}

function comments({ say }: PlanContext, head: string) {
  return {
    head,
    service: say.reminders.serviceComment(),
    adapter: say.reminders.adapterComment,
    echo: say.reminders.echoComment(),
  };
}

function indexes({ model, say }: PlanContext): Markdown[] {
  const aggregates = model?.aggregates ?? [];
  const unique = aggregates.flatMap((aggregate) =>
    aggregate.unique.map((paths) => `${aggregate.name}(${paths.join(', ')})`),
  );
  const finders = aggregates.flatMap((aggregate) =>
    aggregate.finders
      .filter((finder) => finder.by.length > 0 && !finder.single)
      .map(
        (finder) => `${aggregate.name}.${finder.name}(${finder.by.map((filter) => filter.path.join('.')).join(', ')})`,
      ),
  );
  const references = aggregates.flatMap(referenceFields);
  return [
    ...(unique.length === 0 ? [] : [say.database.uniqueIndexes(unique)]),
    ...(finders.length === 0 ? [] : [say.database.finderIndexes(finders)]),
    ...(references.length === 0 ? [] : [say.database.referenceIndexes(references)]),
  ];
}

function referenceFields(aggregate: AggregateModel): string[] {
  return fieldsOf(aggregate)
    .filter(({ field }) => typesWithin(field.type).some((type) => type.kind === 'ref'))
    .map(({ owner, field }) => `${owner}.${field.name}`);
}
