import type { FieldModel, ListChangeModel, OperationModel, ParameterModel, TypeModel } from '../context-model';
import type { OperationDeclaration, SetDeclaration, Text } from '../declaration';
import { camelCase, upperFirst } from '../naming';
import { didYouMean } from '../suggest';
import type { StateModel } from './aggregates';
import { resolveAssignments } from './assignments';
import { resolveRules } from './declared-types';
import { resolveFields } from './fields';
import { checkCamel, checkMembers } from './member-names';
import { elementOf, isBroken } from './scope';
import type { Scope } from './scope';

/** An operation whose events are not filled yet. */
export interface OperationDraft {
  readonly declaration: OperationDeclaration;
  readonly model: Omit<OperationModel, 'emissions'>;
  readonly emits: readonly EmissionDraft[];
}
export interface EmissionDraft {
  readonly event: Text;
  readonly states?: readonly string[];
}

/** `create` first, whether the plan writes it or not; then the others in the plan's order. */
export function resolveOperations(scope: Scope, state: StateModel): OperationDraft[] {
  const { declaration } = state;
  const written = declaration.operations.find((operation) => operation.name.text === 'create');
  const create = written ?? emptyOperation(declaration, 'create');
  const others = declaration.operations.filter((operation) => operation !== written);
  checkMembers(
    scope.problems,
    declaration.name.text,
    declaration.operations.map((each) => ({ name: each.name.text, span: each.name.span })),
    IMPLIED,
  );
  return [create, ...others].map((operation) => resolveOperation(scope, state, operation));
}

/** Members that every aggregate has. */
const IMPLIED = ['id', 'version', 'createdAt', 'updatedAt'];

function emptyOperation({ span, plan, name }: StateModel['declaration'], operation: string): OperationDeclaration {
  return { name: { text: operation, span: name.span }, span, plan, add: [], remove: [], input: [], requires: [] };
}

function resolveOperation(scope: Scope, state: StateModel, operation: OperationDeclaration): OperationDraft {
  const name = operation.name.text;
  const kind = name === 'create' ? 'create' : operation.deletes === undefined ? 'change' : 'delete';
  checkCamel(scope.problems, operation.name, 'The operation');
  if (name === 'get' || name === 'list') {
    scope.problems.error(
      'operation/name',
      operation.name.span,
      `"${name}" is no name for an operation: reading is built in.`,
      'Choose a verb that changes the aggregate.',
    );
  }
  checkKind(scope, operation, kind);
  const items = setItems(state, operation, kind);
  const from = states(scope, state, operation.from);
  const to = states(scope, state, operation.to) ?? [];
  const assignments = resolveAssignments(scope, state, operation, items, kind === 'create');
  const changes = {
    add: listChanges(scope, state, operation.add, 'add'),
    remove: listChanges(scope, state, operation.remove, 'remove'),
  };
  checkChangedOnce(scope, operation, items, changes);
  const parameters = [
    ...idParameter(scope, state, operation, kind),
    ...setParameters(state, operation, items),
    ...changes.add.map(({ parameter }) => ({ ...parameter, plan: operation.plan })),
    ...changes.remove.map(({ parameter }) => ({ ...parameter, plan: operation.plan })),
    ...inputParameters(scope, state, operation),
  ];
  checkParameters(scope, operation, parameters, kind);
  return {
    declaration: operation,
    model: {
      ...elementOf(operation),
      kind,
      ...(from === undefined ? {} : { from }),
      to,
      parameters,
      assignments,
      additions: changes.add.map(({ field, parameter }): ListChangeModel => ({ field, parameter: parameter.name })),
      removals: changes.remove.map(({ field, parameter }): ListChangeModel => ({ field, parameter: parameter.name })),
      requires: resolveRules(scope, operation.requires),
    },
    emits: emissionDrafts(scope, state, operation, kind, to, from),
  };
}

