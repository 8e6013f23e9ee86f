import type { TypeModel } from '@planner/model';
import type { Types } from '../types';

export { identityType } from '@planner/target';

/** Source of the text by which an error names what was asked for; `data` yields the plain value. */
export function textOf(type: TypeModel, data: string, types: Types): string {
  if (type.kind === 'enum') return data;
  switch (types.scalarOf(type).scalar) {
    case 'uuid':
    case 'string':
    case 'text':
      return data;
    case 'json':
      return `JSON.stringify(${data})`;
    default:
      return `String(${data})`;
  }
}
