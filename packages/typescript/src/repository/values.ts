import type { TypeModel } from '@planner/model';
import type { ColumnType, Exported } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { PERSISTENCE } from './names';

/**
 * Source text that turns plain data into what a column or a JSON document holds, and back. A conversion that changes nothing
 * comes back as the expression itself.
 */
export class Values {
  constructor(
    private readonly context: RenderContext,
    private readonly imports: ImportSet,
  ) {}

  /** TypeScript type of a column as it is read. */
  columnType(type: ColumnType, model: TypeModel): string {
    switch (type.kind) {
      case 'json':
        return this.documentType(model);
      case 'text':
        return model.kind === 'enum' ? this.imports.type(this.context.names.enum(model.name).type) : 'string';
      case 'integer':
      case 'float':
        return 'number';
      case 'bigint':
      case 'duration':
        return 'bigint';
      case 'boolean':
        return 'boolean';
      case 'bytes':
        return 'Uint8Array';
      default:
        return 'string';
    }
  }

  toColumn(type: ColumnType, model: TypeModel, value: string): string {
    switch (type.kind) {
      case 'decimal':
        return `${value}.toFixed(${type.scale})`;
      case 'date':
        return `${value}.toString()`;
      case 'instant':
        return `${this.stored('instantToText')}(${value})`;
      case 'duration':
        return `${this.stored('durationToMicroseconds')}(${value})`;
      case 'json':
        return `JSON.stringify(${this.toDocument(model, value)})`;
      default:
        return value;
    }
  }

  fromColumn(type: ColumnType, model: TypeModel, value: string): string {
    switch (type.kind) {
      case 'decimal':
        return `new ${this.imports.kernel('Decimal')}(${value})`;
      case 'date':
        return `${this.imports.kernel('Temporal')}.PlainDate.from(${value})`;
      case 'instant':
        return `${this.stored('instantFromText')}(${value})`;
      case 'duration':
        return `${this.stored('durationFromMicroseconds')}(${value})`;
      case 'bytes':
        return `Uint8Array.from(${value})`;
      case 'json':
        return this.fromDocument(model, value);
      default:
        return value;
    }
  }

  documentType(model: TypeModel): string {
    const { names, repository, types } = this.context;
    switch (model.kind) {
      case 'enum':
        return this.imports.type(names.enum(model.name).type);
      case 'list':
        return `readonly ${this.documentType(model.element)}[]`;
      case 'map':
        return `Readonly<Record<string, ${this.documentType(model.value)}>>`;
      case 'entity':
        return this.imports.type(repository.entityDocument(model.aggregate, model.name).type);
      case 'valueObject':
        if (this.isComposite(model.name)) return this.imports.type(repository.valueObjectDocument(model.name).type);
    }
    const { scalar } = types.scalarOf(model);
    if (scalar === 'json') return this.imports.kernelType('JsonObject');
    if (scalar === 'bool') return 'boolean';
    return scalar === 'int' || scalar === 'float' ? 'number' : 'string';
  }

  toDocument(model: TypeModel, value: string): string {
    const { repository } = this.context;
    switch (model.kind) {
      case 'enum':
        return value;
      case 'list':
        return mapped(value, this.toDocument(model.element, 'item'));
      case 'map': {
        const part = this.toDocument(model.value, 'item');
        const entries = part === 'item' ? value : `[...${value}].map(([key, item]) => [key, ${part}] as const)`;
        return `Object.fromEntries(${entries})`;
      }
      case 'entity':
        return `${this.imports.value(repository.entityDocument(model.aggregate, model.name).toDocument)}(${value})`;
      case 'valueObject':
        if (this.isComposite(model.name)) return `${this.imports.value(repository.valueObjectDocument(model.name).toDocument)}(${value})`;
    }
    return this.scalarToDocument(model, value);
  }

  fromDocument(model: TypeModel, value: string): string {
    const { repository } = this.context;
    switch (model.kind) {
      case 'enum':
        return value;
      case 'list':
        return mapped(value, this.fromDocument(model.element, 'item'));
      case 'map': {
        const part = this.fromDocument(model.value, 'item');
        const entries = `Object.entries(${value})`;
        return `new Map(${part === 'item' ? entries : `${entries}.map(([key, item]) => [key, ${part}] as const)`})`;
      }
      case 'valueObject':
        if (this.isComposite(model.name)) return `${this.imports.value(repository.valueObjectDocument(model.name).fromDocument)}(${value})`;
    }
    return this.scalarFromDocument(model, value);
  }

  isComposite(name: string): boolean {
    return this.context.model.valueObjects.find((item) => item.name === name)?.kind === 'composite';
  }

  /** A function of `stored-values.ts`. */
  stored(name: string): string {
    return this.imports.value(inPersistence(name, 'stored-values'));
  }

  private scalarToDocument(model: TypeModel, value: string): string {
    const { scalar, scale } = this.context.types.scalarOf(model);
    switch (scalar) {
      case 'bigint':
      case 'date':
        return `${value}.toString()`;
      case 'decimal':
        return `${value}.toFixed(${scale ?? 0})`;
      case 'datetime':
        return `${this.stored('instantToText')}(${value})`;
      case 'duration':
        return `${this.stored('durationToMicroseconds')}(${value}).toString()`;
      case 'bytes':
        return `${this.stored('bytesToText')}(${value})`;
      default:
        return value;
    }
  }

  private scalarFromDocument(model: TypeModel, value: string): string {
    const { scalar } = this.context.types.scalarOf(model);
    switch (scalar) {
      case 'bigint':
        return `BigInt(${value})`;
      case 'decimal':
        return `new ${this.imports.kernel('Decimal')}(${value})`;
      case 'date':
        return `${this.imports.kernel('Temporal')}.PlainDate.from(${value})`;
      case 'datetime':
        return `${this.stored('instantFromText')}(${value})`;
      case 'duration':
        return `${this.stored('durationFromMicroseconds')}(BigInt(${value}))`;
      case 'bytes':
        return `${this.stored('bytesFromText')}(${value})`;
      default:
        return value;
    }
  }
}

export function inPersistence(name: string, file: string): Exported {
  return { name, file: `${PERSISTENCE}/${file}.ts` };
}

/** A function that converts `value`: by its name if it is nothing but that. */
export function converter(converted: string): string {
  return /^(\w+)\(value\)$/.exec(converted)?.[1] ?? `(value) => ${converted}`;
}

function mapped(list: string, element: string): string {
  return element === 'item' ? list : `${list}.map((item) => ${element})`;
}
