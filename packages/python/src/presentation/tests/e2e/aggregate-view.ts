import { snakeCase, type TypeModel } from '@planner/model';
import {
  absentAfterCreate,
  type ExposedAggregate,
  type ExposedOperation,
  type ExposedRpc,
  hasRoomIn,
  holdsEntity,
  isAllowed,
  type Isolation,
  isolation,
  listType,
  literalAfterCreate,
  type ReachedState,
  reachedStates,
  refusesRepetition,
  refusesToRun,
  sizeAfterCreate,
  VARIANTS,
} from '@planner/target';
import type { ImportSet } from '../../../imports';
import type { RenderContext } from '../../../render-context';
import { pyString } from '../../../text';
import { fieldOf } from '../../generated';
import { changedText, type Entry, joinPath } from '../wire-samples';
import { type CallView, Calls } from './calls';
import { FIRST_NUMBER, type UniqueValues, uniqueValues } from './unique-values';

/** What the template of one aggregate's tests is filled with. */
export interface AggregateView extends Isolation {
  readonly name: string;
  /** Where a count of what is unique begins. */
  readonly firstNumber: number;
  /** Requests of all rpcs. */
  readonly constants: readonly CallView[];
  /** Whether there is a function `create`. */
  readonly canCreate: boolean;
  readonly creation: CreationView | undefined;
  readonly states: readonly StateView[];
  readonly get: (CallView & { readonly request: string }) | undefined;
  readonly list: FinderView | undefined;
  /** Finders of at most one. */
  readonly singles: readonly FinderView[];
  readonly operations: readonly OperationView[];
  /** Use cases that people write. */
  readonly customs: readonly CallView[];
}

/** How the tests create. */
export interface CreationView extends CallView {
  readonly message: string;
  /** Whether a stub has to be written first. */
  readonly refuses: boolean;
  readonly unique: UniqueValues | undefined;
  /** Whether the same request is refused when it comes again. */
  readonly once: boolean;
  /** Source of a request that was not sent before, with the variable `count`. */
  readonly newRequest: string;
  /** Conditions on the variable `created`. */
  readonly expected: readonly string[];
  /** Names of the fields that come back as they were sent. */
  readonly assigned: string;
  readonly broken: { readonly request: string; readonly path: string } | undefined;
  /** A request with children whose ids the caller chose. */
  readonly chosenChild: { readonly field: string; readonly request: string; readonly id: string } | undefined;
}

/** A function that brings a new aggregate into a state: the way to the state before, and one more call. */
export interface StateView {
  readonly name: string;
  readonly before: string;
  readonly method: string;
  readonly request: string;
  readonly answer: string;
}

/** How the tests find what they created. */
export interface FinderView extends CallView {
  /** Source of the request that finds `created`; undefined where create does not say what to ask for. */
  readonly request: string | undefined;
  /** Whether any filter has to be given. */
  readonly required: boolean;
  /** Source of the elements in the variable `page`. */
  readonly items: string;
}

/** How the tests call an operation of an aggregate that exists. */
export interface OperationView extends CallView {
  readonly deletes: boolean;
  readonly refuses: boolean;
  /** Whether it takes something from a list. */
  readonly removes: boolean;
  /** The functions that make an aggregate for which it is allowed, and one for which it is not; undefined if none can. */
  readonly allowed: string | undefined;
  readonly forbidden: string | undefined;
  /** Source of requests about `before`. */
  readonly request: string;
  readonly fullRequest: string;
  readonly staleRequest: string;
  /** Conditions on the variable `changed_one`; undefined where samples cannot promise any. */
  readonly expected: readonly string[] | undefined;
  readonly assigned: string;
}

export function aggregateView(context: RenderContext, aggregate: ExposedAggregate, imports: ImportSet): AggregateView {
  const views = new AggregateViews(context, aggregate, imports);
  return views.view();
}

class AggregateViews {
  readonly #calls: Calls;
  readonly #states: readonly ReachedState[];

  constructor(
    context: RenderContext,
    private readonly aggregate: ExposedAggregate,
    private readonly imports: ImportSet,
  ) {
    this.#calls = new Calls(context, imports);
    this.#states = reachedStates(aggregate);
  }

