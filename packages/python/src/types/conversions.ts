import type { TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { Names } from '../names';
import type { Identities } from './identities';

/** Expressions that turn one representation into the other. An expression that needs no conversion comes back as it is. */
export class Conversions {
  constructor(
    private readonly identities: Identities,
    private readonly names: Names,
  ) {}

  toDto(type: TypeModel, expression: string, imports: ImportSet): string {
    switch (type.kind) {
      case 'scalar':
      case 'enum':
        return expression;
      case 'ref':
        return this.toDto(this.identities.branded(type), expression, imports);
      case 'valueObject':
        return this.identities.isSimple(type.name)
          ? `${expression}.value`
          : `${imports.value(this.names.valueObject(type.name).dto)}.of(${expression})`;
      case 'entity':
        return `${imports.value(this.names.entity(type.aggregate, type.name).dto)}.of(${expression})`;
      case 'aggregate':
        return `${imports.value(this.names.aggregate(type.name).dto)}.of(${expression}.state)`;
      case 'list':
        return listed(expression, this.toDto(type.element, 'item', imports));
      case 'map':
        return mapped(expression, this.toDto(type.value, 'item', imports), imports);
    }
  }

  created(type: TypeModel, expression: string, imports: ImportSet): string {
    switch (type.kind) {
      case 'entity':
        return `${imports.value(this.names.entity(type.aggregate, type.name).type)}.create(${expression}, context)`;
      case 'list':
        return listed(expression, this.created(type.element, 'item', imports));
      case 'map':
        return mapped(expression, this.created(type.value, 'item', imports), imports);
      default:
        return expression;
    }
  }

  wrapped(type: TypeModel, expression: string, imports: ImportSet): string {
    switch (type.kind) {
      case 'ref':
        return `${imports.value(this.identities.idName(type))}(${this.wrapped(this.identities.branded(type), expression, imports)})`;
      case 'valueObject':
        return `${imports.kernel('rehydration', 'rehydrated')}(${imports.value(this.names.valueObject(type.name).type)})(value=${expression})`;
      default:
        return expression;
    }
  }
}

function listed(expression: string, element: string): string {
  return element === 'item' ? expression : `tuple(${element} for item in ${expression})`;
}

function mapped(expression: string, value: string, imports: ImportSet): string {
  if (value === 'item') return expression;
  return `${imports.kernel('collections', 'FrozenDict')}({key: ${value} for key, item in ${expression}.items()})`;
}
