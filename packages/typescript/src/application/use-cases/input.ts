import type { OperationModel, UseCaseModel } from '@planner/model';
import { aggregateOf, impliedProperties, type RequestSlot, requestSlots, stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { identityType } from '../identity';
import { requestParameter } from './header';

/** Source of the value that a request gives for a parameter, a filter or an input: `command.symbol`. */
export function given(context: RenderContext, useCase: UseCaseModel, slot: string): string {
  return `${requestParameter(useCase)}.${property(context, useCase, slot)}`;
}

export function property(context: RenderContext, useCase: UseCaseModel, slot: string): string {
  return context.application.useCase(useCase.name).properties.get(slot) ?? slot;
}

/**
 * Lines at the start of `execute` that refuse a bad request with all of its violations at once, under the paths of the
 * request; empty if nothing can be wrong with it. They run before anything is looked up: input, existence, version, state.
 */
export function requestChecks(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): string {
  const { types } = context;
  const isOperation = useCase.action.kind === 'operation';
  const links = requestSlots(useCase, context.model).flatMap((slot) => types.dataChecks(mayBeAbsent(slot), property(context, useCase, slot.name), given(context, useCase, slot.name), imports));
  const identity = links.length === 0 && isOperation && reportsItself(context, useCase) ? [] : identityChecks(context, useCase, imports);
  if (links.length + identity.length === 0) return '';
  return [`    new ${imports.kernel('Constraints')}(${stringLiteral(useCase.name)})`, ...[...identity, ...links].map((link) => `      ${link}`), '      .check();', ''].join('\n');
}

function identityChecks(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): readonly string[] {
  if (!impliedProperties(useCase, context.model).includes('id')) return [];
  const identity = { type: identityType(aggregateOf(useCase, context.model)), optional: false };
  return context.types.dataChecks(identity, 'id', `${requestParameter(useCase)}.id`, imports);
}

/** Whether `OrderId.of` alone reports a bad identity under the path `id`: unless it wraps something that has its own paths. */
function reportsItself({ model }: RenderContext, useCase: UseCaseModel): boolean {
  return identityType(aggregateOf(useCase, model)).kind === 'scalar';
}

function mayBeAbsent(slot: RequestSlot): RequestSlot {
  return { ...slot, optional: slot.optional || slot.default !== undefined };
}

/** The identity that a request addresses, as the domain has it: `OrderId.of(command.id)`. */
export function addressedId(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): string {
  return `${imports.value(context.names.aggregate(useCase.aggregate).id)}.of(${requestParameter(useCase)}.id)`;
}

/** What an operation of the root takes, converted from the request; undefined for an operation without parameters. */
export function operationInput(context: RenderContext, useCase: UseCaseModel, operation: OperationModel, imports: ImportSet) {
  if (operation.parameters.length === 0) return undefined;
  const names = context.names.aggregate(useCase.aggregate).operations.get(operation.name);
  if (names === undefined) throw new Error(`${useCase.aggregate} has no operation ${operation.name}`);
  const properties = operation.parameters.map(
    (parameter) => `${parameter.name}: ${context.types.parameterToDomain(parameter, given(context, useCase, parameter.name), imports)}`,
  );
  return { type: imports.type(names.input), value: objectLiteral(properties) };
}

/** On one line if it is short: where a literal breaks, the formatter leaves it broken. */
function objectLiteral(properties: readonly string[]): string {
  return properties.length < 3 ? `{ ${properties.join(', ')} }` : `{\n${properties.map((each) => `      ${each},\n`).join('')}    }`;
}
