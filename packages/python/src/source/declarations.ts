import type { DeclarationFact, DeclarationKind, MemberFact, MemberKind } from '@planner/target';
import { dottedName, lastName, sourceOf } from './names';
import { constantText } from './texts';
import { bare, field, only, type Tree } from './tree';

const TYPES = new Set(['Literal', 'Union', 'Optional', 'NewType', 'TypeVar', 'Annotated']);
const ACCESSOR = /(?:^|\.)(?:property|cached_property|setter|getter|deleter)$/;

/** What a module declares at its top level; a condition around it is looked through (`if TYPE_CHECKING`, `try`). */
export function declarationsOf(module: Tree, text: string): DeclarationFact[] {
  return module.children.flatMap((statement) => declared(statement, text));
}

function declared(statement: Tree, text: string): DeclarationFact[] {
  switch (statement.type) {
    case 'decorated_definition': {
      const definition = field(statement, 'definition');
      return definition === undefined ? [] : declared(definition, text);
    }
    case 'class_definition':
      return [
        declaration('class', field(statement, 'name'), text, basesOf(statement, text), classMembers(statement, text)),
      ];
    case 'function_definition':
      return [declaration('function', field(statement, 'name'), text, [], [])];
    case 'type_alias_statement': {
      const [left, right] = [field(statement, 'left'), field(statement, 'right')];
      return [declaration('type', left, text, [], right === undefined ? [] : textMembers(right, text))];
    }
    case 'expression_statement':
      return statement.children.flatMap((each) => (each.type === 'assignment' ? assigned(each, text) : []));
    case 'if_statement':
    case 'try_statement':
    case 'else_clause':
    case 'elif_clause':
    case 'except_clause':
    case 'block':
      return statement.children.flatMap((each) => declared(each, text));
    default:
      return [];
  }
}

function assigned(assignment: Tree, text: string): DeclarationFact[] {
  const [left, right] = [field(assignment, 'left'), field(assignment, 'right')];
  if (left?.type !== 'identifier') return [];
  if (right === undefined) return [declaration('constant', left, text, [], [])];
  const value = bare(right);
  const called = value.type === 'call' || value.type === 'subscript' ? lastName(dottedName(value, text) ?? '') : '';
  if (TYPES.has(called))
    return [declaration('type', left, text, [], called === 'Literal' ? textMembers(value, text) : [])];
  if (value.type === 'lambda') return [declaration('function', left, text, [], [])];
  return [declaration('constant', left, text, [], valueMembers(value, text))];
}

function declaration(
  kind: DeclarationKind,
  name: Tree | undefined,
  text: string,
  bases: readonly string[],
  members: readonly MemberFact[],
): DeclarationFact {
  const written = name === undefined ? '' : sourceOf(name, text).replace(/\[[\s\S]*/, '');
  const start = name?.start ?? 0;
  return {
    kind,
    name: written,
    exported: !written.startsWith('_'),
    bases,
    members,
    at: { start, end: start + written.length },
  };
}

/** What a class extends, without keyword arguments and type arguments. */
export function basesOf(definition: Tree, text: string): string[] {
  return (field(definition, 'superclasses')?.children ?? []).flatMap((base) => {
    const name = base.type === 'keyword_argument' || base.type === 'comment' ? undefined : dottedName(base, text);
    return name === undefined ? [] : [name];
  });
}

function classMembers(definition: Tree, text: string): MemberFact[] {
  const isEnum = basesOf(definition, text).some((base) => /(?:Enum|Flag)$/.test(base));
  const body = field(definition, 'body')?.children ?? [];
  return unique(body.flatMap((statement) => classMember(statement, isEnum ? 'enumMember' : 'field', text)));
}

function classMember(statement: Tree, kind: MemberKind, text: string): MemberFact[] {
  switch (statement.type) {
    case 'expression_statement': {
      const assignment = only(statement);
      if (assignment?.type !== 'assignment') return [];
      const [left, right] = [field(assignment, 'left'), field(assignment, 'right')];
      return left?.type === 'identifier' ? [member(left, kind, text, right)] : [];
    }
    case 'decorated_definition': {
      const definition = field(statement, 'definition');
      const name = definition?.type === 'function_definition' ? field(definition, 'name') : undefined;
      const isAccessor = statement.children.some(
        (each) => each.type === 'decorator' && ACCESSOR.test(sourceOf(each, text).slice(1).trim()),
      );
      return name === undefined ? [] : [member(name, isAccessor ? 'accessor' : 'method', text)];
    }
    case 'function_definition': {
      const name = field(statement, 'name');
      if (name === undefined) return [];
      return sourceOf(name, text) === '__init__' ? initialFields(statement, text) : [member(name, 'method', text)];
    }
    default:
      return [];
  }
}

/** `self.x = …` in `__init__`. */
function initialFields(tree: Tree, text: string): MemberFact[] {
  return tree.children.flatMap((child) => {
    if (child.type !== 'assignment') return initialFields(child, text);
    const left = field(child, 'left');
    const [object, attribute] = [left && field(left, 'object'), left && field(left, 'attribute')];
    if (object === undefined || attribute === undefined || sourceOf(object, text) !== 'self') return [];
    return [member(attribute, 'field', text, field(child, 'right'))];
  });
}

/** An accessor and its setter, a field that is declared and then set: one member. */
function unique(members: readonly MemberFact[]): MemberFact[] {
  const names = new Set<string>();
  return members.filter(({ name }) => !names.has(name) && names.add(name));
}

function valueMembers(value: Tree, text: string): MemberFact[] {
  if (value.type === 'dictionary')
    return value.children.flatMap((pair) => {
      const [key, held] = [field(pair, 'key'), field(pair, 'value')];
      const name = constantText(key, text);
      if (key === undefined || name === undefined) return [];
      const constant = constantText(held, text);
      return [
        {
          name,
          kind: 'property' as const,
          ...(constant === undefined ? {} : { text: constant }),
          at: { start: key.start, end: key.end },
        },
      ];
    });
  if (value.type === 'list' || value.type === 'tuple' || value.type === 'set') return textMembers(value, text);
  if (value.type !== 'call') return [];
  const first = field(value, 'arguments')?.children[0];
  return first === undefined ? [] : valueMembers(bare(first), text);
}

/** The texts of `Literal["BUY", "SELL"]` or of a list. */
function textMembers(tree: Tree, text: string): MemberFact[] {
  const constant = constantText(tree, text);
  if (constant !== undefined)
    return [{ name: constant, kind: 'enumMember', text: constant, at: { start: tree.start, end: tree.end } }];
  return tree.children.flatMap((child) => textMembers(child, text));
}

function member(name: Tree, kind: MemberKind, text: string, value?: Tree): MemberFact {
  const constant = constantText(value, text);
  return {
    name: sourceOf(name, text),
    kind,
    ...(constant === undefined ? {} : { text: constant }),
    at: { start: name.start, end: name.end },
  };
}
