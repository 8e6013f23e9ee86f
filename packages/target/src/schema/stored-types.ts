import type { CompositeValueObjectModel, ContextModel, DefaultModel, EntityModel, FieldModel, IdentityModel, RefType, ScalarType, TypeModel } from '@planner/model';
import { initialText } from './initial-values';
import type { ColumnType, InitialValue, JsonField, JsonShape, ScalarColumnType } from './schema-model';

/** How the types of a context are stored. */
export class StoredTypes {
  constructor(private readonly model: ContextModel) {}

  /** The value object of that type, if it has several fields and so several columns. */
  composite(type: TypeModel): CompositeValueObjectModel | undefined {
    if (type.kind !== 'valueObject') return undefined;
    const found = this.valueObject(type.name);
    return found.kind === 'composite' ? found : undefined;
  }

  /** The column of a value that is neither an entity nor a value object of several fields. */
  column(type: TypeModel): ColumnType {
    if (type.kind === 'list' || type.kind === 'map') return { kind: 'json', shape: this.shape(type) };
    const scalar = this.scalar(type);
    return scalar === undefined ? { kind: 'json', shape: { kind: 'any' } } : scalar;
  }

  identity(identity: IdentityModel): ColumnType {
    return identity.kind === 'generated' ? { kind: 'uuid' } : this.column(identity.type);
  }

  /** The most bytes that a stored value takes; `Infinity` where nothing limits it. */
  widest(type: TypeModel): number {
    switch (type.kind) {
      case 'enum':
        return Math.max(...this.enumMembers(type.name).map((member) => member.length));
      case 'ref':
        return type.target.kind === 'foreign' ? textBytes('255') : this.widestIdentity(type);
      case 'scalar':
        return widestScalar(type);
      case 'valueObject': {
        const found = this.valueObject(type.name);
        return found.kind === 'simple' ? widestScalar(found.type) : Infinity;
      }
      default:
        return Infinity;
    }
  }

  widestOf(identity: IdentityModel): number {
    return identity.kind === 'generated' ? 16 : this.widest(identity.type);
  }

  /** The members of an enum type, directly or as a state. */
  enumMembers(name: string): readonly string[] {
    return this.model.enums.find((item) => item.name === name)?.members.map((member) => member.name) ?? [];
  }

  initial(type: TypeModel, value: DefaultModel | undefined): InitialValue | undefined {
    if (type.kind === 'list') return { kind: 'literal', text: '[]' };
    if (type.kind === 'map') return { kind: 'literal', text: '{}' };
    if (value === undefined || value.kind === 'now') return value;
    const scalar = type.kind === 'valueObject' ? this.simple(type.name) : type;
    return { kind: 'literal', text: initialText(scalar, value.text) };
  }

  private shape(type: TypeModel): JsonShape {
    if (type.kind === 'list') return { kind: 'list', element: this.shape(type.element) };
    if (type.kind === 'map') return { kind: 'map', value: this.shape(type.value) };
    const composite = this.composite(type);
    if (composite) return { kind: 'object', fields: composite.fields.map((field) => this.jsonField(field)) };
    const scalar = this.scalar(type);
    return scalar === undefined ? { kind: 'any' } : { kind: 'scalar', type: scalar };
  }

  private jsonField({ name, type, optional, default: value }: FieldModel): JsonField {
    const initial = this.initial(type, value);
    return { name, shape: this.shape(type), optional, ...(initial && { initial }) };
  }

  /** `undefined` for free JSON. */
  private scalar(type: TypeModel): ScalarColumnType | undefined {
    switch (type.kind) {
      case 'scalar':
        return scalarColumn(type);
      case 'enum':
        return { kind: 'text' };
      case 'valueObject':
        return scalarColumn(this.simple(type.name));
      case 'ref':
        return this.reference(type);
      default:
        throw new Error(`a ${type.kind} has no column of its own`);
    }
  }

  private reference(type: RefType): ScalarColumnType | undefined {
    const identity = this.referenced(type);
    if (identity === undefined) return { kind: 'text' };
    return identity.kind === 'generated' ? { kind: 'uuid' } : this.scalar(identity.type);
  }

  private widestIdentity(type: RefType): number {
    const identity = this.referenced(type);
    return identity === undefined ? textBytes('255') : this.widestOf(identity);
  }

  private referenced({ target }: RefType): IdentityModel | undefined {
    if (target.kind === 'foreign') return undefined;
    const aggregate = this.model.aggregates.find(({ name }) => name === target.aggregate);
    const owner: { identity: IdentityModel } | EntityModel | undefined =
      target.kind === 'aggregate' ? aggregate : aggregate?.entities.find(({ name }) => name === target.entity);
    if (owner === undefined) throw new Error(`the model has no ${JSON.stringify(target)}`);
    return owner.identity;
  }

  private valueObject(name: string): ContextModel['valueObjects'][number] {
    const found = this.model.valueObjects.find((item) => item.name === name);
    if (found === undefined) throw new Error(`the model has no value object ${name}`);
    return found;
  }

  private simple(name: string): ScalarType {
    const found = this.valueObject(name);
    if (found.kind === 'composite') throw new Error(`${name} has several columns`);
    return found.type;
  }
}

function scalarColumn({ scalar, precision, scale }: ScalarType): ScalarColumnType | undefined {
  switch (scalar) {
    case 'string':
    case 'text':
      return { kind: 'text' };
    case 'int':
      return { kind: 'integer' };
    case 'bool':
      return { kind: 'boolean' };
    case 'datetime':
      return { kind: 'instant' };
    case 'decimal':
      return { kind: 'decimal', precision: precision ?? 38, scale: scale ?? 0 };
    case 'json':
      return undefined;
    default:
      return { kind: scalar };
  }
}

function widestScalar({ scalar, max, precision }: ScalarType): number {
  switch (scalar) {
    case 'string':
    case 'text':
      return textBytes(max);
    case 'bytes':
      return max === undefined ? Infinity : Number(max) + 4;
    case 'json':
      return Infinity;
    case 'decimal':
      return (precision ?? 38) + 8;
    default:
      return 16;
  }
}

/** A code point takes at most four bytes in UTF-8. */
function textBytes(max: string | undefined): number {
  return max === undefined ? Infinity : Number(max) * 4 + 4;
}
