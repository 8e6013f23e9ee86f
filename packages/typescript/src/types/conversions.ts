import type { Scalar, TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { Names } from '../names';
import type { Identities } from './identities';
import type { Entrance } from './types';

/** An entity with its id, or what a caller gives to make one. */
export type EntityForm = 'whole' | 'draft';

/** What the kernel offers for values that their library leaves open to change. */
const FREEZES: Partial<Record<Scalar, string>> = { decimal: 'frozenDecimal', json: 'frozenJson' };

/** Expressions that turn one representation into the other. An expression that needs no conversion comes back as it is. */
export class Conversions {
  constructor(
    private readonly identities: Identities,
    private readonly names: Names,
  ) {}

  toDomain(type: TypeModel, expression: string, imports: ImportSet, entrance: Entrance, entities: EntityForm): string {
    switch (type.kind) {
      case 'scalar':
        return type.scalar === 'bytes'
          ? `${imports.kernel('Bytes')}.of(${expression})`
          : this.frozen(type, expression, imports);
      case 'enum':
        return expression;
      case 'valueObject':
        return `${imports.value(this.names.valueObject(type.name).type)}.${entrance}(${expression})`;
      case 'entity':
        return `${imports.value(this.names.entity(type.aggregate, type.name).type)}.${entities === 'draft' ? 'draft' : 'rehydrate'}(${expression})`;
      case 'aggregate':
        return `${imports.value(this.names.aggregate(type.name).root)}.rehydrate(${expression})`;
      case 'ref':
        return `${imports.value(this.identities.idName(type))}.${entrance}(${expression})`;
      case 'list': {
        const element = this.toDomain(type.element, 'item', imports, entrance, entities);
        return `${imports.kernel('frozenList')}(${mapped(expression, element)})`;
      }
      case 'map':
        return this.converted(expression, this.toDomain(type.value, 'item', imports, entrance, entities), imports);
    }
  }

  toData(type: TypeModel, expression: string, imports: ImportSet): string {
    switch (type.kind) {
      case 'scalar':
        return type.scalar === 'bytes' ? `${expression}.toUint8Array()` : plain(expression);
      case 'enum':
        return plain(expression);
      case 'valueObject':
      case 'entity':
      case 'aggregate':
        return `${expression}.toData()`;
      case 'ref':
        return this.toData(this.identities.branded(type), expression, imports);
      case 'list':
        return mapped(plain(expression), this.toData(type.element, 'item', imports));
      case 'map': {
        const value = this.toData(type.value, 'item', imports);
        return value === 'item' ? plain(expression) : this.converted(plain(expression), value, imports);
      }
    }
  }

  created(type: TypeModel, expression: string, imports: ImportSet): string {
    switch (type.kind) {
      case 'entity':
        return `${imports.value(this.names.entity(type.aggregate, type.name).type)}.create(${expression}, context)`;
      case 'list':
        return `${imports.kernel('frozenList')}(${mapped(expression, this.created(type.element, 'item', imports))})`;
      case 'map':
        return this.converted(expression, this.created(type.value, 'item', imports), imports);
      default:
        return this.frozen(type, expression, imports);
    }
  }

  frozen(type: TypeModel, expression: string, imports: ImportSet): string {
    if (type.kind === 'list')
      return `${imports.kernel('frozenList')}(${mapped(expression, this.frozen(type.element, 'item', imports))})`;
    if (type.kind === 'map') return this.converted(expression, this.frozen(type.value, 'item', imports), imports);
    const freezes = type.kind === 'scalar' ? FREEZES[type.scalar] : undefined;
    return freezes === undefined ? expression : `${imports.kernel(freezes)}(${expression})`;
  }

  private converted(expression: string, value: string, imports: ImportSet): string {
    return `${imports.kernel('FrozenMap')}.from(${expression}${value === 'item' ? '' : `, (item) => ${value}`})`;
  }
}

function mapped(expression: string, element: string): string {
  return element === 'item' ? expression : `${expression}.map((item) => ${element})`;
}

/** The expression without the `?` that an optional chain would have continued. */
function plain(expression: string): string {
  return expression.replace(/\?$/, '');
}
