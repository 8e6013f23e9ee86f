import {
  type AggregateModel,
  type CallModel,
  type ContextModel,
  lowerFirst,
  type RuleModel,
  type ServiceModel,
} from '@planner/model';
import { operationNamed } from '../model-parts';
import { type Binding, ruleFunctions, type RulePlace } from './rule-functions';
import type { Stub, Todo } from './stub';

/** Where a language writes what is left to people. */
export interface DomainStubNames {
  aggregate(name: string): RulesOwner;
  entity(aggregate: string, entity: string): RulesOwner;
  /** Of a composite one. */
  valueObject(name: string): RulesOwner;
  service(name: string): { readonly file: string };
  serviceMethod(service: string, method: string): { readonly method: string };
}
interface RulesOwner {
  readonly rulesFile: string;
}

/** All unfinished places of the domain, in the order in which a reader meets them. */
export function domainStubs(model: ContextModel, names: DomainStubNames, binding: Binding): Stub[] {
  return [
    ...model.valueObjects.flatMap((each) =>
      each.kind === 'composite' ? invariantStubs(each.invariants, names.valueObject(each.name), binding) : [],
    ),
    ...model.aggregates.flatMap((each) => [
      ...aggregateStubs(each, names.aggregate(each.name), binding),
      ...each.entities.flatMap((entity) =>
        invariantStubs(entity.invariants, names.entity(each.name, entity.name), binding),
      ),
    ]),
    ...model.services.flatMap((each) => serviceStubs(each, names)),
  ];
}

/** Of the aggregate and its operations, without those of its entities. */
export function aggregateStubs(aggregate: AggregateModel, { rulesFile: file }: RulesOwner, binding: Binding): Stub[] {
  const functions = ruleFunctions(aggregate, binding);
  return functions.places.map((place) => ({ file, name: functions.name(place), ...ruleTodo(aggregate, place) }));
}

/** What the stub at that place of an aggregate has to do. */
export function ruleTodo(aggregate: AggregateModel, place: RulePlace): Todo {
  if (place.kind === 'invariant') return ruleNamed(aggregate.invariants, place.rule);
  const operation = operationNamed(aggregate, place.operation);
  const { plan } = operation;
  switch (place.kind) {
    case 'requirement':
      return ruleNamed(operation.requires, place.rule);
    case 'computed':
      return { plan, text: `compute ${place.field} when ${operation.name} runs` };
    case 'target':
      return { plan, text: `choose the state that ${operation.name} leads to: ${operation.to.join(' or ')}` };
    case 'eventField':
      return { plan, text: `supply ${place.field} of ${place.event} when ${operation.name} runs` };
  }
}

function ruleNamed(rules: readonly RuleModel[], name: string): Todo {
  const rule = rules.find((each) => each.name === name);
  if (rule === undefined) throw new Error(`no rule ${name}`);
  return { plan: rule.plan, text: rule.text };
}

/** The stubs for the invariants of a value object or an entity. */
export function invariantStubs(
  invariants: readonly RuleModel[],
  { rulesFile: file }: RulesOwner,
  binding: Binding,
): Stub[] {
  return invariants.map(({ name, plan, text }) => ({ file, name: binding(lowerFirst(name)), plan, text }));
}

/** Every method of a domain service is to be written. */
export function serviceStubs(service: ServiceModel, names: DomainStubNames): Stub[] {
  const { file } = names.service(service.name);
  return service.methods.map((call) => ({
    file,
    name: names.serviceMethod(service.name, call.name).method,
    ...methodTodo(service, call),
  }));
}

export function methodTodo({ name }: ServiceModel, call: CallModel): Todo {
  return { plan: call.plan, text: call.description ?? `write ${name}.${call.name}` };
}
