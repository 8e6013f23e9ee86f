import { baseName } from '../../naming';
import { bullets, codes, labelled, compose, prose, type Markdown } from '../markdown';
import { unfinishedOf } from '../model-facts';
import { firstNames, type PlanContext } from '../plan-context';
import { foreignReferences } from '../references';

/** `# Implementation Plan: …` with file, date and week. */
export function renderHeader({ input, headings, week }: PlanContext): Markdown {
  const fields = [
    labelled(headings.header.file[0], prose(input.file)),
    labelled(headings.header.created[0], prose(input.created)),
    labelled(headings.header.week[0], prose(week)),
  ];
  return compose`# ${headings.title[0] as Markdown}: ${prose(input.title)}\n${fields.join('  \n') as Markdown}`;
}

/** Overview and executive summary. */
export function renderOverview(plan: PlanContext): Markdown[] {
  const { input, model, say, headings, phases } = plan;
  const aggregates = model?.aggregates.map((aggregate) => aggregate.name) ?? [];
  const hours = phases.reduce((sum, phase) => sum + phase.hours, 0);
  const fields = [
    labelled(headings.overview.objective[0], say.overview.objective(input.title, input.context, aggregates)),
    labelled(headings.overview.context[0], prose(input.context)),
    labelled(
      headings.overview.aggregates[0],
      aggregates.length === 0 ? say.overview.noAggregates() : codes(aggregates),
    ),
    labelled(headings.overview.effort[0], say.overview.effort(hours)),
  ];
  return [
    compose`## ${headings.sections.overview[0] as Markdown}`,
    bullets(fields),
    compose`### ${headings.sections.executiveSummary[0] as Markdown}`,
    ...summary(plan),
  ];
}

function summary({ input, model, say, tools, database }: PlanContext): Markdown[] {
  if (!model) return [say.overview.summaryWithout(input.context, tools.language, database.title)];
  const described = model.aggregates.flatMap((aggregate) =>
    aggregate.description === undefined ? [] : [say.overview.description(aggregate.name, aggregate.description)],
  );
  const unfinished = unfinishedOf(model);
  const { names, more } = firstNames(unfinished);
  const counts = {
    aggregates: model.aggregates.map((aggregate) => aggregate.name),
    entities: sum(model.aggregates.map((aggregate) => aggregate.entities.length)),
    valueObjects: model.valueObjects.length,
    operations: sum(model.aggregates.map((aggregate) => aggregate.operations.length)),
    invariants: sum(model.aggregates.map((aggregate) => aggregate.invariants.length)),
    events: model.events.length,
    useCases: model.useCases.length,
    rpcs: sum(model.grpcServices.map((service) => service.useCases.length)),
    services: model.grpcServices.map((service) => service.name),
  };
  return [
    say.overview.summary(counts, tools.language, database.title),
    ...(described.length === 0 ? [] : [bullets(described)]),
    unfinished.length === 0 ? say.overview.finished() : say.overview.unfinished(unfinished.length, names, more),
  ];
}

/** Earlier plans, existing contexts, other contexts that the model needs, clashes of names, systems. */
export function renderPrerequisites({ input, model, say, headings, tools, database }: PlanContext): Markdown[] {
  const { workspace } = input;
  const known = new Set([
    ...workspace.contexts.map((context) => context.name),
    ...workspace.plans.flatMap((plan) => plan.context ?? []),
  ]);
  const items = [
    ...(input.design === undefined ? [] : [say.prerequisites.design(input.design)]),
    ...workspace.plans.map((plan) => say.prerequisites.plan(plan.id, plan.title, baseName(plan.file), plan.context)),
    ...(workspace.plans.length === 0 ? [say.prerequisites.noPlans()] : []),
    ...workspace.contexts.map((context) =>
      say.prerequisites.context(context.name, context.directory, context.aggregates),
    ),
    ...(workspace.contexts.length === 0 ? [say.prerequisites.noContexts()] : []),
    ...(model ? foreignReferences(model) : []).map(({ owner, field, target }) =>
      say.prerequisites.foreignReference(`${owner}.${field}`, target, known.has(target.split('.')[0] ?? '')),
    ),
    ...(model?.foreignEvents ?? []).map((event) =>
      say.prerequisites.foreignEvent(`${event.context}.${event.name}`, known.has(event.context)),
    ),
    ...workspace.clashes.map(({ name, owner }) => say.prerequisites.clash(name, owner)),
    say.prerequisites.database(database.title, tools.embedded[input.database]),
    ...(model?.adapters ?? []).map((adapter) =>
      say.prerequisites.adapter(adapter.name, [...new Set(Object.values(adapter.env).flat())]),
    ),
  ];
  return [compose`## ${headings.sections.prerequisites[0] as Markdown}`, bullets(items)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
