import { type AggregateModel, lowerFirst } from '@planner/model';
import { canStoreTwo, type Exported, type RenderedFile, stringLiteral } from '@planner/target';
import { CHANGE_CONTEXT_FILE, dataFunctions, inputFunction, samplesFile } from '../../domain/tests/sample-values';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { reached } from '../constraints';
import { Extremes } from './extremes';
import { finderViews, type Member } from './finders';

export const PERSISTENCE_FILE = 'test/support/persistence.ts';

/** `orderContract`, in `test/contract/order.ts`. */
export function contractOf({ names }: RenderContext, { name }: AggregateModel): Exported {
  return { name: `${lowerFirst(name)}Contract`, file: `test/contract/${names.aggregate(name).kebab}.ts` };
}

/** What the repository and the queries of an aggregate promise, whatever they store in. */
export function renderContract(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { application, names, repository, templates } = context;
  const contract = contractOf(context, aggregate);
  const imports = context.imports(contract.file);
  const { first, other } = dataFunctions(context, aggregate);
  const samples = samplesFile(context, aggregate);
  const ports = application.aggregate(aggregate.name);
  const finders = finderViews(context, aggregate, imports);
  const two = canStoreTwo(context, aggregate);
  const uniques = two ? uniqueViews(aggregate, context) : [];
  const creates = createsAtOnce(aggregate);
  const lists = childLists(aggregate);
  const view = {
    contract: contract.name,
    aggregate: aggregate.name,
    root: imports.value(names.aggregate(aggregate.name).root),
    id: imports.value(names.aggregate(aggregate.name).id),
    data: imports.type(names.aggregate(aggregate.name).data),
    sample: imports.value({ name: first, file: samples }),
    two,
    ...(two && { other: imports.value({ name: other, file: samples }) }),
    repositories: ports.repositories,
    queries: ports.queriesProperty,
    cases: roundTrips(context, aggregate, imports),
    lists,
    uniques,
    finders,
    ...(creates && { create: createView(context, aggregate, imports), toRecord: imports.value(repository.aggregate(aggregate.name).eventToRecord) }),
  };
  imports.type({ name: 'Persistence', file: PERSISTENCE_FILE });
  if (creates) imports.value({ name: 'storedEvent', file: PERSISTENCE_FILE });
  for (const name of ['beforeEach', 'describe', 'expect', 'it']) imports.package('vitest', name);
  imports.kernel('ConcurrencyError');
  if (uniques.length > 0) imports.kernel('AlreadyExistsError');
  if (finders.some(({ single }) => !single)) {
    for (const name of ['allPages', 'expectSorted']) imports.value({ name, file: 'test/support/lists.ts' });
    if (finders.some(({ tokens }) => tokens)) imports.value(application.invalidPageTokenError);
  }
  if (finders.some(({ usesGiven }) => usesGiven)) imports.value({ name: 'given', file: 'test/support/lists.ts' });
  return context.file(6, contract.file, templates.render('repository/tests/contract.ts', { ...view, imports: imports.print() }));
}

interface Case {
  readonly name: string;
  readonly changes: readonly Member[];
}

function roundTrips(context: RenderContext, aggregate: AggregateModel, imports: ImportSet): Case[] {
  const extremes = new Extremes(context, imports);
  const id = aggregate.identity.kind === 'given' ? [{ name: 'id', type: aggregate.identity.type, optional: false }] : [];
  const state = aggregate.lifecycle ? [{ name: aggregate.lifecycle.name, type: { kind: 'enum' as const, name: aggregate.lifecycle.enum }, optional: false }] : [];
  const members = (extreme: 'least' | 'greatest') => [...id, ...aggregate.fields, ...state].map((field) => ({ name: field.name, value: extremes.field(field, extreme) }));
  const sparse = aggregate.fields.filter(({ optional }) => optional).map(({ name }) => ({ name, value: 'undefined' }));
  return [
    { name: 'as usual', changes: [] },
    ...(sparse.length > 0 ? [{ name: 'without what may be absent', changes: sparse }] : []),
    { name: 'with the least values', changes: members('least') },
    { name: 'with the greatest values', changes: members('greatest') },
  ];
}

/** Lists of entities at the root: their order and their ids have to stay. */
function childLists({ fields }: AggregateModel): string[] {
  return fields.filter(({ type }) => type.kind === 'list' && type.element.kind === 'entity').map(({ name }) => name);
}

interface UniqueView {
  readonly title: string;
  readonly fields: string;
  readonly members: readonly string[];
  /** A member that may be absent: without it two never clash. */
  readonly optional: string | undefined;
  /** Another set would be broken too, so that nobody knows which one is reported. */
  readonly isAmbiguous: boolean;
}

function uniqueViews(aggregate: AggregateModel, context: RenderContext): UniqueView[] {
  const sets = [...new Map(aggregate.unique.map((set) => [set.join(' '), set])).values()];
  const top = (path: string) => path.split('.')[0] ?? '';
  return sets.map((set) => {
    const members = [...new Set(set.map(top))];
    const others = sets.filter((other) => other !== set && other.every((path) => members.includes(top(path))));
    const optional = members.find((name) => aggregate.fields.find((field) => field.name === name)?.optional);
    const isFreeOf = (name: string) => sets.every((other) => other.map(top).includes(name) || !other.every((path) => members.includes(top(path))));
    return {
      title: set.map((path) => reached(aggregate, path.split('.'), context, '').replace(/^\??\./, '')).join(' and ').replaceAll('?.', '.'),
      fields: `[${set.map(stringLiteral).join(', ')}]`,
      members,
      optional: optional !== undefined && isFreeOf(optional) ? optional : undefined,
      isAmbiguous: others.length > 0,
    };
  });
}

/** Whether `create` runs without a stub being written. */
function createsAtOnce({ operations }: AggregateModel): boolean {
  const create = operations.find(({ kind }) => kind === 'create');
  if (create === undefined) return false;
  const computes = create.assignments.some(({ value }) => value.kind === 'computed' && value.fallback.kind === 'unimplemented');
  return !computes && !create.emissions.some(({ fields }) => fields.some(({ source }) => source.kind === 'stub' && source.required));
}

function createView(context: RenderContext, aggregate: AggregateModel, imports: ImportSet): string {
  const create = aggregate.operations.find(({ kind }) => kind === 'create');
  const now = `${imports.value({ name: 'changeContext', file: CHANGE_CONTEXT_FILE })}()`;
  if (create === undefined || create.parameters.length === 0) return now;
  return `${imports.value({ name: inputFunction(context, aggregate, create), file: samplesFile(context, aggregate) })}(), ${now}`;
}
