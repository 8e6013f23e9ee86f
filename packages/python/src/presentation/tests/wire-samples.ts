import type { ListType, MapType, ScalarType, TypeModel } from '@planner/model';
import {
  aggregateNamed,
  exposedRpcs,
  holdsEntity,
  impliedIdentity,
  messageOfType,
  type ProtoField,
  type ProtoMessage,
} from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { plainText } from '../../types/scalar-samples';
import { enumOf } from '../enums';
import { generated, isKeywordField } from '../generated';
import { type BrokenValue, brokenScalars, missing, wireLiteral, wireScalar } from './wire-scalars';

/** Lists and maps beyond this are not written out. */
const LARGEST = 1000;

/** Function of the tests: a copy of a message with other fields. */
export const CHANGED = { name: 'changed', file: 'tests/support/messages.py' };

/** A field of a message that is set. */
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
        return wireScalar(type, variant, this.imports);
      case 'enum':
        return this.enumValue(type.name, variant);
      case 'ref':
        return this.value(impliedIdentity(this.context.model, type), variant);
      case 'valueObject': {
        const scalar = this.simple(type.name);
        return scalar
          ? wireScalar(scalar, variant, this.imports)
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
    return wireLiteral(this.context.types.scalarOf(type), text, this.imports);
  }

  /** All fields of a message that a caller sets, those that may be absent included. */
  entries(message: ProtoMessage, variant: number): Entry[] {
    return message.fields.flatMap((field, index) => {
      // Children differ from one field to the next, because no two of an aggregate may be equal.
      const own = 'slot' in field.origin && holdsEntity(field.origin.slot.type) ? variant * 100 + index * 10 : variant;
      const value = this.field(message, field, own);
      return value === undefined ? [] : [{ name: field.name, value }];
    });
  }

  /** What a message of that variant holds at a path of names of the plan, which leads through value objects. */
  readonly at = (message: ProtoMessage, [name, ...inner]: readonly string[], variant: number): string | undefined => {
    const field = message.fields.find(({ origin }) => origin.name === name);
    if (field === undefined) return undefined;
    if (inner.length === 0) return this.entries(message, variant).find((entry) => entry.name === field.name)?.value;
    const type = 'slot' in field.origin ? field.origin.slot.type : undefined;
    return type?.kind === 'valueObject'
      ? this.at(messageOfType(this.context.proto, type.name), inner, variant)
      : undefined;
  };

  message(message: ProtoMessage, variant: number): string {
    return this.literal(message, this.entries(message, variant));
  }

  /** `order_pb2.Fill(execution_id="sample-1")`. */
  literal(message: ProtoMessage, entries: readonly Entry[]): string {
    return changedMessage(generated(message, this.imports), entries, this.imports);
  }

  /** Values that break the type, each in one place only. A value that has to be there may be missing too. */
  broken(type: TypeModel): BrokenValue[] {
    switch (type.kind) {
      case 'scalar':
        return brokenScalars(type, this.imports);
      case 'enum':
        return [{ path: '', value: () => this.unspecified(type.name) }];
      case 'ref':
        return this.broken(impliedIdentity(this.context.model, type));
      case 'valueObject': {
        const scalar = this.simple(type.name);
        return scalar ? brokenScalars(scalar, this.imports) : this.brokenMessage(type);
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

  /** What breaks one field of a message. */
  brokenField({ origin, label, type }: ProtoField): BrokenValue[] {
    if (!('slot' in origin)) return [];
    const mayBeAbsent = label === 'optional' || type.kind === 'map';
    return this.broken(origin.slot.type).filter(({ value }) => !mayBeAbsent || value !== missing);
  }

  private field(message: ProtoMessage, { origin }: ProtoField, variant: number): string | undefined {
    switch (origin.kind) {
      case 'id':
        return this.givesId(message) ? undefined : this.value(origin.slot.type, variant);
      case 'expectedVersion':
      case 'pageSize':
      case 'pageToken':
      case 'nextPageToken':
        return undefined;
      case 'version':
        return '1';
      case 'createdAt':
      case 'updatedAt':
        return wireScalar({ kind: 'scalar', scalar: 'datetime' }, variant, this.imports);
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

  /** Members in the order of the plan, as samples of the domain count them. */
  private enumValue(name: string, variant: number): string {
    const members = this.context.model.enums.find((candidate) => candidate.name === name)?.members ?? [];
    return this.enumMember(name, members[variant % members.length]?.name);
  }

  private enumMember(name: string, member: string | undefined): string {
    const proto = enumOf(this.context, name);
    const value = proto.values.find((candidate) => candidate.member === member);
    if (value === undefined) throw new Error(`the contract has no member of ${name}`);
    return generated({ file: proto.file, name: value.name }, this.imports);
  }

  private unspecified(name: string): string {
    const proto = enumOf(this.context, name);
    return generated({ file: proto.file, name: proto.unspecified }, this.imports);
  }

  private list({ element }: ListType, size: number, variant: number): string {
    return `[${count(size)
      .map((index) => this.value(element, variant + index))
      .join(', ')}]`;
  }

  private map({ key, value }: MapType, size: number, variant: number): string {
    return `{${count(size)
      .map((index) => `${wireScalar(key, index, this.imports)}: ${this.value(value, variant + index)}`)
      .join(', ')}}`;
  }

  private brokenMessage(type: Extract<TypeModel, { kind: 'valueObject' | 'entity' | 'aggregate' }>): BrokenValue[] {
    const message = messageOfType(this.context.proto, type.name);
    const read = message.fields.filter(({ origin }) => origin.kind !== 'id' || !this.givesId(message));
    const inside = read.flatMap((field) => {
      const [first] = this.brokenField(field);
      if (first === undefined) return [];
      return [
        {
          path: joinPath(field.name, first.path),
          value: () => this.literal(message, replaced(this.entries(message, 0), field.name, first.value())),
        },
      ];
    });
    return [{ path: '', value: missing }, ...inside.slice(0, 1)];
  }

  private brokenList(type: ListType): BrokenValue[] {
    const [inside] = this.broken(type.element).filter(({ value }) => value !== missing);
    const rest = () => count(usualSize(type) - 1).map((index) => this.value(type.element, index + 1));
    return [
      ...this.brokenSizes(type, (size) => this.list(type, size, 0)),
      ...(type.distinct && Number(type.max ?? 2) >= 2 ? [{ path: '', value: () => this.twice(type) }] : []),
      ...(inside && Number(type.max ?? 1) > 0
        ? [{ path: joinPath('[0]', inside.path), value: () => `[${[inside.value(), ...rest()].join(', ')}]` }]
        : []),
    ];
  }

  private twice(type: ListType): string {
    const elements = count(Math.max(usualSize(type), 2) - 1).map((index) => this.value(type.element, index));
    return `[${[...elements, elements[0]].join(', ')}]`;
  }

  private brokenMap(type: MapType): BrokenValue[] {
    const [inside] = this.broken(type.value).filter(({ value }) => value !== missing);
    const place = plainText(type.key, 0);
    const key = () => wireScalar(type.key, 0, this.imports);
    const rest = () =>
      count(usualSize(type) - 1).map(
        (index) => `${wireScalar(type.key, index + 1, this.imports)}: ${this.value(type.value, index + 1)}`,
      );
    const broken = inside && place !== undefined && Number(type.max ?? 1) > 0;
    return [
      ...this.brokenSizes(type, (size) => this.map(type, size, 0)),
      ...(broken
        ? [
            {
              path: joinPath(`[${JSON.stringify(place)}]`, inside.path),
              value: () => `{${[`${key()}: ${inside.value()}`, ...rest()].join(', ')}}`,
            },
          ]
        : []),
    ];
  }

  private brokenSizes({ min, max }: ListType | MapType, value: (size: number) => string): BrokenValue[] {
    const below =
      min === undefined || Number(min) === 0 || Number(min) >= LARGEST
        ? []
        : [{ path: '', value: () => value(Number(min) - 1) }];
    const above =
      max === undefined || Number(max) >= LARGEST ? [] : [{ path: '', value: () => value(Number(max) + 1) }];
    return [...below, ...above];
  }
}

/** `made` with fields set: by its constructor, or by `changed` where a name is a keyword. */
function changedMessage(made: string, entries: readonly Entry[], imports: ImportSet): string {
  const plain = entries.filter(({ name }) => !isKeywordField(name)).map(({ name, value }) => `${name}=${value}`);
  const keywords = entries.filter(({ name }) => isKeywordField(name));
  const message = `${made}(${plain.join(', ')})`;
  return keywords.length === 0 ? message : changedText(message, keywords, imports);
}

/** `changed(PLACE_ORDER, id=before.id)`: a copy of a message with other fields; `None` leaves one out. */
export function changedText(message: string, entries: readonly Entry[], imports: ImportSet): string {
  const given = entries.map(({ name, value }) =>
    isKeywordField(name) ? `**{${pyString(name)}: ${value}}` : `${name}=${value}`,
  );
  return `${imports.value(CHANGED)}(${[message, ...given].join(', ')})`;
}

export function replaced(entries: readonly Entry[], name: string, value: string): Entry[] {
  const others = entries.filter((entry) => entry.name !== name);
  return value === 'None' ? others : [...others, { name, value }];
}

/** `price` and `amount` make `price.amount`, `tags` and `[0]` make `tags[0]`. */
export function joinPath(outer: string, inner: string): string {
  if (outer === '' || inner === '') return outer + inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}

/** Whether it is an entity whose id the service gives. */
export function isGenerated({ model }: RenderContext, { aggregate, planName }: ProtoMessage): boolean {
  if (aggregate === undefined) return false;
  return aggregateNamed(model, aggregate).entities.some(
    ({ name, identity }) => name === planName && identity.kind === 'generated',
  );
}

function usualSize({ min, max }: ListType | MapType): number {
  return Math.min(Math.max(Number(min ?? 1), 1), Number(max ?? 1));
}

function count(size: number): number[] {
  return Array.from({ length: Math.max(size, 0) }, (_, index) => index);
}
