import type { TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { Types } from '../types';

/** The domain value of `now` for a field of that type; `instant` yields the moment. A date is the one in UTC. */
export function nowFor(type: TypeModel, instant: string, types: Types, imports: ImportSet): string {
  const isDate = types.scalarOf(type).scalar === 'date';
  return types.checked(type, isDate ? `${imports.kernel('time', 'utc_date')}(${instant})` : instant, imports);
}
