import type { ListType, MapType, ScalarType, TypeModel } from '@planner/model';
import {
  exposedRpcs,
  holdsEntity,
  impliedIdentity,
  messageNamed,
  messageOfType,
  type ProtoEnum,
  type ProtoField,
  type ProtoMessage,
} from '@planner/target';
import { generatedImport } from '../generated-import';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { messageProperty } from '../ts-proto-names';
import { type BrokenValue, brokenScalars, wireLiteral, wireScalar } from './wire-scalars';

/** Lists and maps beyond this are not written out. */
const LARGEST = 1000;

/** A property of a message literal. */
export interface Entry {
  readonly name: string;
  readonly value: string;
}

/** Source of messages for generated tests; the same arguments give the same text. */
export class WireSamples {
  constructor(
    private readonly context: RenderContext,
    private readonly imports: ImportSet,
    private readonly whole = false,
  ) {}

  /** For a request: entities with their ids where a custom use case takes them, without those that the service gives elsewhere. */
  of(message: ProtoMessage): WireSamples {
    const rpc = exposedRpcs(this.context).find(({ request }) => request === message);
    return new WireSamples(this.context, this.imports, rpc?.useCase.action.kind === 'custom');
  }

  /** A valid value of a type; different variants give different values wherever the type has that many. */
  value(type: TypeModel, variant: number): string {
    switch (type.kind) {
      case 'scalar':
        return wireScalar(type, variant);
      case 'enum':
        return this.enumValue(type.name, variant);
      case 'ref':
        return this.value(impliedIdentity(this.context.model, type), variant);
      case 'valueObject': {
        const scalar = this.simple(type.name);
        return scalar
          ? wireScalar(scalar, variant)
          : this.message(messageOfType(this.context.proto, type.name), variant);
      }
      case 'entity':
      case 'aggregate':
        return this.message(messageOfType(this.context.proto, type.name), variant);
      case 'list':
        return this.list(type, usualSize(type), variant);
      case 'map':
        return this.map(type, usualSize(type), variant);
    }
  }

  /** What the wire says of a value as the plan writes it, if that can be told. */
  written(type: TypeModel, text: string): string | undefined {
    if (type.kind === 'enum') return this.enumMember(type.name, text);
    return wireLiteral(this.context.types.scalarOf(type), text);
  }

  /** All properties of a message, those that may be absent included. */
  entries(message: ProtoMessage, variant: number): Entry[] {
    return message.fields.map((field, index) => {
      // Children differ from one field to the next, because no two of an aggregate may be equal.
      const own = 'slot' in field.origin && holdsEntity(field.origin.slot.type) ? variant * 100 + index * 10 : variant;
      return { name: messageProperty(field), value: this.field(message, field, own) };
    });
  }

  /** What a message of that variant holds at a path of names of the plan, which leads through value objects. */
  readonly at = (message: ProtoMessage, [name, ...inner]: readonly string[], variant: number): string | undefined => {
    const field = message.fields.find(({ origin }) => origin.name === name);
    if (field === undefined) return undefined;
    if (inner.length === 0)
      return this.entries(message, variant).find((entry) => entry.name === messageProperty(field))?.value;
    const type = 'slot' in field.origin ? field.origin.slot.type : undefined;
    return type?.kind === 'valueObject'
      ? this.at(messageOfType(this.context.proto, type.name), inner, variant)
      : undefined;
  };

  message(message: ProtoMessage, variant: number): string {
    return literal(this.entries(message, variant));
  }

  /** Values that break the type, each in one place only. A value that has to be there may be missing too. */
  broken(type: TypeModel): BrokenValue[] {
    switch (type.kind) {
      case 'scalar':
        return brokenScalars(type);
      case 'enum':
        return [{ path: '', value: this.unspecified(type.name) }];
      case 'ref':
        return this.broken(impliedIdentity(this.context.model, type));
      case 'valueObject': {
        const scalar = this.simple(type.name);
        return scalar ? brokenScalars(scalar) : this.brokenMessage(type);
      }
      case 'entity':
      case 'aggregate':
        return this.brokenMessage(type);
      case 'list':
        return this.brokenList(type);
      case 'map':
        return this.brokenMap(type);
    }
  }

  private field(message: ProtoMessage, { origin, type }: ProtoField, variant: number): string {
    switch (origin.kind) {
      case 'id':
        return this.givesId(message) ? "''" : this.value(origin.slot.type, variant);
      case 'expectedVersion':
        return 'undefined';
      case 'pageSize':
        return '0';
      case 'pageToken':
        return "''";
      case 'version':
        return '1n';
      case 'createdAt':
      case 'updatedAt':
        return wireScalar({ kind: 'scalar', scalar: 'datetime' }, variant);
      case 'nextPageToken':
        return type.kind === 'scalar' ? "''" : 'undefined';
      default:
        return this.value(origin.slot.type, variant);
    }
  }

  private givesId(message: ProtoMessage): boolean {
    return !this.whole && isGenerated(this.context, message);
  }

  private simple(name: string): ScalarType | undefined {
    const found = this.context.model.valueObjects.find((candidate) => candidate.name === name);
    return found?.kind === 'simple' ? found.type : undefined;
  }

  /** Members in the order of the plan, as samples of data count them. */
  private enumValue(name: string, variant: number): string {
    const members = this.context.model.enums.find((candidate) => candidate.name === name)?.members ?? [];
    return this.enumMember(name, members[variant % members.length]?.name);
  }

