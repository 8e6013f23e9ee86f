import type { ContextModel, Element } from '@planner/model';
import type { ProtoMessage, ProtoModel } from '../proto';
import type { Phase } from '../target';
import type { CodeElement, CodePlace, ElementKind, ElementPlaces } from './code-element';

/** Everything that a plan names, with its place in the code and in the plan, in the order of the phases. */
export function codeElements(model: ContextModel, proto: ProtoModel, places: ElementPlaces): CodeElement[] {
  return [
    ...valueElements(model, places),
    ...model.aggregates.flatMap((aggregate) => aggregateElements(aggregate, places)),
    ...eventElements(model, places),
    ...serviceElements(model, places),
    ...model.aggregates.map((aggregate) =>
      element(2, 'repository', aggregate.name, places.repository(aggregate.name), aggregate),
    ),
    ...portElements(model, places),
    ...model.useCases.map((useCase) => element(3, 'use case', useCase.name, places.useCase(useCase.name), useCase)),
    ...rpcElements(model, proto, places),
    ...Object.values(proto.messages).flatMap(messageElements),
  ];
}

function element(
  phase: Phase,
  kind: ElementKind,
  name: string,
  place: CodePlace,
  source?: Pick<Element, 'span'>,
): CodeElement {
  return { ...place, phase, kind, name, ...(source?.span === undefined ? {} : { span: source.span }) };
}

function valueElements({ enums, valueObjects }: ContextModel, places: ElementPlaces): CodeElement[] {
  return [
    ...enums.flatMap((item) => [
      element(1, 'enum', item.name, places.enum(item.name), item),
      ...item.members.map(({ name }) =>
        element(1, 'enum member', `${item.name}.${name}`, places.enumMember(item.name, name), item),
      ),
    ]),
    ...valueObjects.flatMap((item) => [
      element(1, 'value object', item.name, places.valueObject(item.name), item),
      ...(item.kind === 'composite'
        ? item.fields.map((field) =>
            element(1, 'field', `${item.name}.${field.name}`, places.valueObjectField(item.name, field.name), field),
          )
        : []),
    ]),
  ];
}

function aggregateElements(aggregate: ContextModel['aggregates'][number], places: ElementPlaces): CodeElement[] {
  const { name, fields, lifecycle, operations, entities } = aggregate;
  return [
    element(1, 'aggregate', name, places.aggregate(name), aggregate),
    ...[...fields, ...(lifecycle === undefined ? [] : [lifecycle])].map((field) =>
      element(1, 'field', `${name}.${field.name}`, places.aggregateField(name, field.name), field),
    ),
    ...operations.map((operation) => ({
      ...element(1, 'operation', `${name}.${operation.name}`, places.operation(name, operation.name), operation),
      ...(operation.from === undefined ? {} : { from: operation.from }),
    })),
    ...entities.flatMap((entity) => [
      element(1, 'entity', `${name}.${entity.name}`, places.entity(name, entity.name), entity),
      ...entity.fields.map((field) =>
        element(
          1,
          'field',
          `${name}.${entity.name}.${field.name}`,
          places.entityField(name, entity.name, field.name),
          field,
        ),
      ),
    ]),
  ];
}

function eventElements({ events }: ContextModel, places: ElementPlaces): CodeElement[] {
  return events.flatMap((event) => [
    element(1, 'event', event.name, places.event(event.name), event),
    ...event.fields.map((field) =>
      element(1, 'field', `${event.name}.${field.name}`, places.eventField(event.name, field.name), field),
    ),
  ]);
}

function serviceElements({ services }: ContextModel, places: ElementPlaces): CodeElement[] {
  return services.flatMap((service) => [
    element(1, 'domain service', service.name, places.domainService(service.name), service),
    ...service.methods.map((method) =>
      element(
        1,
        'service method',
        `${service.name}.${method.name}`,
        places.serviceMethod(service.name, method.name),
        method,
      ),
    ),
  ]);
}

function portElements({ adapters }: ContextModel, places: ElementPlaces): CodeElement[] {
  return adapters.flatMap((adapter) => [
    element(3, 'port', adapter.name, places.port(adapter.name), adapter),
    ...adapter.operations.map((operation) =>
      element(
        3,
        'port operation',
        `${adapter.name}.${operation.name}`,
        places.portOperation(adapter.name, operation.name),
        operation,
      ),
    ),
  ]);
}

function rpcElements(model: ContextModel, proto: ProtoModel, places: ElementPlaces): CodeElement[] {
  return proto.services.flatMap(({ name, planName, file, rpcs }) =>
    rpcs.flatMap((rpc) => {
      const useCase = model.useCases.find((candidate) => candidate.name === rpc.name);
      const own = `${planName}.${rpc.name}`;
      const contract = { file: `proto/${file}`, declaration: name, member: rpc.name };
      return [
        element(5, 'rpc', own, contract, useCase),
        element(5, 'rpc', own, places.rpc(planName, rpc.name), useCase),
      ];
    }),
  );
}

function messageElements(message: ProtoMessage): CodeElement[] {
  const file = `proto/${message.file}`;
  return [
    element(5, 'message', message.name, { file, declaration: message.name }),
    ...message.fields.map(({ name }) =>
      element(5, 'message field', `${message.name}.${name}`, { file, declaration: message.name, member: name }),
    ),
  ];
}