/** What makes no sense for the kind of operation. */
function checkKind(scope: Scope, operation: OperationDeclaration, kind: OperationModel['kind']): void {
  const name = operation.name.text;
  if (kind === 'create' && operation.deletes !== undefined) {
    scope.problems.error(
      'operation/create',
      operation.deletes,
      '"create" does not delete.',
      'Give the deleting operation a name of its own.',
    );
  }
  if (kind === 'create' && operation.from !== undefined) {
    scope.problems.error(
      'operation/create',
      operation.name.span,
      '"create" comes from no state.',
      'Remove "from"; the first state is the initial one.',
    );
  }
  if (kind === 'create' && operation.remove.length > 0) {
    scope.problems.error(
      'operation/create',
      operation.name.span,
      '"create" has nothing to remove.',
      'Remove "remove".',
    );
  }
  if (kind !== 'delete') return;
  const changes = [
    ['set', operation.set],
    ['to', operation.to],
    ['add', operation.add[0]],
    ['remove', operation.remove[0]],
  ] as const;
  for (const [key, value] of changes) {
    if (value !== undefined)
      scope.problems.error(
        'operation/deletes',
        operation.name.span,
        `"${name}" deletes the aggregate, so "${key}" changes nothing.`,
        `Remove "${key}" or "deletes".`,
      );
  }
}

/** `set: all` and a `create` without `set` take every field. */
function setItems(
  state: StateModel,
  operation: OperationDeclaration,
  kind: OperationModel['kind'],
): readonly SetDeclaration[] {
  const { set } = operation;
  const all = set === undefined ? kind === 'create' : set.all;
  if (!all) return set === undefined || set.all ? [] : set.items;
  const span = set?.all === true ? set.span : operation.name.span;
  return state.root.fields.map((field) => ({ field: { text: field.name, span } }));
}

function states(scope: Scope, state: StateModel, names: readonly Text[] | undefined): string[] | undefined {
  if (names === undefined) return undefined;
  const { lifecycle } = state.root;
  return names.flatMap((name) => {
    if (lifecycle === undefined) {
      {
        scope.problems.error(
          'operation/no-lifecycle',
          name.span,
          `${state.root.name} has no lifecycle, so there is no state ${name.text}.`,
          'Declare "lifecycle: { field: status, states: […] }".',
        );
        return [];
      }
    }
    if (lifecycle.states.includes(name.text)) return [name.text];
    {
      scope.problems.error(
        'operation/unknown-state',
        name.span,
        `${state.root.name} has no state ${name.text}.`,
        `${didYouMean(name.text, lifecycle.states)}Its states are ${lifecycle.states.join(', ')}.`,
      );
      return [];
    }
  });
}

function idParameter(
  scope: Scope,
  state: StateModel,
  operation: OperationDeclaration,
  kind: OperationModel['kind'],
): ParameterModel[] {
  const identity = scope.identities.get(state.root.name);
  if (kind !== 'create' || identity?.kind !== 'given') return [];
  return [
    { name: 'id', plan: operation.plan, span: operation.span, type: identity.type, optional: false, origin: 'id' },
  ];
}

/** A field that the caller gives keeps its type, its `?` and its default. */
function setParameters(
  state: StateModel,
  operation: OperationDeclaration,
  items: readonly SetDeclaration[],
): ParameterModel[] {
  return items.flatMap((item): ParameterModel[] => {
    const field =
      item.value === undefined ? state.root.fields.find((each) => each.name === item.field.text) : undefined;
    if (field === undefined) return [];
    return [parameterOf({ ...field, plan: operation.plan, span: item.field.span }, 'set')];
  });
}

interface ListChange {
  readonly field: string;
  readonly at: Text;
  readonly parameter: ParameterModel;
}

/** The element that comes, or (of entities) the id of the one that goes. */
function listChanges(scope: Scope, state: StateModel, names: readonly Text[], origin: 'add' | 'remove'): ListChange[] {
  return names.flatMap((at): ListChange[] => {
    const field = state.root.fields.find((each) => each.name === at.text);
    if (field === undefined) {
      const lists = state.root.fields.filter((each) => each.type.kind === 'list').map((each) => each.name);
      {
        scope.problems.error(
          'operation/unknown-field',
          at.span,
          `${state.root.name} has no field "${at.text}".`,
          `${didYouMean(at.text, lists)}Lists are: ${lists.join(', ') || 'none'}.`,
        );
        return [];
      }
    }
    if (isBroken(field.type)) return [];
    if (field.type.kind !== 'list') {
      {
        scope.problems.error(
          'operation/no-list',
          at.span,
          `"${at.text}" is no list, so nothing can be ${origin === 'add' ? 'added to' : 'removed from'} it.`,
          `Write "set: [${at.text}]", or make it a list.`,
        );
        return [];
      }
    }
    const { element } = field.type;
    const type: TypeModel =
      origin === 'remove' && element.kind === 'entity'
        ? { kind: 'ref', target: { kind: 'entity', aggregate: element.aggregate, entity: element.name } }
        : element;
    return [
      {
        field: at.text,
        at,
        parameter: { name: nameOfType(type), plan: '', span: at.span, type, optional: false, origin },
      },
    ];
  });
}

