import type { AggregateModel, OperationModel } from '@planner/model';
import { holdsEntity, stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { acceptedSamples, codeOf, refusedSamples } from './domain-samples';

/** A value for one parameter, and the code of the constraint that it breaks or just keeps. */
export interface ConstraintCase {
  readonly code: string;
  readonly parameter: string;
  readonly value: string;
}

/** Values that the constraints of an operation's input refuse, and values at their edges that they accept. */
export function constraintCases(
  context: RenderContext,
  aggregate: AggregateModel,
  operation: OperationModel,
  imports: ImportSet,
): { readonly refused: ConstraintCase[]; readonly accepted: ConstraintCase[] } {
  const cases = (samples: typeof refusedSamples, parameters: OperationModel['parameters']) =>
    parameters.flatMap(({ name, type }) =>
      samples(context, type, imports).map((sample) => ({
        code: stringLiteral(codeOf(aggregate.name, name, sample)),
        parameter: name,
        value: sample.value,
      })),
    );
  const parameters = operation.parameters.filter(({ origin }) => origin !== 'id' && origin !== 'remove');
  return {
    refused: cases(refusedSamples, parameters),
    // An element at the edge may clash with what is in the list, and so may many entities.
    accepted: cases(
      acceptedSamples,
      parameters.filter(({ origin, type }) => origin !== 'add' && !holdsEntity(type)),
    ),
  };
}
