import type { AggregateModel, EmissionModel, OperationModel } from '@planner/model';
import { fieldNamed, holdsEntity } from '../model-parts';
import { type ListScenario, listScenarios } from './list-scenarios';
import type { SampleTexts } from './state-variants';

/** One run of an operation that goes well, as far as the model tells what happens. */
export interface OperationScenario {
  /** Of the lifecycle, before the run and after it. */
  readonly states: { readonly before: string | undefined; readonly after: string | undefined };
  /** Lists that the operation adds to or takes from. */
  readonly lists: readonly ListScenario[];
  /** Assignments whose outcome is certain. */
  readonly assignments: OperationModel['assignments'];
  readonly emissions: readonly EmissionModel[];
  /** Variant of the sample by parameter; the others take any. */
  readonly variants: ReadonlyMap<string, number>;
  /** The operation refuses to run until a stub is written. */
  readonly isUnfinished: boolean;
  /** False where limits or tiny types leave no room for a change of a list. */
  readonly isFeasible: boolean;
}

export function operationScenario(
  samples: SampleTexts,
  aggregate: AggregateModel,
  operation: OperationModel,
): OperationScenario {
  const lists = listScenarios(samples, aggregate, operation);
  const changed = new Set(lists.map(({ list }) => list.name));
  const before = operation.from?.[0] ?? aggregate.lifecycle?.initial;
  // Of several targets the stub takes the first.
  const after = operation.to[0] ?? before;
  const emissions = operation.emissions.filter(
    ({ states }) => states === undefined || (after !== undefined && states.includes(after)),
  );
  return {
    states: { before, after },
    lists,
    assignments: operation.assignments.filter(
      ({ field }) => !changed.has(field) && !holdsEntity(fieldNamed(aggregate, field).type),
    ),
    emissions,
    variants: new Map(lists.flatMap(({ variants }) => [...variants])),
    isUnfinished: isUnfinished(operation, emissions),
    isFeasible: lists.every(({ isFeasible }) => isFeasible),
  };
}

function isUnfinished({ assignments }: OperationModel, emissions: readonly EmissionModel[]): boolean {
  const computes = assignments.some(
    ({ value }) => value.kind === 'computed' && value.fallback.kind === 'unimplemented',
  );
  const supplies = emissions.some(({ fields }) =>
    fields.some(({ source }) => source.kind === 'stub' && source.required),
  );
  return computes || supplies;
}
