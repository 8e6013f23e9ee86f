import type { EntityModel, FieldModel, ScalarType, TypeModel } from '@planner/model';
import { stringLiteral } from '@planner/target';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { identityType } from '../stored-aggregate';

/** `least`: the smallest values, and nothing that may be absent. `greatest`: the largest, and everything that may be there. */
export type Extreme = 'least' | 'greatest';

/**
 * Source of data at the ends of what a type can store. The constraints of the plan do not matter here: what is rehydrated is
 * not checked, and storage has to keep whatever a later plan allows.
 */
export class Extremes {
  #entities = 0;

  constructor(
    private readonly context: RenderContext,
    private readonly imports: ImportSet,
  ) {}

  data(type: TypeModel, extreme: Extreme): string {
    switch (type.kind) {
      case 'enum':
        return this.member(type.name, extreme);
      case 'list':
        return extreme === 'least' ? '[]' : `[${this.data(type.element, 'least')}, ${this.data(type.element, 'greatest')}]`;
      case 'map':
        return `new Map(${extreme === 'least' ? '' : `[['__proto__', ${this.data(type.value, 'least')}], [${LONG_TEXT}, ${this.data(type.value, 'greatest')}]]`})`;
      case 'entity':
        return this.entity(this.entityModel(type.aggregate, type.name), extreme);
      case 'valueObject': {
        const found = this.context.model.valueObjects.find(({ name }) => name === type.name);
        if (found?.kind === 'composite') return this.object(found.fields, extreme);
      }
    }
    return this.scalar(this.context.types.scalarOf(type), extreme);
  }

  /** A member's value; the least that is optional is absent. */
  member(name: string, extreme: Extreme): string {
    const members = this.context.model.enums.find((item) => item.name === name)?.members ?? [];
    return stringLiteral((extreme === 'least' ? members[0] : members.at(-1))?.name ?? '');
  }

  field({ type, optional }: Pick<FieldModel, 'type' | 'optional'>, extreme: Extreme): string {
    return optional && extreme === 'least' ? 'undefined' : this.data(type, extreme);
  }

  /** Its identity, and what is unique in it, differ from those of all others. */
  private entity(entity: EntityModel, extreme: Extreme): string {
    this.#entities += 1;
    const variant = this.#entities;
    const unique = new Set(entity.unique.flat().map((path) => path.split('.')[0] ?? ''));
    const own = (type: TypeModel) => this.context.samples.data(type, variant, this.imports);
    const fields = entity.fields.map((field) => `${field.name}: ${unique.has(field.name) ? own(field.type) : this.field(field, extreme)}`);
    return `{ ${[`id: ${own(identityType(entity.identity))}`, ...fields].join(', ')} }`;
  }

  private object(fields: readonly FieldModel[], extreme: Extreme): string {
    return `{ ${fields.map((field) => `${field.name}: ${this.field(field, extreme)}`).join(', ')} }`;
  }

  private entityModel(aggregate: string, name: string): EntityModel {
    const found = this.context.model.aggregates.find((item) => item.name === aggregate)?.entities.find((item) => item.name === name);
    if (found === undefined) throw new Error(`the model has no ${aggregate}.${name}`);
    return found;
  }

  private scalar(type: ScalarType, extreme: Extreme): string {
    const pick = (least: string, greatest: string) => (extreme === 'least' ? least : greatest);
    const temporal = (kind: string, value: string) => `${this.imports.kernel('Temporal')}.${kind}.from(${value})`;
    switch (type.scalar) {
      case 'uuid':
        return pick("'00000000-0000-0000-0000-000000000000'", "'ffffffff-ffff-ffff-ffff-ffffffffffff'");
      case 'string':
      case 'text':
        return pick("''", LONG_TEXT);
      case 'int':
        return pick('-2147483648', '2147483647');
      case 'bigint':
        return pick('-9223372036854775808n', '9223372036854775807n');
      case 'decimal':
        return `new ${this.imports.kernel('Decimal')}('${pick('-', '')}${nines(type)}')`;
      case 'float':
        return pick('-Number.MAX_VALUE', '0.1 + 0.2');
      case 'bool':
        return pick('false', 'true');
      case 'date':
        return temporal('PlainDate', pick("'0001-01-01'", "'9999-12-31'"));
      case 'datetime':
        return temporal('Instant', pick("'0001-01-01T00:00:00.000001Z'", "'9999-12-31T23:59:59.999999Z'"));
      case 'duration':
        return temporal('Duration', pick('{ seconds: -315_576_000_000 }', '{ days: 3_652_499, hours: 23, milliseconds: 999, microseconds: 999 }'));
      case 'bytes':
        return pick('new Uint8Array(0)', 'Uint8Array.from({ length: 256 }, (_, index) => index)');
      case 'json':
        return pick('{}', `{ b: [1, 1.5e300, true, null, { text: ${LONG_TEXT} }], a: {} }`);
    }
  }
}

/** Quotes, a backslash, letters of Vietnamese, and one beyond the first plane of Unicode. */
const LONG_TEXT = "'Đặt lệnh \"mua\" \\\\ \\'bán\\' 🚀 ữ'";

function nines({ precision = 38, scale = 0 }: ScalarType): string {
  const whole = '9'.repeat(precision - scale) || '0';
  return scale === 0 ? whole : `${whole}.${'9'.repeat(scale)}`;
}
