import type { FieldModel, ScalarType, TypeModel } from '@planner/model';
import type { Markdown } from '../markdown';
import type { Phrases } from '../phrases';

/** `string` holds this many characters unless the plan says otherwise; that needs no mention. */
const DEFAULT_MAX = '255';

/** What a value of the type must fulfil, beyond being one. */
export function typeRules(type: TypeModel, say: Phrases['constraints']): Markdown[] {
  if (type.kind === 'scalar') return scalarRules(type, say);
  if (type.kind === 'list') {
    const inner = typeRules(type.element, say);
    return [
      ...(type.min === undefined ? [] : [say.elementsAtLeast(type.min)]),
      ...(type.max === undefined ? [] : [say.elementsAtMost(type.max)]),
      ...(type.distinct ? [say.distinct()] : []),
      ...inner.map((rule) => say.eachElement(rule)),
    ];
  }
  if (type.kind === 'map') {
    return [
      ...(type.min === undefined ? [] : [say.elementsAtLeast(type.min)]),
      ...(type.max === undefined ? [] : [say.elementsAtMost(type.max)]),
      ...typeRules(type.value, say).map((rule) => say.eachElement(rule)),
    ];
  }
  return [];
}

/** The rules of a field: those of its type, uniqueness (`scope` names the aggregate of an entity's field), default. */
export function fieldRules(field: FieldModel, scope: string | undefined, say: Phrases['constraints']): Markdown[] {
  return [
    ...typeRules(field.type, say),
    ...(field.unique ? [scope === undefined ? say.uniqueAmongAll() : say.unique(scope)] : []),
    ...(field.default?.kind === 'literal' ? [say.defaultValue(field.default.text)] : []),
    ...(field.default?.kind === 'now' ? [say.defaultNow()] : []),
  ];
}

function scalarRules(type: ScalarType, say: Phrases['constraints']): Markdown[] {
  const isText = type.scalar === 'string' || type.scalar === 'text';
  const [atLeast, atMost] = isText
    ? [say.charactersAtLeast, say.charactersAtMost]
    : type.scalar === 'bytes'
      ? [say.bytesAtLeast, say.bytesAtMost]
      : [say.atLeast, say.atMost];
  const usual = type.scalar === 'string' && type.max === DEFAULT_MAX;
  return [
    ...(type.min === undefined ? [] : [atLeast(type.min)]),
    ...(type.max === undefined || usual ? [] : [atMost(type.max)]),
    ...(type.precision === undefined || type.scale === undefined ? [] : [say.digits(type.precision, type.scale)]),
    ...(type.pattern === undefined ? [] : [say.matches(type.pattern)]),
  ];
}
