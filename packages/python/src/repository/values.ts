import type { TypeModel } from '@planner/model';
import type { ColumnType } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import type { DocumentNames } from './names';
import { inPersistence } from './names';

/** What is made of stored values: the values of the domain, or those that are answered. */
export type Side = 'domain' | 'dto';

/**
 * Source text that turns values of the domain into what a column or a JSON document holds, and back. A conversion that
 * changes nothing comes back as the expression itself. Dates, decimals, identities and the like are values of Python in
 * columns too: the columns' types know how the database writes them.
 */
export class Values {
  constructor(
    private readonly context: RenderContext,
    private readonly imports: ImportSet,
  ) {}

  /** Type of a column's value as it is read. */
  columnType(type: ColumnType): string {
    switch (type.kind) {
      case 'json':
        return this.imports.from('typing', 'Any');
      case 'uuid':
        return this.imports.from('uuid', 'UUID');
      case 'text':
        return 'str';
      case 'integer':
      case 'bigint':
        return 'int';
      case 'float':
        return 'float';
      case 'boolean':
        return 'bool';
      case 'bytes':
        return 'bytes';
      case 'decimal':
        return this.imports.from('decimal', 'Decimal');
      case 'date':
        return `${this.imports.module('datetime', 'dt')}.date`;
      case 'instant':
        return `${this.imports.module('datetime', 'dt')}.datetime`;
      case 'duration':
        return `${this.imports.module('datetime', 'dt')}.timedelta`;
    }
  }

  toColumn(type: ColumnType, model: TypeModel, value: string): string {
    if (type.kind === 'json') return this.toDocument(model, value);
    if (model.kind === 'enum') return `${value}.value`;
    return this.context.types.unwrapped({ type: model, optional: false }, value);
  }

  fromColumn(type: ColumnType, model: TypeModel, value: string, side: Side): string {
    if (type.kind === 'json') return this.fromDocument(model, value, side);
    return this.wrapped(model, value, side);
  }

  toDocument(model: TypeModel, value: string): string {
    const { repository } = this.context;
    switch (model.kind) {
      case 'enum':
        return `${value}.value`;
      case 'list': {
        const element = this.toDocument(model.element, 'item');
        return element === 'item' ? `list(${value})` : `[${element} for item in ${value}]`;
      }
      case 'map': {
        const part = this.toDocument(model.value, 'item');
        return part === 'item' ? `dict(${value})` : `{key: ${part} for key, item in ${value}.items()}`;
      }
      case 'entity':
        return `${this.imports.value(repository.entityDocument(model.aggregate, model.name).toDocument)}(${value})`;
      case 'valueObject':
        if (this.isComposite(model.name))
          return `${this.imports.value(repository.valueObjectDocument(model.name).toDocument)}(${value})`;
    }
    return this.scalarToDocument(model, this.context.types.unwrapped({ type: model, optional: false }, value));
  }

  fromDocument(model: TypeModel, value: string, side: Side): string {
    const { repository } = this.context;
    switch (model.kind) {
      case 'list': {
        const element = this.fromDocument(model.element, 'item', side);
        return element === 'item' ? `tuple(${value})` : `tuple(${element} for item in ${value})`;
      }
      case 'map': {
        const part = this.fromDocument(model.value, 'item', side);
        const frozen = this.imports.kernel('collections', 'FrozenDict');
        return part === 'item' ? `${frozen}(${value})` : `${frozen}({key: ${part} for key, item in ${value}.items()})`;
      }
      case 'valueObject':
        if (this.isComposite(model.name))
          return `${this.imports.value(reader(repository.valueObjectDocument(model.name), side))}(${value})`;
    }
    if (model.kind === 'enum') return this.wrapped(model, value, side);
    return this.wrapped(model, this.scalarFromDocument(model, value), side);
  }

  isComposite(name: string): boolean {
    return this.context.model.valueObjects.find((item) => item.name === name)?.kind === 'composite';
  }

  /** A function of `stored_values.py`. */
  stored(name: string): string {
    return this.imports.value(inPersistence(name, 'stored_values'));
  }

  /** The value of that side around a bare scalar. */
  private wrapped(model: TypeModel, value: string, side: Side): string {
    const { names, types } = this.context;
    if (model.kind === 'enum') return `${this.imports.value(names.enum(model.name).type)}(${value})`;
    return side === 'dto' ? value : types.wrapped(model, value, this.imports);
  }

  private scalarToDocument(model: TypeModel, value: string): string {
    const { scalar, scale } = this.context.types.scalarOf(model);
    switch (scalar) {
      case 'uuid':
      case 'bigint':
        return `str(${value})`;
      case 'decimal':
        return `${this.imports.kernel('decimals', 'decimal_text')}(${value}, ${scale ?? 0})`;
      case 'date':
        return `${value}.isoformat()`;
      case 'datetime':
        return `${this.imports.kernel('time', 'instant_text')}(${value})`;
      case 'duration':
        return `${this.stored('duration_text')}(${value})`;
      case 'bytes':
        return `${this.stored('bytes_text')}(${value})`;
      case 'json':
        return `${this.imports.kernel('json', 'plain_json')}(${value})`;
      default:
        return value;
    }
  }

  private scalarFromDocument(model: TypeModel, value: string): string {
    const { scalar } = this.context.types.scalarOf(model);
    switch (scalar) {
      case 'uuid':
        return `${this.imports.from('uuid', 'UUID')}(${value})`;
      case 'bigint':
        return `int(${value})`;
      case 'float':
        return `float(${value})`;
      case 'decimal':
        return `${this.imports.from('decimal', 'Decimal')}(${value})`;
      case 'date':
        return `${this.imports.module('datetime', 'dt')}.date.fromisoformat(${value})`;
      case 'datetime':
        return `${this.imports.kernel('time', 'parse_instant')}(${value})`;
      case 'duration':
        return `${this.stored('duration_from_text')}(${value})`;
      case 'bytes':
        return `${this.stored('bytes_from_text')}(${value})`;
      case 'json':
        return `${this.imports.kernel('json', 'frozen_json')}(${value})`;
      default:
        return value;
    }
  }
}

function reader(names: DocumentNames, side: Side) {
  return side === 'dto' ? names.dtoFromDocument : names.fromDocument;
}

/** `None` where one of `absent` is, else the converted value. */
export function unlessAbsent(absent: readonly string[], converted: string): string {
  if (absent.length === 0 || absent.at(-1) === converted)
    return absent.length < 2 ? converted : unlessAbsent(absent.slice(0, -1), converted);
  return `None if ${absent.map((value) => `${value} is None`).join(' or ')} else ${converted}`;
}
