import { code, codes, joined, link, md, prose, type Markdown } from '../../markdown';
import { counted, someOf } from './counting';

/** Hours and working days of 8 hours. */
const effort = (hours: number): Markdown => (hours < 8 ? counted(hours, 'hour') : md`${counted(hours, 'hour')} (about ${counted(Math.round(hours / 4) / 2, 'working day')})`);

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
    aggregates.length === 0 ? md`${prose(title)} in the bounded context ${code(context)}` : md`${prose(title)}: ${codes(aggregates)} in the bounded context ${code(context)}, as a gRPC service`,
  noAggregates: () => md`none yet`,
  summary: (counts: Counts, language: string, database: string) =>
    md`The plan builds ${counted(counts.aggregates.length, 'aggregate')} (${codes(counts.aggregates)}) with ${someOf([
      [counts.entities, 'child entity', 'child entities'],
      [counts.valueObjects, 'value object'],
      [counts.operations, 'operation'],
      [counts.invariants, 'invariant'],
      [counts.events, 'domain event'],
    ])}. It has ${counted(counts.useCases, 'use case')} and exposes ${counted(counts.rpcs, 'rpc')}${counts.services.length === 0 ? md`` : md` through ${codes(counts.services)}`}. It is written in ${prose(language)} and stored in ${prose(database)}.`,
  summaryWithout: (context: string, language: string, database: string) =>
    md`The plan opens the bounded context ${code(context)}, written in ${prose(language)} and stored in ${prose(database)}. It has no aggregate yet: model the first one under Domain Model, and tasks, files and diagrams follow from it.`,
  unfinished: (count: number, names: readonly string[], more: number) =>
    md`${counted(count, 'place')} ${count === 1 ? md`is` : md`are`} left to be written by hand after scaffolding: ${codes(names)}${more === 0 ? md`` : md` and ${more} more`}.`,
  finished: () => md`Nothing is left to be written by hand after scaffolding.`,
  description: (name: string, text: string) => md`${code(name)}: ${prose(text)}`,
};

export const prerequisites = {
  design: (address: string) => md`Architecture: ${link(prose(address), address)}`,
  plan: (id: string, title: string, address: string, context: string | undefined) =>
    md`Earlier plan ${link(md`${prose(id)} ${prose(title)}`, address)}${context === undefined ? md`` : md` of the context ${code(context)}`}`,
  noPlans: () => md`No earlier plan.`,
  context: (name: string, directory: string, aggregates: readonly string[]) =>
    md`Existing context ${code(name)} in ${code(directory)}${aggregates.length === 0 ? md`` : md` with ${codes(aggregates)}`}`,
  noContexts: () => md`No existing context.`,
  foreignReference: (from: string, target: string, known: boolean) =>
    md`${code(from)} holds the identity of ${code(target)}${known ? md`` : md`; no plan of this workspace describes that context yet`}`,
  foreignEvent: (event: string, known: boolean) =>
    md`The context listens to ${code(event)}${known ? md`` : md`; no plan of this workspace describes that context yet`}`,
  clash: (name: string, owner: string) => md`⚠️ The name ${code(name)} is already used in ${code(owner)}: rename one of the two, or say in both plans how they differ`,
  database: (database: string, embedded: string | undefined) =>
    md`${prose(database)}${embedded === undefined ? md`` : md`; until there is a server, the scaffolded ${code('.env')} points at an embedded database (${prose(embedded)})`}`,
  adapter: (name: string, variables: readonly string[]) => md`Access to the system behind ${code(name)}${variables.length === 0 ? md`` : md`: ${codes(variables)}`}`,
};

export const model = {
  intro: () => md`The block below is the model: tasks, files, diagrams and code follow from it. Change the plan here first.`,
  classDiagram: () => md`Class Diagram`,
  classDiagramOf: (names: readonly string[]) => md`Class Diagram: ${joined(names.map(prose))}`,
  lifecycle: (aggregate: string, field: string) => md`Lifecycle: ${prose(aggregate)}.${prose(field)}`,
};

export const taskList = {
  reminder: (dotenv: string) =>
    md`⚠️ Every database setting comes from ${code('.env')} through ${prose(dotenv)}: no connection string, user, password, host or port in code.`,
};