  private enumMember(name: string, member: string | undefined): string {
    const { values } = this.protoEnum(name);
    const value = values.find((candidate) => candidate.member === member);
    if (value === undefined) throw new Error(`the contract has no member ${member ?? ''} of ${name}`);
    return `${this.enumType(name)}.${value.name}`;
  }

  private unspecified(name: string): string {
    return `${this.enumType(name)}.${this.protoEnum(name).unspecified}`;
  }

  private enumType(name: string): string {
    return generatedImport(this.context, this.protoEnum(name), this.imports, 'value');
  }

  private protoEnum(name: string): ProtoEnum {
    const proto = Object.values(this.context.proto.enums).find((candidate) => candidate.planName === name);
    if (proto === undefined) throw new Error(`the contract has no enum ${name}`);
    return proto;
  }

  private list({ element }: ListType, size: number, variant: number): string {
    return `[${count(size)
      .map((index) => this.value(element, variant + index))
      .join(', ')}]`;
  }

  private map({ key, value }: MapType, size: number, variant: number): string {
    return `new Map([${count(size)
      .map((index) => `[${wireScalar(key, index)}, ${this.value(value, variant + index)}]`)
      .join(', ')}])`;
  }

  private brokenMessage(type: Extract<TypeModel, { kind: 'valueObject' | 'entity' | 'aggregate' }>): BrokenValue[] {
    const message = messageNamed(this.context.proto, messageOfType(this.context.proto, type.name).name);
    const entries = this.entries(message, 0);
    const read = message.fields.filter(({ origin }) => origin.kind !== 'id' || !this.givesId(message));
    const inside = read.flatMap((field) => {
      const [first] = this.brokenField(field);
      return first
        ? [
            {
              path: joinPath(field.name, first.path),
              value: literal(replaced(entries, messageProperty(field), first.value)),
            },
          ]
        : [];
    });
    return [{ path: '', value: 'undefined' }, ...inside.slice(0, 1)];
  }

  /** What breaks one field of a message. */
  brokenField({ origin, label, type }: ProtoField): BrokenValue[] {
    if (!('slot' in origin)) return [];
    const values = this.broken(origin.slot.type);
    const mayBeAbsent = label === 'optional' || type.kind === 'map';
    return mayBeAbsent ? values.filter(({ value }) => value !== 'undefined') : values;
  }

  private brokenList(type: ListType): BrokenValue[] {
    const [inside] = this.broken(type.element).filter(({ value }) => value !== 'undefined');
    const rest = count(usualSize(type) - 1).map((index) => this.value(type.element, index + 1));
    return [
      ...this.brokenSizes(type, (size) => this.list(type, size, 0)),
      ...(type.distinct && Number(type.max ?? 2) >= 2 ? [{ path: '', value: this.twice(type) }] : []),
      ...(inside && Number(type.max ?? 1) > 0
        ? [{ path: joinPath('[0]', inside.path), value: `[${[inside.value, ...rest].join(', ')}]` }]
        : []),
    ];
  }

  private twice(type: ListType): string {
    const elements = count(Math.max(usualSize(type), 2) - 1).map((index) => this.value(type.element, index));
    return `[${[...elements, elements[0]].join(', ')}]`;
  }

  private brokenMap(type: MapType): BrokenValue[] {
    const [inside] = this.broken(type.value).filter(({ value }) => value !== 'undefined');
    const key = wireScalar(type.key, 0);
    const place = /^'([\w-]*)'$/.exec(key)?.[1];
    const rest = count(usualSize(type) - 1).map(
      (index) => `[${wireScalar(type.key, index + 1)}, ${this.value(type.value, index + 1)}]`,
    );
    const broken = inside && place !== undefined && Number(type.max ?? 1) > 0;
    return [
      ...this.brokenSizes(type, (size) => this.map(type, size, 0)),
      ...(broken
        ? [
            {
              path: joinPath(`["${place}"]`, inside.path),
              value: `new Map([${[`[${key}, ${inside.value}]`, ...rest].join(', ')}])`,
            },
          ]
        : []),
    ];
  }

  private brokenSizes({ min, max }: ListType | MapType, value: (size: number) => string): BrokenValue[] {
    const below =
      min === undefined || Number(min) === 0 || Number(min) >= LARGEST
        ? []
        : [{ path: '', value: value(Number(min) - 1) }];
    const above = max === undefined || Number(max) >= LARGEST ? [] : [{ path: '', value: value(Number(max) + 1) }];
    return [...below, ...above];
  }
}

export function literal(entries: readonly Entry[]): string {
  return entries.length === 0 ? '{}' : `{ ${entries.map(({ name, value }) => `${name}: ${value}`).join(', ')} }`;
}

export function replaced(entries: readonly Entry[], name: string, value: string): Entry[] {
  return entries.map((entry) => (entry.name === name ? { name, value } : entry));
}

/** `price` and `amount` make `price.amount`, `tags` and `[0]` make `tags[0]`. */
export function joinPath(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}

/** Whether it is an entity whose id the service gives. */
function isGenerated({ model }: RenderContext, { aggregate, planName }: ProtoMessage): boolean {
  const entity = model.aggregates
    .find(({ name }) => name === aggregate)
    ?.entities.find(({ name }) => name === planName);
  return entity?.identity.kind === 'generated';
}

function usualSize({ min, max }: ListType | MapType): number {
  return Math.min(Math.max(Number(min ?? 1), 1), Number(max ?? 1));
}

function count(size: number): number[] {
  return Array.from({ length: Math.max(size, 0) }, (_, index) => index);
}
