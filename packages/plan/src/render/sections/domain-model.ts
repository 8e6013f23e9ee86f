import type { ContextModel } from '@planner/model';
import { classDiagrams } from '../diagrams/class-diagram';
import { stateDiagram } from '../diagrams/state-diagram';
import { fenced, compose, type Markdown } from '../markdown';
import type { PlanContext } from '../plan-context';

/** The model block and the diagrams, which show the aggregates that the plan touches whole. */
export function renderDomainModel({ input, model, whole, say, headings }: PlanContext): Markdown[] {
  const touched = new Set(model?.aggregates.map((aggregate) => aggregate.name));
  const drawn = whole && { ...whole, aggregates: whole.aggregates.filter((aggregate) => touched.has(aggregate.name)) };
  return [
    compose`## ${headings.sections.domainModel[0] as Markdown}`,
    say.model.intro(),
    ...(input.modelText === undefined ? [] : [fenced('yaml planner', input.modelText)]),
    ...(drawn ? [...renderClassDiagrams(drawn, say), ...renderLifecycles(drawn, say)] : []),
  ];
}

function renderClassDiagrams(model: ContextModel, say: PlanContext['say']): Markdown[] {
  const diagrams = classDiagrams(model);
  return diagrams.flatMap(({ aggregates, text }) => [
    compose`### ${diagrams.length === 1 ? say.model.classDiagram() : say.model.classDiagramOf(aggregates)}`,
    fenced('mermaid', text),
  ]);
}

function renderLifecycles(model: ContextModel, say: PlanContext['say']): Markdown[] {
  return model.aggregates.flatMap((aggregate) =>
    aggregate.lifecycle
      ? [
          compose`### ${say.model.lifecycle(aggregate.name, aggregate.lifecycle.name)}`,
          fenced('mermaid', stateDiagram(aggregate, aggregate.lifecycle)),
        ]
      : [],
  );
}
