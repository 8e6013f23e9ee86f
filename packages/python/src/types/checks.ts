import type { ListType, MapType, ScalarType, TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import { pyPattern, pyString } from '../text';

/**
 * Links of a `Constraints` chain over the value that `expression` yields. `path` is source text: a string literal, or the
 * name of the variable that holds the path of an element.
 */
export function checkLinks(type: TypeModel, path: string, expression: string, imports: ImportSet): string[] {
  switch (type.kind) {
    case 'scalar':
      return scalarLinks(type, path, expression, imports);
    case 'list':
      return listLinks(type, path, expression, imports);
    case 'map':
      return mapLinks(type, path, expression, imports);
    default:
      // Value objects, ids, enums and drafts cannot be invalid.
      return [];
  }
}

function listLinks(type: ListType, path: string, expression: string, imports: ImportSet): string[] {
  const element = checkLinks(type.element, 'path', 'item', imports);
  return [
    ...sizeLinks(type, path, expression),
    ...(type.distinct ? [`.distinct(${path}, ${expression})`] : []),
    ...(element.length === 0
      ? []
      : [`.each(${path}, ${expression}, lambda each, path, item: each${element.join('')})`]),
  ];
}

function mapLinks(type: MapType, path: string, expression: string, imports: ImportSet): string[] {
  const key = scalarLinks(type.key, 'path', 'key', imports);
  const value = checkLinks(type.value, 'path', 'item', imports);
  const links = [...key, ...value].join('');
  return [
    ...sizeLinks(type, path, expression),
    `.entries(${path}, ${expression}, lambda each, path, key, item: each${links})`,
  ];
}

function sizeLinks({ min, max }: ListType | MapType, path: string, expression: string): string[] {
  const printed = limits({ min, max });
  return printed === '' ? [] : [`.size(${path}, ${expression}${printed})`];
}

/** Whether a value of the type can be wrong at all. */
export function scalarIsChecked({ scalar }: ScalarType): boolean {
  return scalar !== 'uuid' && scalar !== 'bool';
}

/** The type itself is a constraint too: a whole number of 32 bits, a storable text. */
function scalarLinks(type: ScalarType, path: string, expression: string, imports: ImportSet): string[] {
  const { min, max } = type;
  switch (type.scalar) {
    case 'string':
    case 'text':
      return [`.string(${path}, ${expression}${limits({ min, max, pattern: patternOf(type, imports) })})`];
    case 'int':
    case 'bigint':
    case 'bytes':
      return [`.${type.scalar}(${path}, ${expression}${limits({ min, max })})`];
    case 'float':
      return [`.float(${path}, ${expression}${limits({ min, max })})`];
    case 'decimal': {
      const size = { precision: String(type.precision), scale: String(type.scale) };
      return [
        `.decimal(${path}, ${expression}${limits({ ...size, min: min && pyString(min), max: max && pyString(max) })})`,
      ];
    }
    case 'date':
    case 'duration':
    case 'json':
      return [`.${type.scalar}(${path}, ${expression})`];
    case 'datetime':
      return [`.instant(${path}, ${expression})`];
    case 'uuid':
    case 'bool':
      return [];
  }
}

function patternOf({ pattern }: ScalarType, imports: ImportSet): string | undefined {
  if (pattern === undefined) return undefined;
  imports.module('re');
  return pyPattern(pattern);
}

function limits(given: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(given)
    .flatMap(([name, value]) => (value === undefined ? [] : [`, ${name}=${value}`]))
    .join('');
}
