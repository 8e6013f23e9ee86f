import type { ProtoField } from '@planner/target';
import { messageProperty } from '../../ts-proto-names';
import { type Entry, literal, type WireSamples } from '../wire-samples';
import type { ExposedAggregate } from './exposed-aggregate';

/** What differs between requests of create, so that each can be sent once. */
export interface UniqueValues {
  /** Properties of the request. */
  readonly properties: readonly string[];
  /** Source of an object with them, one for every request; all different. */
  readonly rows: readonly string[];
}

/** `count`: how many are wanted; a type with few values has fewer. */
export function uniqueValues(aggregate: ExposedAggregate, samples: WireSamples, count: number): UniqueValues | undefined {
  const fields = uniqueFields(aggregate);
  if (fields.length === 0) return undefined;
  const rows = Array.from({ length: count }, (_, variant) => entriesOf(fields, samples, variant + FIRST));
  const clash = rows.findIndex((row, index) => rows.slice(0, index).some((before) => clashes(aggregate, before, row)));
  return { properties: fields.map(messageProperty), rows: rows.slice(0, clash < 0 ? count : clash).map(literal) };
}

/** The samples before that are those of the request itself. */
const FIRST = 20;

/** Fields of the request that an identity or a unique set is made of. */
function uniqueFields({ model, create }: ExposedAggregate): ProtoField[] {
  const roots = new Set(model.unique.flatMap((set) => set.map((path) => path.split('.')[0])));
  return (create?.request.fields ?? []).filter(({ origin }) => roots.has(origin.name) || (origin.name === 'id' && model.identity.kind === 'given'));
}

function entriesOf(fields: readonly ProtoField[], samples: WireSamples, variant: number): Entry[] {
  return fields.flatMap((field) => ('slot' in field.origin ? [{ name: messageProperty(field), value: samples.value(field.origin.slot.type, variant) }] : []));
}

/** Two requests with the same values in any one set. */
function clashes({ model }: ExposedAggregate, left: readonly Entry[], right: readonly Entry[]): boolean {
  const sets = [...model.unique.map((set) => set.map((path) => path.split('.')[0] ?? '')), ...(model.identity.kind === 'given' ? [['id']] : [])];
  const value = (entries: readonly Entry[], name: string) => entries.find((entry) => entry.name === name)?.value;
  return sets.some((set) => set.every((name) => value(left, name) !== undefined && value(left, name) === value(right, name)));
}
