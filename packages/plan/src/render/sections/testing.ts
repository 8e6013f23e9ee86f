import { bullets, labelled, compose, type Markdown } from '../markdown';
import { transitionsOf } from '../model-facts';
import type { PlanContext } from '../plan-context';
import { renderFiles } from './steps';

/** What is tested how, and the files of phase 6. */
export function renderTesting(plan: PlanContext): Markdown[] {
  const { model, say, headings, tools, database } = plan;
  const { strategy } = say;
  const aggregates = model?.aggregates ?? [];
  const rules = [...aggregates, ...(model?.valueObjects ?? []), ...aggregates.flatMap((each) => each.entities)].flatMap(
    (each) => ('invariants' in each ? each.invariants : []),
  );
  const requirements = aggregates.flatMap((each) => each.operations.flatMap((operation) => operation.requires));
  const adapters = (model?.adapters ?? []).map((adapter) => adapter.name);
  const items = [
    labelled(
      strategy.unit(),
      strategy.unitText(
        rules.length + requirements.length,
        aggregates.reduce((sum, each) => sum + transitionsOf(each).length, 0),
      ),
    ),
    labelled(
      strategy.repository(),
      strategy.repositoryText(
        aggregates.map((each) => `${each.name}Repository`),
        database.title,
      ),
    ),
    labelled(strategy.application(), strategy.applicationText(model?.useCases.length ?? 0)),
    ...(adapters.length === 0 ? [] : [labelled(strategy.adapters(), strategy.adapterText(adapters))]),
    labelled(strategy.endToEnd(), strategy.endToEndText((model?.grpcServices ?? []).map((service) => service.name))),
    labelled(strategy.tool(), strategy.toolText(tools.tests, tools.typecheck)),
  ];
  return [compose`## ${headings.sections.testing[0] as Markdown}`, bullets(items), ...renderFiles(plan, 6)];
}
