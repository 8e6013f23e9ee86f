import type { ContextModel, UseCaseModel } from '@planner/model';
import { impliedProperties } from '@planner/target';

const FIELDS = { id: 'id', expectedVersion: 'expected_version', page: 'page' } as const;
export type ImpliedField = (typeof FIELDS)[keyof typeof FIELDS];

/** `id` and `expected_version` of a change, `id` of a get, `page` of a query that pages. */
export function impliedFields(useCase: UseCaseModel, model: ContextModel): readonly ImpliedField[] {
  return impliedProperties(useCase, model).map((property) => FIELDS[property]);
}
