import {
  distinctCreations,
  type ExposedAggregate,
  numberOfCreations,
  uniqueParameters,
  VARIANTS,
} from '@planner/target';
import type { Entry, WireSamples } from '../wire-samples';

/** What differs between requests of create, so that each can be sent once: as many as tests need, where the types have as many values. */
export interface UniqueValues {
  /** The fields written with a number `count` from `FIRST_NUMBER` on, where all of them are texts that end in it. */
  readonly counted: readonly Entry[] | undefined;
  /** Else the fields for every request; all different. */
  readonly rows: readonly (readonly Entry[])[];
}

/** Undefined where create takes nothing that only one may have. */
export function uniqueValues(aggregate: ExposedAggregate, samples: WireSamples): UniqueValues | undefined {
  const { create } = aggregate;
  const parameters = uniqueParameters(aggregate);
  if (!create || parameters.size === 0) return undefined;
  const names = new Set(
    create.request.fields.filter(({ origin }) => parameters.has(origin.name)).map(({ name }) => name),
  );
  const rowOf = (variant: number) => samples.entries(create.request, variant).filter(({ name }) => names.has(name));
  const rows = Array.from({ length: numberOfCreations(aggregate) }, (_, index) => rowOf(VARIANTS.FIRST + index));
  return {
    counted: counted(rows),
    rows: rows.slice(0, distinctCreations(aggregate, samples.at)),
  };
}

/** The number that ends the text of that variant. */
export const FIRST_NUMBER = VARIANTS.FIRST + 1;

/** `f"sample-{count}"` for rows `"sample-101"`, `"sample-102"` and so on. */
function counted(rows: readonly (readonly Entry[])[]): Entry[] | undefined {
  const [first = []] = rows;
  const templates = first.map(({ name, value }) => ({ name, stem: /^"([\w-]*\D)(\d+)"$/.exec(value)?.[1] }));
  const follows = rows.every((row, index) =>
    row.every(({ value }, place) => value === `"${String(templates[place]?.stem)}${String(index + FIRST_NUMBER)}"`),
  );
  return follows ? templates.map(({ name, stem }) => ({ name, value: `f"${String(stem)}{count}"` })) : undefined;
}
