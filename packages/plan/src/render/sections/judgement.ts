import type { ContextModel } from '@planner/model';
import { bullets, joined, labelled, compose, type Markdown } from '../markdown';
import type { PlanContext } from '../plan-context';
import { referencesBetween } from '../references';
import { EFFORT } from '../tasks/effort';
import { task } from '../tasks/planned-task';
import { renderTasks } from './task-list';

/** Boxes that a reviewer ticks, one per boundary and reference of this model. */
export function renderCompliance({ input, model, say, headings }: PlanContext): Markdown[] {
  const check = (id: string, text: Markdown) => task(`compliance/${id}`, text, EFFORT.testCase);
  const checks = [
    check('independent-domain', say.compliance.independent(input.context)),
    ...(model ? modelChecks(model) : [check('language', say.compliance.empty(input.context))]),
    check('orchestration', say.compliance.useCases()),
  ];
  return [compose`## ${headings.sections.compliance[0] as Markdown}`, renderTasks(checks)];

  function modelChecks(of: ContextModel) {
    const references = referencesBetween(of);
    const rules = [...of.aggregates, ...of.valueObjects, ...of.aggregates.flatMap((each) => each.entities)].flatMap(
      (each) => ('invariants' in each ? each.invariants : []),
    );
    const requirements = of.aggregates.flatMap((each) => each.operations.flatMap((operation) => operation.requires));
    const valueObjects = of.valueObjects.map((each) => each.name);
    return [
      ...of.aggregates.map((each) =>
        check(
          `boundary/${each.name}`,
          say.compliance.boundary(
            each.name,
            each.entities.map((entity) => entity.name),
          ),
        ),
      ),
      ...of.aggregates.flatMap((each) => {
        const targets = [
          ...new Set(
            references.filter((reference) => reference.aggregate === each.name).map((reference) => reference.target),
          ),
        ];
        return targets.length === 0
          ? []
          : [check(`references/${each.name}`, say.compliance.references(each.name, targets))];
      }),
      check('encapsulation', say.compliance.encapsulated(rules.length + requirements.length)),
      check('repositories', say.compliance.repositories(of.aggregates.map((each) => `${each.name}Repository`))),
      ...(valueObjects.length === 0 ? [] : [check('value-objects', say.compliance.valueObjects(valueObjects))]),
      ...(of.events.length === 0 ? [] : [check('events', say.compliance.events(of.events.length))]),
    ];
  }
}

/** Which patterns the model uses, and why. */
export function renderDecisions(plan: PlanContext): Markdown[] {
  const { input, model, say, headings, tools } = plan;
  const { decisions } = say;
  const title = compose`## ${headings.sections.decisions[0] as Markdown}`;
  if (!model) {
    const open = [
      labelled(decisions.aggregateDesign(), decisions.openRoot(input.context)),
      labelled(decisions.repositoryStrategy(), decisions.noRepositories()),
      labelled(decisions.domainEvents(), decisions.noEvents()),
      labelled(decisions.valueObjects(), decisions.wrapped([], [])),
    ];
    return [title, bullets(open)];
  }
  const queries = model.useCases.filter((useCase) => useCase.kind === 'query').map((useCase) => useCase.name);
  const eventSourced = model.aggregates
    .filter((aggregate) => aggregate.persistence === 'events')
    .map((aggregate) => aggregate.name);
  const items = [
    labelled(
      decisions.aggregateDesign(),
      joined(
        model.aggregates.map((each) =>
          decisions.root(
            each.name,
            each.entities.map((entity) => entity.name),
            each.lifecycle?.states.length ?? 0,
          ),
        ),
        '. ',
      ),
    ),
    labelled(
      decisions.repositoryStrategy(),
      joined(
        [
          decisions.repositories(
            model.aggregates.map((each) => `${each.name}Repository`),
            tools.sql,
          ),
          ...(eventSourced.length === 0 ? [] : [decisions.eventSourced(eventSourced)]),
        ],
        '; ',
      ),
    ),
    labelled(decisions.domainEvents(), domainEvents(model, say)),
    labelled(decisions.valueObjects(), decisions.wrapped(namesOf(model, 'simple'), namesOf(model, 'composite'))),
    labelled(decisions.concurrency(), decisions.optimistic()),
    ...(queries.length === 0 ? [] : [labelled(decisions.readSide(), decisions.queries(queries))]),
    ...(model.adapters.length === 0
      ? []
      : [labelled(decisions.integration(), decisions.adapters(model.adapters.map((adapter) => adapter.name)))]),
  ];
  return [title, bullets(items)];
}

/** How the five principles hold in this model. */
export function renderSolid({ model, say, headings }: PlanContext): Markdown[] {
  const { solid } = say;
  const roots = model?.aggregates.map((aggregate) => aggregate.name) ?? [];
  const contracts = [
    ...roots.map((name) => `${name}Repository`),
    ...(model?.adapters ?? []).map((adapter) => adapter.name),
  ];
  const points = [
    ...(model?.adapters ?? []).flatMap((adapter) =>
      adapter.select === undefined ? [] : [solid.newMember(adapter.select, adapter.name)],
    ),
    ...(model?.events ?? []).slice(0, 1).map((event) => solid.newPolicy(event.name)),
    ...(model ? [solid.newUseCase()] : []),
  ];
  const items = [
    labelled(solid.srp(), solid.srpRules(roots, model?.useCases.length ?? 0)),
    labelled(solid.direction(), solid.inward()),
    labelled(solid.interfaces(), solid.contracts(contracts)),
    labelled(solid.substitution(), solid.sameContract()),
    labelled(solid.extension(), solid.points(points)),
  ];
  return [compose`## ${headings.sections.solid[0] as Markdown}`, bullets(items)];
}

function domainEvents(model: ContextModel, { decisions }: PlanContext['say']): Markdown {
  const parts = [
    ...(model.events.length === 0 ? [] : [decisions.published(model.events.length)]),
    ...(model.policies.length === 0 ? [] : [decisions.policies(model.policies.map((policy) => policy.name))]),
  ];
  return parts.length === 0 ? decisions.noEvents() : joined(parts, '; ');
}

function namesOf(model: ContextModel, kind: 'simple' | 'composite'): string[] {
  return model.valueObjects.filter((each) => each.kind === kind).map((each) => each.name);
}
