import {
  absentAfterCreate,
  type ExposedAggregate,
  type ExposedOperation,
  holdsEntity,
  literalAfterCreate,
  refusesRepetition,
  refusesToRun,
  sizeAfterCreate,
  stringLiteral,
} from '@planner/target';
import type { TypeModel } from '@planner/model';
import { messageProperty } from '../../ts-proto-names';
import { joinPath, type WireSamples } from '../wire-samples';
import { propertyOf, type RequestView, type RpcRequests } from './rpc-requests';
import { uniqueValues, type UniqueValues } from './unique-values';

/** How the tests create. */
export interface CreationView extends RequestView {
  /** Whether a stub has to be written first. */
  readonly refuses: boolean;
  /** Type of the answer. */
  readonly message: string;
  readonly unique: UniqueValues | undefined;
  /** Whether the same request is refused when it comes again. */
  readonly once: boolean;
  /** Lines of the expected answer. */
  readonly expected: readonly string[];
  /** A property that breaks a constraint, and the place that is reported. */
  readonly broken: { readonly property: string; readonly value: string; readonly path: string } | undefined;
  /** Children with an id that the caller chose; `id` is that id. */
  readonly chosenChild: { readonly property: string; readonly value: string; readonly id: string } | undefined;
}

/** `state`: the one after create. */
export function creationView(
  aggregate: ExposedAggregate,
  create: ExposedOperation,
  state: string | undefined,
  requests: RpcRequests,
): CreationView {
  const { model } = aggregate;
  return {
    ...requests.view(create, 0),
    refuses: refusesToRun(create.operation),
    message: requests.messageType(model.name),
    unique: uniqueValues(aggregate, requests.samples),
    once: refusesRepetition(aggregate),
    expected: [
      'version: 1n',
      ...(state === undefined ? [] : [requests.statusLine(model.name, state)]),
      ...assignedLines(create),
      ...absentAfterCreate(aggregate).map(({ name }) => `${propertyOf(name)}: undefined`),
      ...literalLines(aggregate, requests.samples),
    ],
    broken: broken(create, requests.samples),
    chosenChild: chosenChild(aggregate, create, requests.samples),
  };
}

/** What a call sets directly stands in the answer as it was sent; children have ids by then. */
export function assignedLines({ operation, request }: ExposedOperation): string[] {
  const direct = operation.assignments.filter(
    ({ field, value }) => value.kind === 'parameter' && value.parameter === field,
  );
  const fields = request.fields.filter(
    ({ origin }) =>
      'slot' in origin && direct.some(({ field }) => field === origin.name) && !holdsEntity(origin.slot.type),
  );
  return fields.map((field) => `${messageProperty(field)}: request.${messageProperty(field)}`);
}

function literalLines(aggregate: ExposedAggregate, samples: WireSamples): string[] {
  return literalAfterCreate(aggregate).flatMap(({ field, text }) => {
    const value = samples.written(field.type, text);
    return value === undefined ? [] : [`${propertyOf(field.name)}: ${value}`];
  });
}

function broken({ request }: ExposedOperation, samples: WireSamples): CreationView['broken'] {
  for (const field of request.fields) {
    const [first] = samples.brokenField(field);
    if (first)
      return {
        property: messageProperty(field),
        value: first.value,
        path: stringLiteral(joinPath(field.name, first.path)),
      };
  }
  return undefined;
}

function chosenChild(
  aggregate: ExposedAggregate,
  { request }: ExposedOperation,
  samples: WireSamples,
): CreationView['chosenChild'] {
  const field = request.fields.find(
    ({ origin }) =>
      'slot' in origin &&
      hasGeneratedChildren(aggregate, origin.slot.type) &&
      sizeAfterCreate(aggregate, origin.name) > 0,
  );
  if (!field) return undefined;
  const property = messageProperty(field);
  const id = samples.value({ kind: 'scalar', scalar: 'uuid' }, 999);
  return { property, value: `request.${property}.map((child) => ({ ...child, id: ${id} }))`, id };
}

function hasGeneratedChildren({ model }: ExposedAggregate, type: TypeModel): boolean {
  if (type.kind !== 'list' || type.element.kind !== 'entity') return false;
  const { name } = type.element;
  return model.entities.some((entity) => entity.name === name && entity.identity.kind === 'generated');
}
