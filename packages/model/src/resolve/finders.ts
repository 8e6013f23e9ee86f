import type { FilterModel, FinderModel, ValueObjectModel } from '../context-model';
import type { FilterDeclaration, FinderDeclaration, SortDeclaration } from '../declaration';
import { upperFirst } from '../naming';
import type { StateModel } from './aggregates';
import { describe, isComparable } from './fields';
import { checkCamel, checkMembers } from './member-names';
import { resolvePath } from './paths';
import { elementOf, isBroken } from './scope';
import type { Scope } from './scope';

type Sort = FinderModel['sort'][number];

/** `list` first, whether the plan shapes it or not; then the others in the plan's order. */
export function resolveFinders(
  scope: Scope,
  state: StateModel,
  valueObjects: ReadonlyMap<string, ValueObjectModel>,
): FinderModel[] {
  const { declaration } = state;
  const operations = new Set(declaration.operations.map((operation) => operation.name.text));
  for (const finder of declaration.finders) {
    const name = finder.name.text;
    checkCamel(scope.problems, finder.name, 'The finder');
    if (name === 'get' || name === 'create' || operations.has(name)) {
      scope.problems.error(
        'finder/name',
        finder.name.span,
        `"${name}" is no name for a finder: ${name === 'get' ? 'finding by id is built in' : 'an operation bears it'}.`,
        'Choose a name such as findByEmail.',
      );
    }
  }
  checkMembers(
    scope.problems,
    declaration.name.text,
    declaration.finders.map((finder) => ({ name: finder.name.text, span: finder.name.span })),
  );
  const list = declaration.finders.find((finder) => finder.name.text === 'list');
  const others = declaration.finders.filter((finder) => finder !== list);
  const first: FinderModel =
    list === undefined
      ? { name: 'list', plan: declaration.plan, span: declaration.span, by: [], sort: BY_AGE, single: false }
      : resolveFinder(scope, state, valueObjects, list);
  return [first, ...others.map((finder) => resolveFinder(scope, state, valueObjects, finder))];
}

/** The default order; the identity breaks ties. */
const BY_AGE: readonly Sort[] = [{ path: ['createdAt'], direction: 'asc' }];

function resolveFinder(
  scope: Scope,
  state: StateModel,
  valueObjects: ReadonlyMap<string, ValueObjectModel>,
  finder: FinderDeclaration,
): FinderModel {
  const by = finder.by.flatMap((filter) => resolveFilter(scope, state, valueObjects, finder, filter) ?? []);
  checkMembers(
    scope.problems,
    `The finder ${finder.name.text}`,
    by.map((filter) => ({ name: filter.name, span: filter.span ?? finder.span })),
    ['pageSize', 'pageToken'],
  );
  const single = finder.name.text !== 'list' && isSingle(state, by);
  const sort = finder.sort.flatMap((each) => resolveSort(scope, state, valueObjects, each) ?? []);
  return { ...elementOf(finder), by, sort: sort.length > 0 || single ? sort : BY_AGE, single };
}

function resolveFilter(
  scope: Scope,
  state: StateModel,
  valueObjects: ReadonlyMap<string, ValueObjectModel>,
  finder: FinderDeclaration,
  filter: FilterDeclaration,
): FilterModel | undefined {
  const found = resolvePath(scope, state.root, valueObjects, filter.path, true);
  if (found === undefined) return undefined;
  const contains = found.type.kind === 'list';
  const type = found.type.kind === 'list' ? found.type.element : found.type;
  if (!isBroken(type) && !isComparable(scope, type)) {
    scope.problems.error(
      'finder/filter',
      filter.path.span,
      `"${filter.path.text}" cannot be a filter: ${describe(type)} is not compared as a whole.`,
      'Filter by a scalar, an enum, a ref or a part of a value object (field.part).',
    );
    return;
  }
  const [first = '', ...rest] = found.path;
  const name = first + rest.map(upperFirst).join('');
  return {
    name,
    plan: finder.plan,
    span: filter.path.span,
    path: found.path,
    type,
    optional: filter.optional,
    match: contains ? 'contains' : 'equals',
  };
}

function resolveSort(
  scope: Scope,
  state: StateModel,
  valueObjects: ReadonlyMap<string, ValueObjectModel>,
  sort: SortDeclaration,
): Sort | undefined {
  const direction = sort.direction?.text ?? 'asc';
  if (direction !== 'asc' && direction !== 'desc') {
    scope.problems.error(
      'finder/sort',
      sort.direction?.span ?? sort.path.span,
      `"${direction}" is no direction.`,
      'Write asc or desc.',
    );
    return;
  }
  const found = resolvePath(scope, state.root, valueObjects, sort.path, true);
  if (found === undefined) return undefined;
  if (!isBroken(found.type) && (found.type.kind === 'list' || !isComparable(scope, found.type))) {
    scope.problems.error(
      'finder/sort',
      sort.path.span,
      `"${sort.path.text}" has no order: it is ${describe(found.type)}.`,
      'Sort by a scalar, an enum, a ref or a part of a value object (field.part).',
    );
    return;
  }
  return { path: found.path, direction };
}

/** Every filter is required, and together they cover the identity or a unique set. */
function isSingle(state: StateModel, by: readonly FilterModel[]): boolean {
  if (by.length === 0 || by.some((filter) => filter.optional)) return false;
  const given = new Set(by.filter((filter) => filter.match === 'equals').map((filter) => filter.path.join('.')));
  return given.has('id') || state.unique.some((set) => set.every((path) => given.has(path)));
}
