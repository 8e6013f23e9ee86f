import type { ContextModel } from '@planner/model';

/** The same model with a field in every value object that is always there, as a plan has to have it. */
export function withRequiredParts(model: ContextModel): ContextModel {
  const valueObjects = model.valueObjects.map((item) => (item.kind === 'composite' ? { ...item, fields: item.fields.map((field, place) => (place === 0 ? { ...field, optional: false } : field)) } : item));
  return { ...model, valueObjects };
}
