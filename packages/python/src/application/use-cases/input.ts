import type { OperationModel, UseCaseModel } from '@planner/model';
import { type RequestSlot, requestSlots } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';

/** Source of the value that a request gives for a parameter, a filter or an input: `command.symbol`. */
export function given(context: RenderContext, useCase: UseCaseModel, slot: string): string {
  return `${useCase.kind}.${requestAttribute(context, useCase, slot)}`;
}

export function requestAttribute({ application }: RenderContext, { name }: UseCaseModel, slot: string): string {
  return application.useCase(name).attributes.get(slot) ?? slot;
}

/**
 * The statement in `__post_init__` that refuses a bad request with all of its violations at once, under the paths of the
 * request; empty if nothing can be wrong with it. A request is valid before anything is looked up.
 */
export function requestChecks(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): string {
  const links = requestSlots(useCase, context.model).flatMap((slot) => {
    const name = requestAttribute(context, useCase, slot.name);
    return context.types.checks(mayBeAbsent(slot), name, `self.${name}`, imports);
  });
  if (links.length === 0) return '';
  return `${imports.kernel('constraints', 'Constraints')}(${pyString(useCase.name)})${links.join('')}.check()`;
}

function mayBeAbsent(slot: RequestSlot) {
  return { type: slot.type, optional: slot.optional || slot.default !== undefined };
}

/** What an operation of the root takes, from the request: `symbol=command.symbol`. */
export function operationArguments(context: RenderContext, useCase: UseCaseModel, operation: OperationModel): string[] {
  const names = context.names.aggregate(useCase.aggregate).operations.get(operation.name);
  if (names === undefined) throw new Error(`${useCase.aggregate} has no operation ${operation.name}`);
  return operation.parameters.map(
    ({ name }) => `${names.arguments.get(name) ?? name}=${given(context, useCase, name)}`,
  );
}
