import type { FieldModel, ListType, MapType, ScalarType, TypeModel } from '@planner/model';
import { regexLiteral, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import type { Names } from '../names';
import type { Identities } from './identities';

type Slot = Pick<FieldModel, 'type' | 'optional'>;
/** Value objects and identities check their own data; as domain values they are valid already. */
type Representation = 'data' | 'domain';

/** Links of a `Constraints` chain: `.string('reason', input.reason, { max: 200 })`. */
export class Checks {
  constructor(
    private readonly identities: Identities,
    private readonly names: Names,
  ) {}

  /**
   * What has to be checked of the value that `expression` yields. `path` is source text too: a string literal, or the name of
   * the variable that holds the path of an element.
   */
  links(slot: Slot, path: string, expression: string, imports: ImportSet, representation: Representation): string[] {
    const { type } = slot;
    switch (type.kind) {
      case 'scalar':
        return scalarLinks(type, path, expression);
      case 'valueObject':
        return representation === 'data'
          ? [nested(slot, imports.value(this.names.valueObject(type.name).type), path, expression)]
          : [];
      case 'entity':
        return representation === 'data'
          ? [nested(slot, imports.value(this.names.entity(type.aggregate, type.name).type), path, expression)]
          : [];
      case 'ref':
        return representation === 'data'
          ? this.links({ ...slot, type: this.identities.branded(type) }, path, expression, imports, 'data')
          : [];
      case 'list':
        return this.listLinks(type, path, expression, imports, representation);
      case 'map':
        return this.mapLinks(type, path, expression, imports, representation);
      default:
        return [];
    }
  }

  private listLinks(
    type: ListType,
    path: string,
    expression: string,
    imports: ImportSet,
    representation: Representation,
  ): string[] {
    const element = this.links(required(type.element), 'path', 'item', imports, representation);
    return [
      ...sizeLinks(type, path, expression),
      ...(type.distinct ? [`.distinct(${path}, ${expression})`] : []),
      ...(element.length === 0 ? [] : [`.each(${path}, ${expression}, (each, path, item) => each${element.join('')})`]),
    ];
  }

  private mapLinks(
    type: MapType,
    path: string,
    expression: string,
    imports: ImportSet,
    representation: Representation,
  ): string[] {
    const key = scalarLinks(type.key, 'path', 'key');
    const value = this.links(required(type.value), 'path', 'value', imports, representation);
    return [
      ...sizeLinks(type, path, expression),
      `.entries(${path}, ${expression}, (each, path, value, key) => each${[...key, ...value].join('')})`,
    ];
  }
}

function nested({ optional }: Slot, className: string, path: string, expression: string): string {
  const check = `${className}.check(${expression})`;
  return `.nested(${path}, ${optional ? `${expression} === undefined ? [] : ${check}` : check})`;
}

function required(type: TypeModel): Slot {
  return { type, optional: false };
}

function sizeLinks({ min, max }: ListType | MapType, path: string, expression: string): string[] {
  const printed = limits({ min, max });
  return printed === '' ? [] : [`.size(${path}, ${expression}${printed})`];
}

/** The type itself is a constraint too: a whole number of 32 bits, a UUID, a storable text. */
function scalarLinks(type: ScalarType, path: string, expression: string): string[] {
  const { min, max } = type;
  switch (type.scalar) {
    case 'string':
    case 'text':
      return [
        `.string(${path}, ${expression}${limits({ min, max, pattern: type.pattern === undefined ? undefined : regexLiteral(type.pattern) })})`,
      ];
    case 'uuid':
      return [`.uuid(${path}, ${expression})`];
    case 'int':
    case 'float':
    case 'bytes':
      return [`.${type.scalar}(${path}, ${expression}${limits({ min, max })})`];
    case 'bigint':
      return [`.bigint(${path}, ${expression}${limits({ min: min && `${min}n`, max: max && `${max}n` })})`];
    case 'decimal': {
      const size = { precision: String(type.precision), scale: String(type.scale) };
      return [
        `.decimal(${path}, ${expression}${limits({ ...size, min: min && stringLiteral(min), max: max && stringLiteral(max) })})`,
      ];
    }
    case 'date':
      return [`.date(${path}, ${expression})`];
    case 'datetime':
      return [`.instant(${path}, ${expression})`];
    case 'duration':
      return [`.duration(${path}, ${expression})`];
    case 'json':
      return [`.json(${path}, ${expression})`];
    case 'bool':
      return [];
  }
}

function limits(given: Readonly<Record<string, string | undefined>>): string {
  const printed = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return printed.length === 0 ? '' : `, { ${printed.join(', ')} }`;
}
