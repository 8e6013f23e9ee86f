import type { EventFieldSource, FieldModel, OperationModel, TypeModel } from '../context-model';
import type { StateModel } from './aggregates';
import { fit } from './compatible';
import { refTo } from './scope';
import type { Scope } from './scope';

interface Candidate {
  readonly type: TypeModel;
  readonly optional: boolean;
  readonly source: (unwrap: boolean) => EventFieldSource;
}

/**
 * Where a declared field of an event gets its value: by name from the input, then from the changed aggregate.
 * `problem` says why something of that name does not do.
 */
export function sourceByName(
  scope: Scope,
  state: StateModel,
  operation: Omit<OperationModel, 'emissions'>,
  field: FieldModel,
): { readonly source: EventFieldSource } | { readonly problem?: string } {
  let problem: string | undefined;
  for (const candidate of [fromInput(operation, field.name), fromAggregate(state, field.name)]) {
    if (candidate === undefined) continue;
    const way = fit(scope, candidate.type, field.type);
    if (way === undefined) problem ??= 'what bears its name is of another type';
    else if (candidate.optional && !field.optional) problem ??= 'what bears its name may be absent';
    else return { source: candidate.source(way === 'unwrap') };
  }
  return problem === undefined ? {} : { problem };
}

function fromInput(operation: Omit<OperationModel, 'emissions'>, name: string): Candidate | undefined {
  const parameter = operation.parameters.find((each) => each.name === name && each.origin !== 'id');
  if (parameter === undefined) return undefined;
  return {
    type: parameter.type,
    optional: parameter.optional,
    source: (unwrap) => ({ kind: 'parameter', name, unwrap }),
  };
}

function fromAggregate({ root }: StateModel, name: string): Candidate | undefined {
  const field = root.fields.find((each) => each.name === name);
  if (field !== undefined)
    return { type: field.type, optional: field.optional, source: (unwrap) => ({ kind: 'field', name, unwrap }) };
  if (root.lifecycle?.name === name) {
    return {
      type: { kind: 'enum', name: root.lifecycle.enum },
      optional: false,
      source: (unwrap) => ({ kind: 'lifecycle', name, unwrap }),
    };
  }
  switch (name) {
    case 'id':
      return { type: refTo(root.name), optional: false, source: (unwrap) => ({ kind: 'implied', name, unwrap }) };
    case 'version':
      return {
        type: { kind: 'scalar', scalar: 'bigint' },
        optional: false,
        source: (unwrap) => ({ kind: 'implied', name, unwrap }),
      };
    case 'createdAt':
    case 'updatedAt':
      return {
        type: { kind: 'scalar', scalar: 'datetime' },
        optional: false,
        source: (unwrap) => ({ kind: 'implied', name, unwrap }),
      };
    default:
      return undefined;
  }
}
