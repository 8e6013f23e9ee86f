import { basesOf } from './declarations';
import { dottedName, lastName, sourceOf } from './names';
import { constantText } from './texts';
import { bare, field, only, type Tree } from './tree';

/** A field of a settings class, which reads an environment variable: pydantic-settings, "Environment variable names". */
export interface SettingsField {
  readonly variable: string;
  readonly member: string;
  readonly optional: boolean;
  /** The default, an argument of `Field` where it is given so. */
  readonly fallback?: Tree;
  readonly at: Tree;
}

/** pydantic-settings reads a field under its name; a plain model of variables says its names by aliases. */
const SETTINGS = /Settings$/;
const GROUPS = /(?:Settings|Variables|Environment|Env)$/;
const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

/** Whether a class is one of settings: a base is named so. */
export function isSettings(bases: readonly string[]): boolean {
  return bases.some((base) => GROUPS.test(lastName(base)));
}

/** The fields of a settings class, in order. */
export function settingsFields(definition: Tree, text: string): SettingsField[] {
  const prefix = prefixOf(definition, text);
  const named = basesOf(definition, text).some((base) => SETTINGS.test(lastName(base)));
  return assignments(definition)
    .flatMap((assignment) => settingsField(assignment, prefix, text))
    .filter(
      ({ variable, member }) =>
        named || (VARIABLE.test(variable) && (variable === member || variable !== member.toUpperCase())),
    );
}

function settingsField(assignment: Tree, prefix: string, text: string): SettingsField[] {
  const [left, type] = [field(assignment, 'left'), field(assignment, 'type')];
  if (left?.type !== 'identifier' || type === undefined) return [];
  const member = sourceOf(left, text);
  const annotation = sourceOf(type, text);
  // A group of settings of its own is read under its own names.
  if (member === 'model_config' || /^ClassVar\b|Settings\b/.test(annotation)) return [];
  const value = field(assignment, 'right');
  const given = fieldCall(value, text);
  const description = given ?? findCall(type, text);
  const variable = aliasOf(description, text) ?? `${prefix}${member}`.toUpperCase();
  const fallback = given === undefined ? value : defaultOf(given, text);
  const factory = description !== undefined && keyword(description, 'default_factory', text) !== undefined;
  const optional = fallback !== undefined || factory;
  const required = fallback !== undefined && sourceOf(fallback, text) === '...';
  return [
    {
      variable,
      member,
      optional: optional && !required,
      ...(fallback === undefined || required ? {} : { fallback }),
      at: left,
    },
  ];
}

/** `Field(…)` or what a call of it is wrapped in. */
function fieldCall(value: Tree | undefined, text: string): Tree | undefined {
  const inner = value === undefined ? undefined : bare(value);
  if (inner?.type !== 'call') return undefined;
  return lastName(dottedName(inner, text) ?? '') === 'Field' ? inner : undefined;
}

/** In `Annotated[str, Field(…)]`. */
function findCall(tree: Tree, text: string): Tree | undefined {
  for (const child of tree.children) {
    const found = fieldCall(child, text) ?? findCall(child, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

function aliasOf(description: Tree | undefined, text: string): string | undefined {
  if (description === undefined) return undefined;
  for (const name of ['validation_alias', 'alias', 'env']) {
    const value = keyword(description, name, text);
    if (value === undefined) continue;
    const alias = constantText(value, text) ?? constantText(field(value, 'arguments')?.children[0], text);
    if (alias !== undefined) return alias;
  }
  return undefined;
}

function defaultOf(description: Tree, text: string): Tree | undefined {
  const [first] = field(description, 'arguments')?.children ?? [];
  const positional =
    first === undefined || first.type === 'keyword_argument' || first.type === 'comment' ? undefined : first;
  return positional ?? keyword(description, 'default', text);
}

function keyword(call: Tree, name: string, text: string): Tree | undefined {
  const found = (field(call, 'arguments')?.children ?? []).find((each) => {
    const key = field(each, 'name');
    return each.type === 'keyword_argument' && key !== undefined && sourceOf(key, text) === name;
  });
  return found === undefined ? undefined : field(found, 'value');
}

/** `env_prefix` of `model_config`, of a nested `Config`, or among the arguments of the class. */
function prefixOf(definition: Tree, text: string): string {
  const superclasses = field(definition, 'superclasses');
  const given =
    superclasses === undefined
      ? undefined
      : keyword({ ...definition, children: [{ ...superclasses, field: 'arguments' }] }, 'env_prefix', text);
  if (given !== undefined) return constantText(given, text) ?? '';
  for (const assignment of [...assignments(definition), ...nested(definition).flatMap(assignments)]) {
    const [left, right] = [field(assignment, 'left'), field(assignment, 'right')];
    if (left === undefined || right === undefined) continue;
    const name = sourceOf(left, text);
    if (name === 'env_prefix') return constantText(right, text) ?? '';
    if (name !== 'model_config') continue;
    const prefix = keyword(right, 'env_prefix', text) ?? pairValue(right, 'env_prefix', text);
    if (prefix !== undefined) return constantText(prefix, text) ?? '';
  }
  return '';
}

function pairValue(dictionary: Tree, name: string, text: string): Tree | undefined {
  const pair = dictionary.children.find((each) => constantText(field(each, 'key'), text) === name);
  return pair === undefined ? undefined : field(pair, 'value');
}

function nested(definition: Tree): readonly Tree[] {
  return (field(definition, 'body')?.children ?? []).filter(({ type }) => type === 'class_definition');
}

/** The assignments of a class body, in order. */
export function assignments(definition: Tree): readonly Tree[] {
  return (field(definition, 'body')?.children ?? []).flatMap((statement) => {
    const held = statement.type === 'expression_statement' ? only(statement) : undefined;
    return held?.type === 'assignment' ? [held] : [];
  });
}
