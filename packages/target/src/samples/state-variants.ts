import type { AggregateModel, ContextModel, OperationModel, ParameterModel, TypeModel } from '@planner/model';
import { fieldNamed, holdsEntity, type ListField, listNamed } from '../model-parts';
import type { RequestSlot } from '../rpc';

/** Which sample stands where in tests of an aggregate: samples of a type are counted by their variant. */

/** What shows whether two samples differ. */
export interface SampleTexts {
  readonly model: ContextModel;
  /** A language's source of a sample; what it imports does not matter. */
  sampleText(type: TypeModel, variant: number): string;
}

/** Of a field in the state. Entities of two fields differ, so that neither their ids nor their unique fields clash, however few values these have. */
export function fieldVariant(aggregate: AggregateModel, name: string, type: TypeModel, variant: number): number {
  if (!holdsEntity(type)) return variant;
  const holders = aggregate.fields.filter((field) => holdsEntity(field.type));
  return variant * 1000 + holders.findIndex((field) => field.name === name) * 101;
}

/** Of the element at that place of a list in the state. */
export function elementVariant(aggregate: AggregateModel, { name, type }: ListField, index: number): number {
  return fieldVariant(aggregate, name, type, 0) + index;
}

/** Of a field of an entity: entities inside of it differ from field to field. `place` counts the fields without the id. */
export function partVariant(type: TypeModel, place: number, variant: number): number {
  return holdsEntity(type) ? variant * 101 + place * 11 : variant;
}

/** Of what a caller gives: an element to add differs from those that are there, one to remove is there. */
export function parameterVariant(
  samples: SampleTexts,
  aggregate: AggregateModel,
  operation: OperationModel,
  parameter: ParameterModel,
): number {
  const change = [...operation.additions, ...operation.removals].find((each) => each.parameter === parameter.name);
  if (change === undefined) {
    const assigned = operation.assignments.find(
      ({ value }) => value.kind === 'parameter' && value.parameter === parameter.name,
    );
    const variant = holdsEntity(parameter.type) ? 5 : 1;
    return fieldVariant(aggregate, assigned?.field ?? parameter.name, parameter.type, variant);
  }
  const list = listNamed(aggregate, change.field);
  return elementVariant(
    aggregate,
    list,
    parameter.origin === 'remove' ? 0 : sizeBefore(samples, aggregate, operation, list),
  );
}

/**
 * Of what a caller gives to a use case: the second sample, which differs from what is stored. Entities of two slots differ from each
 * other too, however few values their unique fields have.
 */
export function requestVariant(slots: readonly RequestSlot[], slot: RequestSlot): number {
  if (!holdsEntity(slot.type)) return 1;
  return 5000 + 101 * slots.filter(({ type }) => holdsEntity(type)).indexOf(slot);
}

/** How many elements a list has before an operation, so that the operation is allowed. */
export function sizeBefore(
  samples: SampleTexts,
  aggregate: AggregateModel,
  operation: OperationModel,
  list: ListField,
): number {
  if (operation.kind === 'create') return 0;
  const { min = '0', max } = list.type;
  const usual = Math.max(Number(min), 1);
  if (operation.removals.some((change) => change.field === list.name)) return Number(min) + 1;
  const fits = Number(max ?? usual + 1) > usual;
  return fits && elementsDiffer(samples, aggregate, list, usual + 1) ? usual : Number(min);
}

/** Whether so many samples of the element differ where they have to. */
function elementsDiffer(samples: SampleTexts, aggregate: AggregateModel, list: ListField, count: number): boolean {
  const { element, distinct } = list.type;
  const differ = (types: readonly TypeModel[]) => {
    const texts = Array.from({ length: count }, (_, index) => {
      const variant = elementVariant(aggregate, list, index);
      return types.map((type) => samples.sampleText(type, variant)).join();
    });
    return new Set(texts).size === count;
  };
  if (distinct && !differ([element])) return false;
  const entity = element.kind === 'entity' ? aggregate.entities.find(({ name }) => name === element.name) : undefined;
  if (entity === undefined) return true;
  return entity.unique.every((paths) => differ(paths.map((path) => fieldNamed(entity, path.split('.')[0] ?? '').type)));
}
