import type { ContextModel, IdentityModel, RefType, Scalar, ScalarType, TypeModel } from '@planner/model';
import type { ProtoElementType, ProtoField, ProtoScalar, ProtoType, WellKnown } from './proto-model';

const SCALAR_TYPES: Readonly<Record<Scalar, { readonly scalar: ProtoScalar } | { readonly wellKnown: WellKnown }>> = {
  uuid: { scalar: 'string' },
  string: { scalar: 'string' },
  text: { scalar: 'string' },
  int: { scalar: 'int32' },
  bigint: { scalar: 'int64' },
  decimal: { scalar: 'string' },
  float: { scalar: 'double' },
  bool: { scalar: 'bool' },
  date: { scalar: 'string' },
  datetime: { wellKnown: 'Timestamp' },
  duration: { wellKnown: 'Duration' },
  bytes: { scalar: 'bytes' },
  json: { wellKnown: 'Struct' },
};

const STRING: ScalarType = { kind: 'scalar', scalar: 'string', min: '1', max: '255' };
const UUID: ScalarType = { kind: 'scalar', scalar: 'uuid' };

/** The wire types of a context's types. `nameOf` gives the proto name of a type of the plan. */
export class FieldTypes {
  constructor(
    private readonly model: ContextModel,
    private readonly nameOf: (planName: string) => string,
  ) {}

  /** What a value of the type is on the wire, and whether it repeats. */
  of(type: TypeModel): { readonly type: ProtoType; readonly repeated: boolean } {
    if (type.kind === 'list') return { type: this.element(type.element), repeated: true };
    if (type.kind === 'map') return { type: { kind: 'map', value: this.element(type.value) }, repeated: false };
    return { type: this.element(type), repeated: false };
  }

  /**
   * The built-in type behind a simple value object or a reference: what both are on the wire. Another context's aggregate
   * is referred to by text, whatever its identity is over there.
   */
  scalarOf(type: TypeModel): ScalarType | undefined {
    return scalarBehind(this.model, type, new Set());
  }

  private element(type: TypeModel): ProtoElementType {
    const scalar = this.scalarOf(type);
    if (scalar) return scalarElement(scalar.scalar);
    switch (type.kind) {
      case 'enum':
        return { kind: 'enum', name: this.nameOf(type.name) };
      case 'valueObject':
      case 'entity':
      case 'aggregate':
        return { kind: 'message', name: this.nameOf(type.name) };
      default:
        throw new Error(`a ${type.kind} cannot stand inside a list or a map`);
    }
  }
}

function scalarBehind(model: ContextModel, type: TypeModel, seen: ReadonlySet<string>): ScalarType | undefined {
  if (type.kind === 'scalar') return type;
  if (type.kind === 'ref') return identityScalar(model, type, seen);
  if (type.kind !== 'valueObject') return undefined;
  const valueObject = model.valueObjects.find(({ name }) => name === type.name);
  return valueObject?.kind === 'simple' ? valueObject.type : undefined;
}

function identityScalar(model: ContextModel, { target }: RefType, seen: ReadonlySet<string>): ScalarType {
  if (target.kind === 'foreign') return STRING;
  const aggregate = model.aggregates.find(({ name }) => name === target.aggregate);
  const key = target.kind === 'entity' ? `${target.aggregate}.${target.entity}` : target.aggregate;
  const identity: IdentityModel | undefined = target.kind === 'entity' ? aggregate?.entities.find(({ name }) => name === target.entity)?.identity : aggregate?.identity;
  if (!identity || identity.kind === 'generated' || seen.has(key)) return UUID;
  return scalarBehind(model, identity.type, new Set([...seen, key])) ?? STRING;
}

function scalarElement(scalar: Scalar): ProtoElementType {
  const wire = SCALAR_TYPES[scalar];
  return 'scalar' in wire ? { kind: 'scalar', name: wire.scalar } : { kind: 'wellKnown', name: wire.wellKnown };
}

/** As it stands in a `.proto` file, without presence: `repeated Fill`, `map<string, int64>`, `google.protobuf.Timestamp`. */
export function typeText(field: Pick<ProtoField, 'type' | 'label'>, elementText: (element: ProtoElementType) => string = elementName): string {
  const text = field.type.kind === 'map' ? `map<string, ${elementText(field.type.value)}>` : elementText(field.type);
  return field.label === 'repeated' ? `repeated ${text}` : text;
}

export function elementName(element: ProtoElementType): string {
  return element.kind === 'wellKnown' ? `google.protobuf.${element.name}` : element.name;
}
