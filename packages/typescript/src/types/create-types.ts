import type { ContextModel, IdentityModel, RefType, ScalarType, TypeModel } from '@planner/model';
import { stringLiteral } from '@planner/target';
import type { Exported, ImportSet } from '../imports';
import type { Names } from '../names';
import { scalarLiteral, scalarType } from './scalars';
import type { Entrance, Slot, Types } from './types';

/** The types of a model; names and identities are looked up in it. */
export function createTypes(model: ContextModel, names: Names): Types {
  return new ModelTypes(model, names);
}

const GENERATED_ID: ScalarType = { kind: 'scalar', scalar: 'uuid' };
const FOREIGN_ID: ScalarType = { kind: 'scalar', scalar: 'string', min: '1', max: '255' };

class ModelTypes implements Types {
  constructor(
    private readonly model: ContextModel,
    private readonly names: Names,
  ) {}

  data(slot: Slot, imports: ImportSet): string {
    return orUndefined(slot, this.dataType(slot.type, imports));
  }

  domain(slot: Slot, imports: ImportSet): string {
    return orUndefined(slot, this.domainType(slot.type, imports));
  }

  toDomain(slot: Slot, expression: string, imports: ImportSet, entrance: Entrance): string {
    const converted = this.domainOf(slot.type, expression, imports, entrance);
    return slot.optional && converted !== expression ? `${expression} === undefined ? undefined : ${converted}` : converted;
  }

  toData(slot: Slot, expression: string, imports: ImportSet): string {
    const converted = this.dataOf(slot.type, slot.optional ? `${expression}?` : expression, imports);
    if (!slot.optional) return converted;
    const plain = this.dataOf(slot.type, expression, imports);
    if (plain === expression) return expression;
    return converted.startsWith(`${expression}?.`) ? converted : `${expression} === undefined ? undefined : ${plain}`;
  }

  sameInBoth(type: TypeModel): boolean {
    switch (type.kind) {
      case 'scalar':
        return type.scalar !== 'bytes';
      case 'enum':
        return true;
      case 'list':
        return this.sameInBoth(type.element);
      case 'map':
        return this.sameInBoth(type.value);
      default:
        return false;
    }
  }

  equal(slot: Slot, left: string, right: string, imports: ImportSet): string {
    return comparesByIdentity(slot.type) ? `${left} === ${right}` : `${imports.kernel('valuesEqual')}(${left}, ${right})`;
  }

  domainLiteral(type: TypeModel, text: string, imports: ImportSet): string {
    return this.toDomain({ type, optional: false }, this.dataLiteral(type, text, imports), imports, 'of');
  }

  dataLiteral(type: TypeModel, text: string, imports: ImportSet): string {
    switch (type.kind) {
      case 'enum':
        return stringLiteral(text);
      case 'scalar':
        return scalarLiteral(type, text, imports);
      case 'valueObject':
      case 'ref':
        return scalarLiteral(this.scalarOf(type), text, imports);
      default:
        throw new Error(`a ${type.kind} has no literal`);
    }
  }

  scalarOf(type: TypeModel): ScalarType {
    if (type.kind === 'scalar') return type;
    if (type.kind === 'valueObject') {
      const found = this.model.valueObjects.find(({ name }) => name === type.name);
      if (found?.kind === 'simple') return found.type;
    }
    if (type.kind === 'ref') return this.identityScalar(type);
    throw new Error(`${JSON.stringify(type)} is not a scalar`);
  }

  identity(type: RefType): IdentityModel | undefined {
    const { target } = type;
    if (target.kind === 'foreign') return undefined;
    const aggregate = this.model.aggregates.find(({ name }) => name === target.aggregate);
    if (target.kind === 'aggregate') return aggregate?.identity;
    return aggregate?.entities.find(({ name }) => name === target.entity)?.identity;
  }

  idName(type: RefType): Exported {
    const { target } = type;
    if (target.kind === 'foreign') return this.names.foreignId(target.context, target.aggregate);
    if (target.kind === 'entity') return this.names.entity(target.aggregate, target.entity).id;
    return this.names.aggregate(target.aggregate).id;
  }

  private identityScalar(type: RefType): ScalarType {
    if (type.target.kind === 'foreign') return FOREIGN_ID;
    const identity = this.identity(type);
    if (identity === undefined) throw new Error(`the model has no ${JSON.stringify(type.target)}`);
    return identity.kind === 'generated' ? GENERATED_ID : this.scalarOf(identity.type);
  }

