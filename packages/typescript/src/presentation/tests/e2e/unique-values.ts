import {
  distinctCreations,
  type ExposedAggregate,
  numberOfCreations,
  uniqueParameters,
  VARIANTS,
} from '@planner/target';
import { messageProperty } from '../../ts-proto-names';
import type { Entry, WireSamples } from '../wire-samples';

/** What differs between requests of create, so that each can be sent once: as many as tests need, where the types have as many values. */
export interface UniqueValues {
  /** Properties of the request. */
  readonly properties: readonly string[];
  /** The properties written with a number `count` from `FIRST_NUMBER` on, where all of them are texts that end in it. */
  readonly counted: readonly string[] | undefined;
  /** Else an object with them for every request; all different. */
  readonly rows: readonly string[];
}

/** Undefined where create takes nothing that only one may have. */
export function uniqueValues(aggregate: ExposedAggregate, samples: WireSamples): UniqueValues | undefined {
  const { create } = aggregate;
  const parameters = uniqueParameters(aggregate);
  if (!create || parameters.size === 0) return undefined;
  const properties = create.request.fields.filter(({ origin }) => parameters.has(origin.name)).map(messageProperty);
  const rowOf = (variant: number) =>
    samples.entries(create.request, variant).filter(({ name }) => properties.includes(name));
  const rows = Array.from({ length: numberOfCreations(aggregate) }, (_, index) => rowOf(VARIANTS.FIRST + index));
  return {
    properties,
    counted: counted(rows),
    rows: rows.slice(0, distinctCreations(aggregate, samples.at)).map(objectText),
  };
}

/** The number that ends the text of that variant. */
export const FIRST_NUMBER = VARIANTS.FIRST + 1;

/** `['symbol: `sample-${count}`']` for rows `'sample-101'`, `'sample-102'` and so on. */
function counted(rows: readonly (readonly Entry[])[]): string[] | undefined {
  const [first = []] = rows;
  const templates = first.map(({ name, value }) => ({ name, stem: /^'([\w-]*\D)(\d+)'$/.exec(value)?.[1] }));
  const follows = rows.every((row, index) =>
    row.every(({ value }, place) => value === `'${String(templates[place]?.stem)}${String(index + FIRST_NUMBER)}'`),
  );
  return follows ? templates.map(({ name, stem }) => `${name}: \`${String(stem)}\${count}\``) : undefined;
}

function objectText(entries: readonly Entry[]): string {
  return `{ ${entries.map(({ name, value }) => `${name}: ${value}`).join(', ')} }`;
}
