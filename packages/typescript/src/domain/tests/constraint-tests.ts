import type { AggregateModel, OperationModel } from '@planner/model';
import { stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { holdsEntity } from '../list-changes';
import { codeOf, domainSamples, unchecked } from './domain-samples';

/** A value for one parameter, and the code of the constraint that it breaks or just keeps. */
export interface ConstraintCase {
  readonly code: string;
  readonly parameter: string;
  readonly value: string;
}

/** Values that the constraints of an operation's input refuse, and values at their edges that they accept. */
export function constraintCases(context: RenderContext, aggregate: AggregateModel, operation: OperationModel, imports: ImportSet): { readonly refused: ConstraintCase[]; readonly accepted: ConstraintCase[] } {
  const parameters = operation.parameters.filter(({ origin }) => origin !== 'id' && origin !== 'remove');
  const refused = parameters.flatMap((parameter) =>
    domainSamples(context, parameter.type, imports).map((sample) => ({
      code: stringLiteral(codeOf(aggregate.name, parameter.name, sample)),
      parameter: parameter.name,
      value: sample.value,
    })),
  );
  const accepted = parameters
    .filter(({ origin, type }) => origin !== 'add' && !holdsEntity(type))
    .flatMap((parameter) => {
      if (context.types.domainChecks(parameter, 'value', 'value', imports).length === 0) return [];
      return context.samples.edges(parameter, imports).map((sample) => ({
        code: stringLiteral(codeOf(aggregate.name, parameter.name, sample)),
        parameter: parameter.name,
        value: unchecked(context, parameter.type, sample.data, imports),
      }));
    });
  return { refused, accepted };
}
