import type { OutputModel, UseCaseModel } from '@planner/model';
import { aggregateOf, docComment, impliedProperties, type Need, requestSlots } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import type { Slot } from '../../types';
import { dependencies } from '../dependencies';
import { identityType } from '../identity';
import { answeredProperties, givenProperties, type Property } from '../properties';

/** What every use case starts with: the type of its request, that of its result, and the class up to its constructor. */
export function header(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): string {
  const { type, result } = context.application.useCase(useCase.name);
  const fields = resultFields(useCase.output);
  return context.templates.render('application/use-cases/header.ts', {
    name: type.name,
    comment: docComment(useCase.description),
    request: requestView(context, useCase, imports),
    result: fields === undefined ? undefined : { name: result.name, properties: answeredProperties(fields, context.types, imports) },
    dependencies: dependencies(useCase, context.application).map((need) => ({ parameter: need.parameter, type: needType(context, need, imports) })),
  });
}

/** The signature of `execute`: its parameter, and what its promise holds. */
export function signature(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): { parameters: string; answer: string } {
  const request = requestName(context, useCase);
  return {
    parameters: request === undefined ? '' : `${requestParameter(useCase)}: ${request}`,
    answer: answerType(context, useCase, imports),
  };
}

/** How the body of `execute` calls its request. */
export function requestParameter({ kind }: UseCaseModel): 'command' | 'query' {
  return kind;
}

/** Undefined for a use case that takes nothing. */
export function requestName({ model, application }: RenderContext, useCase: UseCaseModel): string | undefined {
  const empty = requestSlots(useCase, model).length === 0 && impliedProperties(useCase, model).length === 0;
  return empty ? undefined : application.useCase(useCase.name).request.name;
}

/** What the promise of `execute` holds. */
export function answerType(context: RenderContext, { name, output }: UseCaseModel, imports: ImportSet): string {
  const { application } = context;
  switch (output.kind) {
    case 'aggregate':
      return imports.type(application.aggregate(output.aggregate).dto);
    case 'empty':
      return 'void';
    case 'page':
      return `${imports.type(application.page)}<${answeredType(context, { type: output.element, optional: false }, imports)}>`;
    case 'fields': {
      const [first] = output.fields;
      return output.bare && first !== undefined ? answeredType(context, first, imports) : imports.type(application.useCase(name).result);
    }
  }
}

function answeredType({ application, types }: RenderContext, slot: Slot, imports: ImportSet): string {
  return slot.type.kind === 'aggregate' && !slot.optional ? imports.type(application.aggregate(slot.type.name).dto) : types.data(slot, imports);
}

function resultFields(output: OutputModel) {
  return output.kind === 'fields' && !output.bare ? output.fields : undefined;
}

function requestView(context: RenderContext, useCase: UseCaseModel, imports: ImportSet) {
  const name = requestName(context, useCase);
  if (name === undefined) return undefined;
  const { properties } = context.application.useCase(useCase.name);
  const given = givenProperties(requestSlots(useCase, context.model), context.types, imports, (slot) => properties.get(slot) ?? slot);
  const implied = impliedProperties(useCase, context.model).map((property) => impliedProperty(context, useCase, property, imports));
  return { name, properties: [...implied.filter(({ name: property }) => property !== 'page'), ...given, ...implied.filter(({ name: property }) => property === 'page')] };
}

function impliedProperty(context: RenderContext, useCase: UseCaseModel, name: 'id' | 'expectedVersion' | 'page', imports: ImportSet): Property {
  switch (name) {
    case 'id':
      return { name, type: context.types.data({ type: identityType(aggregateOf(useCase, context.model)), optional: false }, imports), comment: '' };
    case 'expectedVersion':
      return { name, type: 'number | undefined', comment: docComment('Refused if another version is stored by now; `undefined` takes any.', '  ') };
    case 'page':
      return { name, type: imports.type(context.application.pageRequest), comment: '' };
  }
}

/** The type of an argument of the constructor. */
export function needType(context: RenderContext, need: Need, imports: ImportSet): string {
  const { application, names } = context;
  switch (need.kind) {
    case 'unitOfWork':
      return imports.type(application.unitOfWork);
    case 'clock':
      return imports.type(application.clock);
    case 'ids':
      return imports.type(application.idGenerator);
    case 'queries':
      return imports.type(application.aggregate(need.aggregate).queries);
    case 'service':
      return imports.type(names.service(need.service));
    case 'adapter':
      return imports.type(application.adapter(need.adapter).injected);
  }
}