  view(): AggregateView {
    const { model, create, get, list, singles, operations, customs } = this.aggregate;
    const views = {
      creation: create && this.creation(create),
      get: get && { ...this.#calls.unknown(get), request: this.changed(get, [{ name: 'id', value: 'created.id' }]) },
      list: list && this.finder(list),
      singles: singles.map((single) => this.finder(single)),
      operations: operations.map((operation) => this.operation(operation)),
      customs: customs.map((custom) => this.#calls.view(custom, 0)),
    };
    const all = [views.creation, views.get, views.list, ...views.singles, ...views.operations, ...views.customs];
    const used = views.operations.flatMap(({ allowed, forbidden }) =>
      [allowed, forbidden].filter((name) => name !== undefined),
    );
    return {
      name: model.name,
      firstNumber: FIRST_NUMBER,
      ...isolation(this.aggregate, this.#calls.samples.at),
      constants: all.filter((view) => view !== undefined),
      canCreate: this.#states.length > 0,
      states: this.stateViews(used),
      ...views,
    };
  }

  private creation(create: ExposedOperation): CreationView {
    const { model } = this.aggregate;
    const unique = uniqueValues(this.aggregate, this.#calls.samples);
    const state = this.#states[0]?.state;
    return {
      ...this.#calls.view(create, 0),
      message: this.#calls.messageType(model.name),
      refuses: refusesToRun(create.operation),
      unique,
      once: refusesRepetition(this.aggregate),
      newRequest: unique?.counted === undefined ? this.#calls.constant(create) : this.changed(create, unique.counted),
      expected: [
        'created.version == 1',
        ...(state === undefined ? [] : [this.#calls.stateCheck(model.name, 'created', state)]),
        ...absentAfterCreate(this.aggregate).map(({ name }) => `not created.HasField(${pyString(snakeCase(name))})`),
        ...this.literals(),
      ],
      assigned: assignedNames(create),
      broken: this.broken(create),
      chosenChild: this.chosenChild(create),
    };
  }

  private literals(): string[] {
    return literalAfterCreate(this.aggregate).flatMap(({ field, text }) => {
      const created = fieldOf('created', snakeCase(field.name));
      const value = this.#calls.samples.written(field.type, text);
      if (value === undefined) return [];
      return [value === 'True' ? created : value === 'False' ? `not ${created}` : `${created} == ${value}`];
    });
  }

  private broken(create: ExposedOperation): CreationView['broken'] {
    for (const field of create.request.fields) {
      const [first] = this.#calls.samples.brokenField(field);
      if (first === undefined) continue;
      const request = this.changed(create, [{ name: field.name, value: first.value() }]);
      return { request, path: pyString(joinPath(field.name, first.path)) };
    }
    return undefined;
  }

  private chosenChild(create: ExposedOperation): CreationView['chosenChild'] {
    const field = create.request.fields.find(
      ({ origin }) =>
        'slot' in origin &&
        this.hasGeneratedChildren(origin.slot.type) &&
        sizeAfterCreate(this.aggregate, origin.name) > 0,
    );
    if (field === undefined) return undefined;
    const id = this.#calls.samples.value({ kind: 'scalar', scalar: 'uuid' }, 999);
    const children = `[${changedText('child', [{ name: 'id', value: id }], this.imports)} for child in ${fieldOf('request', field.name)}]`;
    return {
      field: fieldOf('created', field.name),
      request: changedText('request', [{ name: field.name, value: children }], this.imports),
      id,
    };
  }

  private hasGeneratedChildren(type: TypeModel): boolean {
    if (type.kind !== 'list' || type.element.kind !== 'entity') return false;
    const { name } = type.element;
    return this.aggregate.model.entities.some((entity) => entity.name === name && entity.identity.kind === 'generated');
  }

  private finder(rpc: ExposedRpc): FinderView {
    const items = rpc.response.fields.find(({ origin }) => origin.kind === 'items');
    const filters = this.requiredFilters(rpc);
    const paging = items === undefined ? [] : [entry('page_size', '2'), entry('page_token', 'token')];
    const known = filters.filter((filter) => filter !== undefined);
    const type = this.#calls.samples.literal(rpc.request, [...known, ...paging]);
    return {
      ...this.#calls.unknown(rpc),
      request: filters.includes(undefined) ? undefined : type,
      required: filters.length > 0,
      items: items === undefined ? '' : fieldOf('page', items.name),
    };
  }

  private requiredFilters({ request, useCase: { action } }: ExposedRpc): (Entry | undefined)[] {
    const finder = this.aggregate.model.finders.find(({ name }) => action.kind === 'finder' && name === action.finder);
    const required = finder?.by.filter(({ optional }) => !optional) ?? [];
    return required.map(({ name, path: [root = '', ...inner], match }) => {
      const field = request.fields.find(({ origin }) => origin.kind === 'filter' && origin.name === name);
      if (field === undefined || !this.isKnownAfterCreate(root)) return undefined;
      const value = [root, ...inner].reduce((message, part) => fieldOf(message, snakeCase(part)), 'created');
      return entry(field.name, match === 'contains' ? `${value}[0]` : value);
    });
  }

  private isKnownAfterCreate(field: string): boolean {
    const { model, create } = this.aggregate;
    if (['id', 'createdAt', 'updatedAt', model.lifecycle?.name].includes(field)) return true;
    return (
      create?.operation.assignments.some((each) => each.field === field && each.value.kind === 'parameter') === true
    );
  }

  private operation(exposed: ExposedOperation): OperationView {
    const { operation } = exposed;
    const allowed = this.#states.find(({ state }) => isAllowed(operation, state));
    const forbidden = this.#states.find(({ state }) => !isAllowed(operation, state));
    const state = operation.to[0] ?? allowed?.state;
    const id = entry('id', 'before.id');
    const version = 'changed_one.version == before.version + 1';
    const moments = ['changed_one.created_at == before.created_at', 'changed_one.updated_at != before.updated_at'];
    const stateCheck =
      state === undefined ? [] : [this.#calls.stateCheck(this.aggregate.model.name, 'changed_one', state)];
    return {
      ...this.#calls.view(exposed, VARIANTS.LATER),
      deletes: operation.kind === 'delete',
      refuses: refusesToRun(operation),
      removes: operation.removals.length > 0,
      allowed: allowed && this.stateFunction(allowed.state),
      forbidden: forbidden && this.stateFunction(forbidden.state),
      request: this.changed(exposed, [id]),
      fullRequest: this.changed(exposed, [
        id,
        entry('expected_version', 'before.version'),
        ...operation.removals.map(({ field, parameter }) => this.taken(field, parameter)),
      ]),
      staleRequest: this.changed(exposed, [id, entry('expected_version', 'before.version + 1')]),
      expected: this.listsAllow(exposed)
        ? ['changed_one.id == before.id', version, ...moments, ...stateCheck]
        : undefined,
      assigned: assignedNames(exposed),
    };
  }

  /** Whether what the operation adds fits, and what it takes is there after create. */
  private listsAllow({ operation }: ExposedOperation): boolean {
    const adds = operation.additions.every(({ field }) => hasRoomIn(this.aggregate, field));
    return (
      adds &&
      operation.removals.every(
        ({ field }) => sizeAfterCreate(this.aggregate, field) > Number(listType(this.aggregate, field).min ?? 0),
      )
    );
  }

  /** The first element of a list, by its id if it is an entity. */
  private taken(list: string, parameter: string): Entry {
    const element = `${fieldOf('before', snakeCase(list))}[0]`;
    return entry(
      snakeCase(parameter),
      listType(this.aggregate, list).element.kind === 'entity' ? `${element}.id` : element,
    );
  }

  /** Of the states that the functions `used` make, and those on the way there; create leads into the first by itself. */
  private stateViews(used: readonly string[]): StateView[] {
    const views = this.#states.slice(1).map((reached) => this.stateView(reached));
    const needed = new Set(used);
    // A way only leads over states before.
    for (const view of [...views].reverse()) if (needed.has(view.name)) needed.add(view.before);
    return views.filter(({ name }) => needed.has(name));
  }

  private stateFunction(state: string | undefined): string {
    return state === undefined || state === this.#states[0]?.state ? 'create' : `create_in_${snakeCase(state)}`;
  }

  private stateView({ state, steps }: ReachedState): StateView {
    const step = steps.at(-1);
    const before = this.#states.find(
      (reached) =>
        reached.steps.length === steps.length - 1 && reached.steps.every((own, index) => own === steps[index]),
    );
    if (step === undefined || before === undefined) throw new Error(`no way into ${String(state)}`);
    // Elements of one list differ, so that a way may add several.
    const added = step.operation.additions.map(({ parameter }) =>
      this.#calls.parameter(step, parameter, 10 * steps.length),
    );
    return {
      name: this.stateFunction(state),
      before: this.stateFunction(before.state),
      method: this.#calls.method(step),
      request: this.changed(step, [entry('id', 'before.id'), ...added]),
      answer: this.#calls.answer(step),
    };
  }

  private changed(rpc: ExposedRpc, entries: readonly Entry[]): string {
    return changedText(this.#calls.constant(rpc), entries, this.imports);
  }
}

/** What a call sets directly stands in the answer as it was sent; children have ids by then. */
function assignedNames({ operation, request }: ExposedOperation): string {
  const direct = operation.assignments.filter(
    ({ field, value }) => value.kind === 'parameter' && value.parameter === field,
  );
  const fields = request.fields.filter(
    ({ origin }) =>
      'slot' in origin && direct.some(({ field }) => field === origin.name) && !holdsEntity(origin.slot.type),
  );
  return fields.map(({ name }) => pyString(name)).join(', ');
}

function entry(name: string, value: string): Entry {
  return { name, value };
}
