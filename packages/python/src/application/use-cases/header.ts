import type { OutputModel, UseCaseModel } from '@planner/model';
import { aggregateOf, type Need, type RenderedFile, requestSlots } from '@planner/target';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyDocstring, pyString } from '../../text';
import type { Slot } from '../../types';
import { dependencies } from '../dependencies';
import { answeredFields, type Field, givenFields } from '../fields';
import { ownReference } from '../identity';
import { type ImpliedField, impliedFields } from '../requests';
import { requestChecks } from './input';

/** What every use case starts with: its request, its result, and the class up to its constructor. */
export function header(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): string {
  const { type, request, result } = context.application.useCase(useCase.name);
  const shapes = [
    ...(request.file === type.file ? requestShape(context, useCase, imports) : []),
    ...(result.file === type.file ? resultShape(context, useCase, imports) : []),
  ];
  if (shapes.length > 0) imports.from('dataclasses', 'dataclass');
  return context.templates.render('application/use_cases/header.py', {
    name: type.name,
    comment: pyDocstring(useCase.description, '    '),
    shapes,
    dependencies: dependencies(useCase, context.application).map((need) => ({
      parameter: need.parameter,
      type: needType(context, need, imports),
    })),
  });
}

/** The requests and results that a plan wants in files of their own. */
export function renderShapes(context: RenderContext, useCase: UseCaseModel): RenderedFile[] {
  const { type, request, result } = context.application.useCase(useCase.name);
  return [
    { file: request.file, shape: requestShape },
    { file: result.file, shape: resultShape },
  ].flatMap(({ file, shape }) => {
    if (file === type.file) return [];
    const imports = context.imports(file);
    const shapes = shape(context, useCase, imports);
    if (shapes.length === 0) return [];
    imports.from('dataclasses', 'dataclass');
    const view = { shapes, imports: imports.print() };
    return [context.file(3, file, context.templates.render('application/use_cases/shapes.py', view))];
  });
}

/** A frozen dataclass; `checks` are the lines of its `__post_init__`. */
interface Shape {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly checks: string;
}

function requestShape(context: RenderContext, useCase: UseCaseModel, imports: ImportSet): Shape[] {
  if (!takesRequest(context, useCase)) return [];
  const { request, attributes } = context.application.useCase(useCase.name);
  const given = givenFields(
    requestSlots(useCase, context.model),
    context.types,
    imports,
    (slot) => attributes.get(slot) ?? slot,
  );
  const implied = impliedFields(useCase, context.model).map((name) => impliedField(context, useCase, name, imports));
  const [page, first] = [implied.filter(({ name }) => name === 'page'), implied.filter(({ name }) => name !== 'page')];
  return [
    { name: request.name, fields: [...first, ...given, ...page], checks: requestChecks(context, useCase, imports) },
  ];
}

function impliedField(context: RenderContext, useCase: UseCaseModel, name: ImpliedField, imports: ImportSet): Field {
  switch (name) {
    case 'id': {
      const slot = { type: ownReference(aggregateOf(useCase, context.model)), optional: false };
      return { name, type: context.types.domain(slot, imports), comment: '' };
    }
    case 'expected_version':
      return {
        name,
        type: 'int | None',
        comment: pyDocstring('Refused if another version is stored by now; `None` takes any.', '    '),
      };
    case 'page':
      return { name, type: imports.value(context.application.pageRequest), comment: '' };
  }
}

function resultShape(context: RenderContext, { name, output }: UseCaseModel, imports: ImportSet): Shape[] {
  if (output.kind !== 'fields' || output.bare) return [];
  const { result } = context.application.useCase(name);
  return [{ name: result.name, fields: answeredFields(output.fields, context.types, imports, attribute), checks: '' }];
}

/** The signature of `execute`: its parameters, and what it answers. */
export function signature(context: RenderContext, useCase: UseCaseModel, imports: ImportSet) {
  const { request } = context.application.useCase(useCase.name);
  const given = takesRequest(context, useCase) ? [`${requestParameter(useCase)}: ${imports.value(request)}`] : [];
  return { parameters: ['self', ...given].join(', '), answer: answerType(context, useCase, imports) };
}

/** How the body of `execute` calls its request. */
export function requestParameter({ kind }: UseCaseModel): 'command' | 'query' {
  return kind;
}

/** False for a use case that takes nothing. */
export function takesRequest({ model }: RenderContext, useCase: UseCaseModel): boolean {
  return requestSlots(useCase, model).length > 0 || impliedFields(useCase, model).length > 0;
}

/** What `execute` answers. */
export function answerType(context: RenderContext, { name, output }: UseCaseModel, imports: ImportSet): string {
  const { application, types } = context;
  switch (output.kind) {
    case 'aggregate':
      return imports.value(application.aggregate(output.aggregate).dto);
    case 'empty':
      return 'None';
    case 'page': {
      const slot: Slot = { type: output.element, optional: false };
      return `${imports.value(application.page)}[${types.dto(slot, imports)}]`;
    }
    case 'fields':
      return bareAnswer(output) === undefined
        ? imports.value(application.useCase(name).result)
        : types.dto(bareAnswer(output) as Slot, imports);
  }
}

function bareAnswer(output: OutputModel): Slot | undefined {
  return output.kind === 'fields' && output.bare ? output.fields[0] : undefined;
}

/** The type of an argument of the constructor. */
export function needType(context: RenderContext, need: Need, imports: ImportSet): string {
  const { application, names } = context;
  switch (need.kind) {
    case 'unitOfWork':
      return imports.value(application.unitOfWork);
    case 'clock':
      return imports.value(application.clock);
    case 'ids':
      return imports.value(application.idGenerator);
    case 'queries':
      return imports.value(application.aggregate(need.aggregate).queries);
    case 'service':
      return imports.value(names.service(need.service));
    case 'adapter':
      return imports.value(application.adapter(need.adapter).injected);
  }
}

/** For messages: the kind of an aggregate as a literal. */
export function kindLiteral({ aggregate }: UseCaseModel): string {
  return pyString(aggregate);
}
