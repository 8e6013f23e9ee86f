import type { ContextModel } from '@planner/model';
import { classDiagrams } from '../diagrams/class-diagram';
import { stateDiagram } from '../diagrams/state-diagram';
import { fenced, md, type Markdown } from '../markdown';
import type { PlanContext } from '../plan-context';

/** The model block and the diagrams drawn from it. */
export function renderDomainModel({ input, model, say, headings }: PlanContext): Markdown[] {
  return [
    md`## ${headings.sections.domainModel[0] as Markdown}`,
    say.model.intro(),
    ...(input.modelText === undefined ? [] : [fenced('yaml planner', input.modelText)]),
    ...(model ? [...renderClassDiagrams(model, say), ...renderLifecycles(model, say)] : []),
  ];
}

function renderClassDiagrams(model: ContextModel, say: PlanContext['say']): Markdown[] {
  const diagrams = classDiagrams(model);
  return diagrams.flatMap(({ aggregates, text }) => [
    md`### ${diagrams.length === 1 ? say.model.classDiagram() : say.model.classDiagramOf(aggregates)}`,
    fenced('mermaid', text),
  ]);
}

function renderLifecycles(model: ContextModel, say: PlanContext['say']): Markdown[] {
  return model.aggregates.flatMap((aggregate) =>
    aggregate.lifecycle ? [md`### ${say.model.lifecycle(aggregate.name, aggregate.lifecycle.name)}`, fenced('mermaid', stateDiagram(aggregate, aggregate.lifecycle))] : [],
  );
}
