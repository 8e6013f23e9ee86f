import { type ExposedAggregate, holdsGivenIdentity, type ProtoField } from '@planner/target';
import { messageProperty } from '../../ts-proto-names';
import type { Entry, WireSamples } from '../wire-samples';

/** What differs between requests of create, so that each can be sent once. */
export interface UniqueValues {
  /** Properties of the request. */
  readonly properties: readonly string[];
  /** The properties written with a number `count`, where all of them are texts that end in it. */
  readonly counted: readonly string[] | undefined;
  /** Else an object with them for every request; all different. */
  readonly rows: readonly string[];
  /** Whether there are fewer rows than requests: a type with few values. */
  readonly scarce: boolean;
}

/** `count`: how many are wanted. */
export function uniqueValues(
  aggregate: ExposedAggregate,
  samples: WireSamples,
  count: number,
): UniqueValues | undefined {
  const fields = uniqueFields(aggregate);
  if (fields.length === 0) return undefined;
  const rowsFrom = (variant: number) =>
    Array.from({ length: count }, (_, index) => entriesOf(aggregate, fields, samples, variant + index));
  const rows = rowsFrom(FIRST);
  const clash = rows.findIndex((row, index) => rows.slice(0, index).some((before) => clashes(aggregate, before, row)));
  const distinct = clash < 0 ? rows : rows.slice(0, clash);
  return {
    properties: fields.map(messageProperty),
    counted: counted(rowsFrom(0)),
    rows: distinct.map(objectText),
    scarce: distinct.length < count,
  };
}

/** The variants before are those of requests that add to a list. */
const FIRST = 100;

/** `['symbol: `sample-${count}`']` for rows `'sample-1'`, `'sample-2'` and so on. */
function counted(rows: readonly (readonly Entry[])[]): string[] | undefined {
  const [first = []] = rows;
  const templates = first.map(({ name, value }) => ({ name, stem: /^'([\w-]*\D)1'$/.exec(value)?.[1] }));
  const follows = rows.every((row, index) =>
    row.every(({ value }, place) => value === `'${String(templates[place]?.stem)}${String(index + 1)}'`),
  );
  return follows ? templates.map(({ name, stem }) => `${name}: \`${String(stem)}\${count}\``) : undefined;
}

/** Fields of the request that an identity, of the root or of a child, or a unique set is made of. */
function uniqueFields(aggregate: ExposedAggregate): ProtoField[] {
  const { model, create } = aggregate;
  const roots = new Set(model.unique.flatMap((set) => set.map((path) => path.split('.')[0])));
  const isIdentity = ({ origin }: ProtoField) => origin.name === 'id' && model.identity.kind === 'given';
  return (create?.request.fields ?? []).filter(
    (field) =>
      roots.has(field.origin.name) ||
      isIdentity(field) ||
      ('slot' in field.origin && holdsGivenIdentity(aggregate, field.origin.slot.type)),
  );
}

function entriesOf(
  { create }: ExposedAggregate,
  fields: readonly ProtoField[],
  samples: WireSamples,
  variant: number,
): Entry[] {
  const names = new Set(fields.map(messageProperty));
  return create ? samples.entries(create.request, variant).filter(({ name }) => names.has(name)) : [];
}

/** Two requests with the same values in any one set. */
function clashes({ model }: ExposedAggregate, left: readonly Entry[], right: readonly Entry[]): boolean {
  const sets = [
    ...model.unique.map((set) => set.map((path) => path.split('.')[0] ?? '')),
    ...(model.identity.kind === 'given' ? [['id']] : []),
  ];
  const valueOf = (entries: readonly Entry[], name: string) => entries.find((entry) => entry.name === name)?.value;
  return sets.some((set) =>
    set.every((name) => valueOf(left, name) !== undefined && valueOf(left, name) === valueOf(right, name)),
  );
}

function objectText(entries: readonly Entry[]): string {
  return `{ ${entries.map(({ name, value }) => `${name}: ${value}`).join(', ')} }`;
}
