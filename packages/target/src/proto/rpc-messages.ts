import { type AggregateModel, type ContextModel, type FinderModel, lowerFirst, type UseCaseModel } from '@planner/model';
import { expectedVersionField, type FieldDraft, idField, type MessageDraft, nextPageTokenField, pageRequestFields, valueField, valueFields } from './drafts';
import type { FieldTypes } from './field-types';
import { owner, type ProtoNames } from './names';
import type { ProtoRpc } from './proto-model';
import { identityType } from './type-messages';

/** An rpc with the messages that it alone uses. */
export interface RpcDraft {
  readonly rpc: ProtoRpc;
  readonly request: MessageDraft;
  readonly response: MessageDraft;
}

/** The rpc by which a service exposes a use case. Throws on a use case that the model does not have. */
export function rpcDraft(model: ContextModel, service: string, useCaseName: string, types: FieldTypes, names: ProtoNames): RpcDraft {
  const useCase = named(model.useCases, useCaseName);
  const base = names.rpc(service, useCaseName);
  const message = { planName: useCaseName, file: names.serviceFile(service) };
  return {
    rpc: {
      name: useCaseName,
      ...(useCase.description === undefined ? {} : { description: useCase.description }),
      request: `${base}Request`,
      response: `${base}Response`,
    },
    request: { ...message, owner: owner.request(service, useCaseName), name: `${base}Request`, kind: 'request', fields: requestFields(model, useCase, types) },
    response: { ...message, owner: owner.response(service, useCaseName), name: `${base}Response`, kind: 'response', fields: responseFields(model, useCase, types) },
  };
}

function requestFields(model: ContextModel, useCase: UseCaseModel, types: FieldTypes): FieldDraft[] {
  const aggregate = named(model.aggregates, useCase.aggregate);
  const { action } = useCase;
  switch (action.kind) {
    case 'operation':
      return operationFields(aggregate, action.operation, types);
    case 'get':
      return [idField(types, identityType(aggregate))];
    case 'finder':
      return finderFields(named(aggregate.finders, action.finder), types);
    case 'custom':
      return [...valueFields(types, useCase.input, 'input', 'sent'), ...(useCase.output.kind === 'page' ? pageRequestFields : [])];
  }
}

function operationFields(aggregate: AggregateModel, name: string, types: FieldTypes): FieldDraft[] {
  const operation = named(aggregate.operations, name);
  const addressed = operation.kind === 'create' ? [] : [idField(types, identityType(aggregate)), expectedVersionField];
  return [...addressed, ...operation.parameters.map((parameter) => valueField(types, parameter, 'parameter', 'sent'))];
}

function finderFields(finder: FinderModel, types: FieldTypes): FieldDraft[] {
  const filters = finder.by.map((filter) => valueField(types, filter, 'filter', 'sent'));
  return finder.single ? filters : [...filters, ...pageRequestFields];
}

function responseFields(model: ContextModel, { output }: UseCaseModel, types: FieldTypes): FieldDraft[] {
  switch (output.kind) {
    case 'aggregate':
      return [valueField(types, { name: lowerFirst(output.aggregate), type: { kind: 'aggregate', name: output.aggregate }, optional: false }, 'answer', 'answered')];
    case 'empty':
      return [];
    case 'page':
      return [valueField(types, { name: output.name, type: { kind: 'list', element: output.element, distinct: false }, optional: false }, 'items', 'answered'), nextPageTokenField];
    case 'fields':
      return valueFields(types, output.fields, 'output', 'answered');
  }
}

function named<T extends { readonly name: string }>(elements: readonly T[], name: string): T {
  const element = elements.find((candidate) => candidate.name === name);
  if (!element) throw new Error(`the model has no ${name}`);
  return element;
}
