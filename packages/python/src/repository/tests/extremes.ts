import type { EntityModel, FieldModel, ScalarType, TypeModel } from '@planner/model';
import type { ImportSet } from '../../imports';
import { attribute } from '../../names';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { entityIdRef } from '../stored-aggregate';

/** `least`: the smallest values, and nothing that may be absent. `greatest`: the largest, and everything that may be there. */
export type Extreme = 'least' | 'greatest';

/**
 * Source of values at the ends of what a type can store. The constraints of the plan do not matter here: what is rehydrated is
 * not checked, and storage has to keep whatever a later plan allows.
 */
export class Extremes {
  #entities = 0;

  constructor(
    private readonly context: RenderContext,
    private readonly imports: ImportSet,
  ) {}

  value(type: TypeModel, extreme: Extreme): string {
    const { names, types } = this.context;
    switch (type.kind) {
      case 'enum':
        return types.literal(type, this.member(type.name, extreme), this.imports);
      case 'list':
        return extreme === 'least'
          ? '()'
          : `(${this.value(type.element, 'least')}, ${this.value(type.element, 'greatest')})`;
      case 'map': {
        const entries =
          extreme === 'least'
            ? ''
            : `{"__proto__": ${this.value(type.value, 'least')}, ${LONG_TEXT}: ${this.value(type.value, 'greatest')}}`;
        return `${this.imports.kernel('collections', 'FrozenDict')}(${entries})`;
      }
      case 'entity':
        return this.entity(type.aggregate, this.entityModel(type.aggregate, type.name), extreme);
      case 'valueObject': {
        const found = this.context.model.valueObjects.find(({ name }) => name === type.name);
        if (found?.kind === 'composite') {
          const made = `${this.imports.kernel('rehydration', 'rehydrated')}(${this.imports.value(names.valueObject(type.name).type)})`;
          return `${made}(${found.fields.map((field) => `${attribute(field.name)}=${this.field(field, extreme)}`).join(', ')})`;
        }
      }
    }
    return types.wrapped(type, this.scalar(types.scalarOf(type), extreme), this.imports);
  }

  field({ type, optional }: Pick<FieldModel, 'type' | 'optional'>, extreme: Extreme): string {
    return optional && extreme === 'least' ? 'None' : this.value(type, extreme);
  }

  private member(name: string, extreme: Extreme): string {
    const members = this.context.model.enums.find((item) => item.name === name)?.members ?? [];
    return (extreme === 'least' ? members[0] : members.at(-1))?.name ?? '';
  }

  /** Its identity, and what is unique in it, differ from those of all others. */
  private entity(aggregate: string, entity: EntityModel, extreme: Extreme): string {
    this.#entities += 1;
    const variant = this.#entities;
    const unique = new Set(entity.unique.flat().map((path) => path.split('.')[0] ?? ''));
    const own = (type: TypeModel) => this.context.samples.domain(type, variant, this.imports);
    const fields = entity.fields.map(
      (field) => `${attribute(field.name)}=${unique.has(field.name) ? own(field.type) : this.field(field, extreme)}`,
    );
    const type = this.imports.value(this.context.names.entity(aggregate, entity.name).type);
    return `${type}(${[`id=${own(entityIdRef(aggregate, entity.name))}`, ...fields].join(', ')})`;
  }

  private entityModel(aggregate: string, name: string): EntityModel {
    const found = this.context.model.aggregates
      .find((item) => item.name === aggregate)
      ?.entities.find((item) => item.name === name);
    if (found === undefined) throw new Error(`the model has no ${aggregate}.${name}`);
    return found;
  }

  private scalar(type: ScalarType, extreme: Extreme): string {
    const pick = (least: string, greatest: string) => (extreme === 'least' ? least : greatest);
    const dt = () => this.imports.module('datetime', 'dt');
    switch (type.scalar) {
      case 'uuid':
        return `${this.imports.from('uuid', 'UUID')}(int=${pick('0', '2**128 - 1')})`;
      case 'string':
      case 'text':
        return pick('""', LONG_TEXT);
      case 'int':
        return pick('-(2**31)', '2**31 - 1');
      case 'bigint':
        return pick('-(2**63)', '2**63 - 1');
      case 'decimal':
        return `${this.imports.from('decimal', 'Decimal')}("${pick('-', '')}${nines(type)}")`;
      case 'float':
        return pick('-1.7976931348623157e308', '0.1 + 0.2');
      case 'bool':
        return pick('False', 'True');
      case 'date':
        return `${dt()}.date.${pick('min', 'max')}`;
      case 'datetime':
        return `${dt()}.datetime.${pick('min', 'max')}.replace(tzinfo=${dt()}.UTC)`;
      case 'duration':
        return `${dt()}.timedelta(${pick('seconds=-315_576_000_000', 'days=3_652_499, hours=23, microseconds=999_999')})`;
      case 'bytes':
        return pick('b""', 'bytes(range(256))');
      case 'json':
        return `${this.imports.kernel('json', 'frozen_json')}(${pick('{}', `{"b": [1, 1.5e300, True, None, {"text": ${LONG_TEXT}}], "a": {}}`)})`;
    }
  }
}

/** Quotes, a backslash, letters of Vietnamese, and one beyond the first plane of Unicode. */
const LONG_TEXT = pyString('Đặt lệnh "mua" \\ \'bán\' 🚀 ữ');

function nines({ precision = 38, scale = 0 }: ScalarType): string {
  const whole = '9'.repeat(precision - scale) || '0';
  return scale === 0 ? whole : `${whole}.${'9'.repeat(scale)}`;
}
