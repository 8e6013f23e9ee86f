import type { AssignedValue, AssignmentModel, FieldModel, ListType, MapType, TypeModel } from '../context-model';
import type { Literal, OperationDeclaration, SetDeclaration } from '../declaration';
import { didYouMean } from '../suggest';
import type { StateModel } from './aggregates';
import { checkLiteral } from './fields';
import { isBroken } from './scope';
import type { Scope } from './scope';

/**
 * What an operation does to the fields. At create every field gets a value, in the order of the fields: what is not set
 * starts with its default, empty or absent.
 */
export function resolveAssignments(
  scope: Scope,
  state: StateModel,
  operation: OperationDeclaration,
  items: readonly SetDeclaration[],
  creates: boolean,
): AssignmentModel[] {
  const assigned = items.flatMap((item): AssignmentModel[] => {
    const field = settable(scope, state, item, creates);
    const value = field && valueOf(scope, field, item, creates);
    return field === undefined || value === undefined ? [] : [{ field: field.name, value }];
  });
  if (!creates) return assigned;
  const written = new Map(assigned.map((assignment) => [assignment.field, assignment]));
  const tried = new Set(items.map((item) => item.field.text));
  const added = new Set(operation.add.map((each) => each.text));
  return state.root.fields.flatMap((field): AssignmentModel[] => {
    const value = written.get(field.name)?.value ?? startOf(field, added.has(field.name) ? 1 : 0);
    if (value !== undefined) return [{ field: field.name, value }];
    if (!tried.has(field.name)) reportMissed(scope, state, operation, field, added.has(field.name));
    return [];
  });
}

function reportMissed(
  scope: Scope,
  { root }: StateModel,
  operation: OperationDeclaration,
  field: FieldModel,
  isAddedTo: boolean,
): void {
  const { name } = field;
  const rule = 'operation/create-misses-field';
  const { span } = operation.name;
  if (isCollection(field.type)) {
    const hint = `Name it in "set" of create, or lower the "min" of ${root.name}.${name}.`;
    const start = isAddedTo ? 'only one element' : 'no element';
    scope.problems.error(
      rule,
      span,
      `"create" gives "${name}" ${start}, but it always holds at least ${field.type.min ?? ''}.`,
      hint,
    );
  } else if (!isAddedTo) {
    const hint = `Name it in "set" of create, or give ${root.name}.${name} a default or a "?".`;
    scope.problems.error(rule, span, `"create" gives the required field "${name}" no value.`, hint);
  }
}

/** How a field starts that create does not set, but adds so many elements to; undefined where that is not enough. */
function startOf(field: FieldModel, added = 0): AssignedValue | undefined {
  if (field.default?.kind === 'now') return { kind: 'now' };
  if (field.default !== undefined) return { kind: 'literal', text: field.default.text };
  if (isCollection(field.type)) return mayHold(field.type, added) ? { kind: 'empty' } : undefined;
  return field.optional ? { kind: 'none' } : undefined;
}

function settable(scope: Scope, state: StateModel, item: SetDeclaration, creates: boolean): FieldModel | undefined {
  const { text, span } = item.field;
  const field = state.root.fields.find((each) => each.name === text);
  if (field !== undefined) return field;
  const given = scope.identities.get(state.root.name)?.kind === 'given';
  if (text === 'id' && creates && given && item.value === undefined) return undefined;
  if (text === 'id') {
    scope.problems.error(
      'operation/sets-identity',
      span,
      given ? 'An identity never changes.' : 'The identity is made by the service.',
      given ? 'Leave "id" to create.' : 'Remove it, or declare a field "id" with a type of your own.',
    );
    return;
  }
  if (text === state.root.lifecycle?.name) {
    scope.problems.error(
      'operation/sets-state',
      span,
      `"${text}" is the lifecycle field; it changes by "to" alone.`,
      'Write "to: STATE".',
    );
    return;
  }
  const names = state.root.fields.map((each) => each.name);
  scope.problems.error(
    'operation/unknown-field',
    span,
    `${state.root.name} has no field "${text}".`,
    `${didYouMean(text, names)}What is no field comes as "input".`,
  );
  return undefined;
}

function valueOf(scope: Scope, field: FieldModel, item: SetDeclaration, creates: boolean): AssignedValue | undefined {
  const { value } = item;
  if (value === undefined) return { kind: 'parameter', parameter: field.name };
  if (!value.quoted && value.text === 'computed')
    return { kind: 'computed', fallback: creates ? (startOf(field) ?? { kind: 'unimplemented' }) : { kind: 'keep' } };
  if (!value.quoted && value.text === 'none') return cleared(scope, field, value);
  if (isBroken(field.type)) return undefined;
  return checkLiteral(scope, field.type, value);
}

function cleared(scope: Scope, field: FieldModel, value: Literal): AssignedValue | undefined {
  if (isCollection(field.type) && mayHold(field.type, 0)) return { kind: 'empty' };
  if (field.optional || isBroken(field.type)) return { kind: 'none' };
  scope.problems.error(
    'operation/clears-required',
    value.span,
    isCollection(field.type)
      ? `"${field.name}" always holds at least ${field.type.min ?? ''}, so it cannot become "none".`
      : `"${field.name}" is always there, so it cannot become "none".`,
    isCollection(field.type)
      ? 'Give it other elements, or lower its "min".'
      : `Give it another value, or write "?" behind its type.`,
  );
  return undefined;
}

function isCollection(type: TypeModel): type is ListType | MapType {
  return type.kind === 'list' || type.kind === 'map';
}

function mayHold({ min }: ListType | MapType, size: number): boolean {
  return Number(min ?? 0) <= size;
}
