import { code, codes, joined, link, compose, prose, type Markdown } from '../../markdown';
import { counted, someOf } from './counting';

/** Hours and working days of 8 hours. */
const effort = (hours: number): Markdown =>
  hours < 8
    ? counted(hours, 'hour')
    : compose`${counted(hours, 'hour')} (about ${counted(Math.round(hours / 4) / 2, 'working day')})`;

/** What the executive summary counts. */
export interface Counts {
  readonly aggregates: readonly string[];
  readonly entities: number;
  readonly valueObjects: number;
  readonly operations: number;
  readonly invariants: number;
  readonly events: number;
  readonly useCases: number;
  readonly rpcs: number;
  readonly services: readonly string[];
}

export const overview = {
  effort,
  phaseEstimate: (hours: number) => counted(hours, 'hour'),
  objective: (title: string, context: string, aggregates: readonly string[]) =>
    aggregates.length === 0
      ? compose`${prose(title)} in the bounded context ${code(context)}`
      : compose`${prose(title)}: ${codes(aggregates)} in the bounded context ${code(context)}, as a gRPC service`,
  noAggregates: () => compose`none yet`,
  summary: (counts: Counts, language: string, database: string) =>
    compose`The plan builds ${counted(counts.aggregates.length, 'aggregate')} (${codes(counts.aggregates)}) with ${someOf(
      [
        [counts.entities, 'child entity', 'child entities'],
        [counts.valueObjects, 'value object'],
        [counts.operations, 'operation'],
        [counts.invariants, 'invariant'],
        [counts.events, 'domain event'],
      ],
    )}. It has ${counted(counts.useCases, 'use case')} and exposes ${counted(counts.rpcs, 'rpc')}${counts.services.length === 0 ? compose`` : compose` through ${codes(counts.services)}`}. It is written in ${prose(language)} and stored in ${prose(database)}.`,
  summaryWithout: (context: string, language: string, database: string) =>
    compose`The plan opens the bounded context ${code(context)}, written in ${prose(language)} and stored in ${prose(database)}. It has no aggregate yet: model the first one under Domain Model, and tasks, files and diagrams follow from it.`,
  unfinished: (count: number, names: readonly string[], more: number) =>
    compose`${counted(count, 'place')} ${count === 1 ? compose`is` : compose`are`} left to be written by hand after scaffolding: ${codes(names)}${more === 0 ? compose`` : compose` and ${more} more`}.`,
  finished: () => compose`Nothing is left to be written by hand after scaffolding.`,
  description: (name: string, text: string) => compose`${code(name)}: ${prose(text)}`,
};

export const prerequisites = {
  design: (address: string) => compose`Architecture: ${link(prose(address), address)}`,
  plan: (id: string, title: string, address: string, context: string | undefined) =>
    compose`Earlier plan ${link(compose`${prose(id)} ${prose(title)}`, address)}${context === undefined ? compose`` : compose` of the context ${code(context)}`}`,
  noPlans: () => compose`No earlier plan.`,
  context: (name: string, directory: string, aggregates: readonly string[]) =>
    compose`Existing context ${code(name)} in ${code(directory)}${aggregates.length === 0 ? compose`` : compose` with ${codes(aggregates)}`}`,
  noContexts: () => compose`No existing context.`,
  foreignReference: (from: string, target: string, known: boolean) =>
    compose`${code(from)} holds the identity of ${code(target)}${known ? compose`` : compose`; no plan of this workspace describes that context yet`}`,
  foreignEvent: (event: string, known: boolean) =>
    compose`The context listens to ${code(event)}${known ? compose`` : compose`; no plan of this workspace describes that context yet`}`,
  clash: (name: string, owner: string) =>
    compose`⚠️ The name ${code(name)} is already used in ${code(owner)}: rename one of the two, or say in both plans how they differ`,
  database: (database: string, embedded: string | undefined) =>
    compose`${prose(database)}${embedded === undefined ? compose`` : compose`; until there is a server, the scaffolded ${code('.env')} points at an embedded database (${prose(embedded)})`}`,
  adapter: (name: string, variables: readonly string[]) =>
    compose`Access to the system behind ${code(name)}${variables.length === 0 ? compose`` : compose`: ${codes(variables)}`}`,
};

export const model = {
  intro: () =>
    compose`The block below is the model: tasks, files, diagrams and code follow from it. Change the plan here first.`,
  classDiagram: () => compose`Class Diagram`,
  classDiagramOf: (names: readonly string[]) => compose`Class Diagram: ${joined(names.map(prose))}`,
  lifecycle: (aggregate: string, field: string) => compose`Lifecycle: ${prose(aggregate)}.${prose(field)}`,
};

export const taskList = {
  reminder: (dotenv: string) =>
    compose`⚠️ Every database setting comes from ${code('.env')} through ${prose(dotenv)}: no connection string, user, password, host or port in code.`,
};
