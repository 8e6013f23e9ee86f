import type { ContextModel } from '@planner/model';
import { classDiagrams } from '../diagrams/class-diagram';
import { stateDiagram } from '../diagrams/state-diagram';
import { fenced, compose, type Markdown } from '../markdown';
import type { PlanContext } from '../plan-context';

/** The model block and the diagrams drawn from it. */
export function renderDomainModel({ input, model, say, headings }: PlanContext): Markdown[] {
  return [
    compose`## ${headings.sections.domainModel[0] as Markdown}`,
    say.model.intro(),
    ...(input.modelText === undefined ? [] : [fenced('yaml planner', input.modelText)]),
    ...(model ? [...renderClassDiagrams(model, say), ...renderLifecycles(model, say)] : []),
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
