import { type CodeElement, codeElements, type CodePlace, type Exported, type RenderRequest } from '@planner/target';
import { attribute } from '../names';
import { useCaseAttribute } from '../presentation/servicers';
import type { RenderContext } from '../render-context';
import { contextOf } from '../render';
import { enumMember } from '../types';

/** What the plans name, and where it stands in Python. */
export function elements(request: RenderRequest): CodeElement[] {
  const context = contextOf(request);
  return codeElements(context.model, context.proto, { ...domainPlaces(context), ...outerPlaces(context) });
}

function domainPlaces({ names }: RenderContext) {
  return {
    aggregate: (name: string) => whole(names.aggregate(name).root),
    aggregateField: (aggregate: string, field: string) => member(names.aggregate(aggregate).state, attribute(field)),
    operation: (aggregate: string, operation: string) => {
      const { root, operations } = names.aggregate(aggregate);
      return member(root, operations.get(operation)?.method ?? operation);
    },
    entity: (aggregate: string, entity: string) => whole(names.entity(aggregate, entity).type),
    entityField: (aggregate: string, entity: string, field: string) =>
      member(names.entity(aggregate, entity).type, attribute(field)),
    valueObject: (name: string) => whole(names.valueObject(name).type),
    valueObjectField: (name: string, field: string) => member(names.valueObject(name).type, attribute(field)),
    enum: (name: string) => whole(names.enum(name).type),
    enumMember: (name: string, text: string) => member(names.enum(name).type, enumMember(text)),
    event: (name: string) => whole(names.event(name)),
    eventField: (event: string, field: string) => member(names.event(event), attribute(field)),
    domainService: (name: string) => whole(names.service(name)),
    serviceMethod: (service: string, method: string) =>
      member(names.service(service), names.serviceMethod(service, method).method),
  };
}

function outerPlaces({ names, application, repository, presentation }: RenderContext) {
  return {
    repository: (aggregate: string) => whole(repository.aggregate(aggregate).repository),
    port: (adapter: string) => whole(names.adapter(adapter)),
    portOperation: (adapter: string, operation: string) =>
      member(names.adapter(adapter), application.adapter(adapter).operations.get(operation)?.method ?? operation),
    useCase: (name: string) => whole(names.useCase(name)),
    rpc: (service: string, useCase: string) =>
      member(presentation.service(service).useCases, useCaseAttribute(useCase)),
  };
}

function whole({ name, file }: Exported): CodePlace {
  return { file, declaration: name };
}

function member(owner: Exported, name: string): CodePlace {
  return { ...whole(owner), member: name };
}
