import { type AggregateModel, snakeCase } from '@planner/model';
import { canStoreTwo, type Exported, type RenderedFile } from '@planner/target';
import { inputSample, stateSamples } from '../../domain/tests/sample-values';
import { CHANGE_CONTEXT_FILE } from '../../domain/tests/support';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { tuple } from '../constraints';
import { fieldPath } from '../constraints';
import { idRef } from '../stored-aggregate';
import { Extremes } from './extremes';
import { finderViews, type Member } from './finders';

export const PERSISTENCE_FILE = 'tests/support/persistence.py';

/** `OrderContract`, in `tests/contract/order_contract.py`. */
export function contractOf({ names }: RenderContext, { name }: AggregateModel): Exported {
  return { name: `${name}Contract`, file: `tests/contract/${names.aggregate(name).snake}_contract.py` };
}

/** What the repository and the queries of an aggregate promise, whatever they store in. */
export function renderContract(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { application, names, repository, templates } = context;
  const contract = contractOf(context, aggregate);
  const imports = context.imports(contract.file);
  const { first, other } = stateSamples(context, aggregate);
  const ports = application.aggregate(aggregate.name);
  const finders = finderViews(context, aggregate, imports);
  const two = canStoreTwo(context, aggregate);
  const uniques = two ? uniqueViews(aggregate) : [];
  const creates = createsAtOnce(aggregate);
  const lists = childLists(aggregate);
  const usesOther =
    two && (lists.length > 0 || uniques.length > 0 || finders.some(({ matching }) => matching !== undefined));
  const { root, state, id, dto } = names.aggregate(aggregate.name);
  imports.value(id);
  const view = {
    contract: contract.name,
    aggregate: aggregate.name,
    kind: pyString(aggregate.name),
    root: imports.value(root),
    state: imports.value(state),
    dto: imports.value(dto),
    id: context.types.domain({ type: idRef(aggregate), optional: false }, imports),
    sample: imports.value(first),
    ...(usesOther && { other: imports.value(other) }),
    repositories: ports.repositories,
    queries: queriesOf(context, aggregate),
    cases: roundTrips(context, aggregate, imports),
    lists,
    uniques,
    finders,
    ...(creates && {
      create: createCall(context, aggregate, imports),
      record: imports.value(repository.aggregate(aggregate.name).eventRecord),
    }),
    isPaged: finders.some(({ single }) => !single),
  };
  imports.value({ name: 'Persistence', file: PERSISTENCE_FILE });
  imports.module('asyncio');
  imports.from('dataclasses', 'replace');
  imports.module('pytest');
  for (const name of ['AlreadyExistsError', 'ConcurrencyError']) imports.kernel('errors', name);
  if (creates) imports.value({ name: 'stored_event', file: PERSISTENCE_FILE });
  if (view.isPaged) {
    for (const name of ['all_pages', 'assert_sorted']) imports.value({ name, file: 'tests/support/lists.py' });
    imports.value(application.page);
    imports.value(application.pageRequest);
    if (finders.some(({ tokens }) => tokens)) imports.value(application.invalidPageTokenError);
  }
  if (finders.some(({ usesGiven }) => usesGiven)) imports.value({ name: 'given', file: 'tests/support/lists.py' });
  return context.file(
    6,
    contract.file,
    templates.render('repository/tests/contract.py', { ...view, imports: imports.print() }),
  );
}

/** Attribute of `Persistence`. */
export function queriesOf({ application }: RenderContext, { name }: Pick<AggregateModel, 'name'>): string {
  return application.aggregate(name).queriesParameter;
}

interface Case {
  readonly name: string;
  readonly changes: readonly Member[];
}

function roundTrips(context: RenderContext, aggregate: AggregateModel, imports: ImportSet): Case[] {
  const extremes = new Extremes(context, imports);
  const id = aggregate.identity.kind === 'given' ? [{ name: 'id', type: idRef(aggregate), optional: false }] : [];
  const state = aggregate.lifecycle
    ? [
        {
          name: aggregate.lifecycle.name,
          type: { kind: 'enum' as const, name: aggregate.lifecycle.enum },
          optional: false,
        },
      ]
    : [];
  const members = (extreme: 'least' | 'greatest') =>
    [...id, ...aggregate.fields, ...state].map((field) => ({
      name: attribute(field.name),
      value: extremes.field(field, extreme),
    }));
  const sparse = aggregate.fields
    .filter(({ optional }) => optional)
    .map(({ name }) => ({ name: attribute(name), value: 'None' }));
  return [
    { name: 'as usual', changes: [] },
    ...(sparse.length > 0 ? [{ name: 'without what may be absent', changes: sparse }] : []),
    { name: 'with the least values', changes: members('least') },
    { name: 'with the greatest values', changes: members('greatest') },
  ];
}

/** Lists of entities at the root: their order and their ids have to stay. */
function childLists({ fields }: AggregateModel): string[] {
  return fields
    .filter(({ type }) => type.kind === 'list' && type.element.kind === 'entity')
    .map(({ name }) => attribute(name));
}

interface UniqueView {
  /** For names of tests. */
  readonly title: string;
  readonly fields: string;
  readonly members: readonly string[];
  /** A member that may be absent: without it two never clash. */
  readonly optional: string | undefined;
  /** Another set would be broken too, so that nobody knows which one is reported. */
  readonly isAmbiguous: boolean;
}

function uniqueViews(aggregate: AggregateModel): UniqueView[] {
  const sets = [...new Map(aggregate.unique.map((set) => [set.join(' '), set])).values()];
  const top = (path: string) => path.split('.')[0] ?? '';
  return sets.map((set) => {
    const members = [...new Set(set.map(top))];
    const others = sets.filter((other) => other !== set && other.every((path) => members.includes(top(path))));
    const optional = members.find((name) => aggregate.fields.find((field) => field.name === name)?.optional);
    const isFreeOf = (name: string) =>
      sets.every((other) => other.map(top).includes(name) || !other.every((path) => members.includes(top(path))));
    return {
      title: set.map((path) => snakeCase(path.replaceAll('.', '_'))).join('_and_'),
      fields: tuple(set.map((path) => pyString(fieldPath(path.split('.'))))),
      members: members.map(attribute),
      optional: optional !== undefined && isFreeOf(optional) ? attribute(optional) : undefined,
      isAmbiguous: others.length > 0,
    };
  });
}

/** Whether `create` runs without a stub being written. */
function createsAtOnce({ operations }: AggregateModel): boolean {
  const create = operations.find(({ kind }) => kind === 'create');
  if (create === undefined) return false;
  const computes = create.assignments.some(
    ({ value }) => value.kind === 'computed' && value.fallback.kind === 'unimplemented',
  );
  return (
    !computes &&
    !create.emissions.some(({ fields }) => fields.some(({ source }) => source.kind === 'stub' && source.required))
  );
}

/** What the class method is given. */
function createCall(context: RenderContext, aggregate: AggregateModel, imports: ImportSet): string {
  const create = aggregate.operations.find(({ kind }) => kind === 'create');
  const now = `context=${imports.value({ name: 'change_context', file: CHANGE_CONTEXT_FILE })}()`;
  if (create === undefined || create.parameters.length === 0) return now;
  return `**${imports.value(inputSample(context, aggregate, create).make)}(), ${now}`;
}