/** What has no name of its own is named after its type: `fill`, `orderId` for `ref(Order)`, `value` for a built-in. */
export function nameOfType(type: TypeModel): string {
  switch (type.kind) {
    case 'scalar':
    case 'list':
    case 'map':
      return 'value';
    case 'ref':
      return `${camelCase(type.target.kind === 'entity' ? type.target.entity : type.target.aggregate)}Id`;
    default:
      return camelCase(type.name);
  }
}

function inputParameters(scope: Scope, state: StateModel, operation: OperationDeclaration): ParameterModel[] {
  const owner = upperFirst(operation.name.text) + state.root.name;
  return resolveFields(scope, operation.input, { owner, aggregate: state.root.name }).map((field) =>
    parameterOf(field, 'input'),
  );
}

function parameterOf(
  { name, description, plan, span, type, optional, default: value }: FieldModel,
  origin: ParameterModel['origin'],
): ParameterModel {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    plan,
    ...(span === undefined ? {} : { span }),
    type,
    optional,
    ...(value === undefined ? {} : { default: value }),
    origin,
  };
}

function checkChangedOnce(
  scope: Scope,
  operation: OperationDeclaration,
  items: readonly SetDeclaration[],
  changes: { add: ListChange[]; remove: ListChange[] },
): void {
  const changed = new Map<string, string>();
  const note = (field: Text, how: string) => {
    const before = changed.get(field.text);
    if (before !== undefined && !(before === 'add' && how === 'remove')) {
      scope.problems.error(
        'operation/changed-twice',
        field.span,
        `"${field.text}" is changed twice by ${operation.name.text}: ${before} and ${how}.`,
        'Keep one of them.',
      );
    }
    changed.set(field.text, how);
  };
  for (const item of items) note(item.field, 'set');
  for (const change of changes.add) note(change.at, 'add');
  for (const change of changes.remove) note(change.at, 'remove');
}

function checkParameters(
  scope: Scope,
  operation: OperationDeclaration,
  parameters: readonly ParameterModel[],
  kind: OperationModel['kind'],
): void {
  const members = parameters
    .filter((each) => each.origin !== 'id')
    .map((each) => ({ name: each.name, span: each.span ?? operation.span }));
  const implied = kind === 'create' ? ['id'] : ['id', 'expectedVersion'];
  const fields = new Set(parameters.filter((each) => each.origin === 'set').map((each) => each.name));
  const brought = parameters.filter((each) => each.origin !== 'set').map((each) => each.name);
  for (const name of brought) fields.delete(name);
  checkMembers(scope.problems, `The operation ${operation.name.text}`, members, implied, fields);
}

/** Which events, and in which of the states that are reached. */
function emissionDrafts(
  scope: Scope,
  state: StateModel,
  operation: OperationDeclaration,
  kind: OperationModel['kind'],
  to: readonly string[],
  from: readonly string[] | undefined,
): EmissionDraft[] {
  const { emits } = operation;
  const name = operation.name;
  if (emits === undefined)
    return kind === 'create' ? [{ event: { text: `${state.root.name}Created`, span: name.span } }] : [];
  const reachable =
    to.length > 0
      ? to
      : kind === 'create'
        ? [state.root.lifecycle?.initial ?? '']
        : (from ?? state.root.lifecycle?.states ?? []);
  const drafts = new Map<string, { event: Text; states: string[] | undefined }>();
  for (const { event, state: at } of emits) {
    const draft = drafts.get(event.text) ?? { event, states: at === undefined ? undefined : [] };
    if (drafts.has(event.text) && (at === undefined || draft.states?.includes(at.text) !== false)) {
      scope.problems.error(
        'operation/emits-twice',
        event.span,
        `${name.text} emits ${event.text} twice.`,
        'Name it once.',
      );
    }
    drafts.set(event.text, draft);
    if (at === undefined) continue;
    draft.states?.push(at.text);
    if (!reachable.includes(at.text)) {
      scope.problems.error(
        'operation/unknown-state',
        at.span,
        `${name.text} does not lead to the state ${at.text}.`,
        reachable.length > 0
          ? `${didYouMean(at.text, reachable)}It leads to ${reachable.join(', ')}.`
          : 'Write the events as a list.',
      );
    }
  }
  return [...drafts.values()].map(({ event, states: at }) => (at === undefined ? { event } : { event, states: at }));
}