  private dataType(type: TypeModel, imports: ImportSet): string {
    switch (type.kind) {
      case 'scalar':
        return scalarType(type, imports, 'data');
      case 'enum':
        return imports.type(this.names.enum(type.name).type);
      case 'valueObject':
        return this.isSimple(type.name) ? scalarType(this.scalarOf(type), imports, 'data') : imports.type(this.names.valueObject(type.name).data);
      case 'entity':
        return imports.type(this.names.entity(type.aggregate, type.name).data);
      case 'aggregate':
        return imports.type(this.names.aggregate(type.name).data);
      case 'ref':
        return scalarType(this.scalarOf(type), imports, 'data');
      case 'list':
        return `readonly ${this.dataType(type.element, imports)}[]`;
      case 'map':
        return `ReadonlyMap<string, ${this.dataType(type.value, imports)}>`;
    }
  }

  private domainType(type: TypeModel, imports: ImportSet): string {
    switch (type.kind) {
      case 'scalar':
        return scalarType(type, imports, 'domain');
      case 'enum':
        return imports.type(this.names.enum(type.name).type);
      case 'valueObject':
        return imports.type(this.names.valueObject(type.name).type);
      case 'entity':
        return imports.type(this.names.entity(type.aggregate, type.name).type);
      case 'aggregate':
        return imports.type(this.names.aggregate(type.name).root);
      case 'ref':
        return imports.type(this.idName(type));
      case 'list':
        return `readonly ${this.domainType(type.element, imports)}[]`;
      case 'map':
        return `ReadonlyMap<string, ${this.domainType(type.value, imports)}>`;
    }
  }

  private domainOf(type: TypeModel, expression: string, imports: ImportSet, entrance: Entrance): string {
    switch (type.kind) {
      case 'scalar':
        if (type.scalar === 'bytes') return `${imports.kernel('Bytes')}.of(${expression})`;
        return type.scalar === 'json' ? `${imports.kernel('frozenJson')}(${expression})` : expression;
      case 'enum':
        return expression;
      case 'valueObject':
        return `${imports.value(this.names.valueObject(type.name).type)}.${entrance}(${expression})`;
      case 'entity':
        return `${imports.value(this.names.entity(type.aggregate, type.name).type)}.rehydrate(${expression})`;
      case 'aggregate':
        return `${imports.value(this.names.aggregate(type.name).root)}.rehydrate(${expression})`;
      case 'ref':
        return `${imports.value(this.idName(type))}.${entrance}(${expression})`;
      case 'list': {
        const element = this.domainOf(type.element, 'item', imports, entrance);
        return `${imports.kernel('frozenList')}(${expression}${element === 'item' ? '' : `.map((item) => ${element})`})`;
      }
      case 'map': {
        const value = this.domainOf(type.value, 'item', imports, entrance);
        return `${imports.kernel('FrozenMap')}.from(${expression}${value === 'item' ? '' : `, (item) => ${value}`})`;
      }
    }
  }

  private dataOf(type: TypeModel, expression: string, imports: ImportSet): string {
    switch (type.kind) {
      case 'scalar':
        return type.scalar === 'bytes' ? `${expression}.toUint8Array()` : expression;
      case 'enum':
        return expression;
      case 'valueObject':
      case 'entity':
      case 'aggregate':
        return `${expression}.toData()`;
      case 'ref':
        return this.idData(type, expression, imports);
      case 'list': {
        const element = this.dataOf(type.element, 'item', imports);
        return element === 'item' ? expression : `${expression}.map((item) => ${element})`;
      }
      case 'map': {
        const value = this.dataOf(type.value, 'item', imports);
        return value === 'item' ? expression : `${imports.kernel('FrozenMap')}.from(${expression}, (item) => ${value})`;
      }
    }
  }

  /** A branded text is that text; a branded value object has to be unwrapped. */
  private idData(type: RefType, expression: string, imports: ImportSet): string {
    return `${imports.value(this.idName(type))}.toData(${expression})`;
  }

  private isSimple(name: string): boolean {
    return this.model.valueObjects.find((item) => item.name === name)?.kind === 'simple';
  }
}

function orUndefined(slot: Slot, type: string): string {
  return slot.optional ? `${type} | undefined` : type;
}

function comparesByIdentity(type: TypeModel): boolean {
  if (type.kind === 'enum') return true;
  return type.kind === 'scalar' && ['uuid', 'string', 'text', 'int', 'bigint', 'float', 'bool'].includes(type.scalar);
}
