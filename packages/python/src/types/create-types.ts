import {
  type ContextModel,
  type ParameterModel,
  type RefType,
  type ScalarType,
  type TypeModel,
  upperSnakeCase,
} from '@planner/model';
import type { Exported } from '@planner/target';
import type { ImportSet } from '../imports';
import type { Names } from '../names';
import { pyString } from '../text';
import { checkLinks, scalarIsChecked } from './checks';
import { Conversions } from './conversions';
import { Identities, identityParser } from './identities';
import { scalarLiteral, scalarType } from './scalars';
import { TypeNames } from './type-names';
import type { Slot, Types } from './types';

/** The types of a model; names and identities are looked up in it. */
export function createTypes(model: ContextModel, names: Names): Types {
  return new ModelTypes(new Identities(model, names), names);
}

class ModelTypes implements Types {
  readonly #names: TypeNames;
  readonly #conversions: Conversions;

  constructor(
    private readonly identities: Identities,
    private readonly names: Names,
  ) {
    this.#names = new TypeNames(identities, names);
    this.#conversions = new Conversions(identities, names);
  }

  domain(slot: Slot, imports: ImportSet): string {
    return orNone(slot, this.#names.domain(slot.type, imports, 'whole'));
  }

  parameter(parameter: ParameterModel, imports: ImportSet): string {
    const { type, optional, default: fallback } = parameter;
    return orNone({ type, optional: optional || fallback !== undefined }, this.#names.domain(type, imports, 'draft'));
  }

  draft(slot: Slot, imports: ImportSet): string {
    return orNone(slot, this.#names.domain(slot.type, imports, 'draft'));
  }

  dto(slot: Slot, imports: ImportSet): string {
    return orNone(slot, this.#names.dto(slot.type, imports));
  }

  toDto(slot: Slot, expression: string, imports: ImportSet): string {
    return orAbsent(slot, expression, this.#conversions.toDto(slot.type, expression, imports));
  }

  created(slot: Slot, expression: string, imports: ImportSet): string {
    return orAbsent(slot, expression, this.#conversions.created(slot.type, expression, imports));
  }

  checks(slot: Slot, path: string, expression: string, imports: ImportSet): string[] {
    return checkLinks(slot.type, pyString(path), expression, imports);
  }

  literal(type: TypeModel, text: string, imports: ImportSet): string {
    switch (type.kind) {
      case 'enum':
        return `${imports.value(this.names.enum(type.name).type)}.${enumMember(text)}`;
      case 'ref':
        return `${imports.value(this.identities.idName(type))}(${this.literal(this.identities.branded(type), text, imports)})`;
      case 'valueObject':
        return `${imports.value(this.names.valueObject(type.name).type)}(${this.scalarLiteral(type, text, imports)})`;
      default:
        return this.scalarLiteral(type, text, imports);
    }
  }

  scalarLiteral(type: TypeModel, text: string, imports: ImportSet): string {
    return scalarLiteral(this.scalarOf(type), text, imports);
  }

  empty(type: TypeModel, imports: ImportSet): string {
    return type.kind === 'map' ? `${imports.kernel('collections', 'FrozenDict')}()` : '()';
  }

  unwrapped(slot: Slot, expression: string): string {
    if (!this.isWrapped(slot.type)) return expression;
    return orAbsent(slot, expression, `${expression}.value`);
  }

  wrapped(type: TypeModel, expression: string, imports: ImportSet): string {
    return this.#conversions.wrapped(type, expression, imports);
  }

  checked(type: TypeModel, expression: string, imports: ImportSet): string {
    if (type.kind === 'valueObject') return `${imports.value(this.names.valueObject(type.name).type)}(${expression})`;
    if (type.kind !== 'ref') return expression;
    const parser = this.parser(type);
    if (parser !== undefined) return `${imports.value(parser)}(${expression})`;
    const inner = this.checked(this.identities.branded(type), expression, imports);
    return `${imports.value(this.identities.idName(type))}(${inner})`;
  }

  parser(type: RefType): Exported | undefined {
    const branded = this.identities.branded(type);
    const isChecked = branded.kind === 'scalar' && scalarIsChecked(branded);
    return isChecked ? identityParser(this.identities.idName(type)) : undefined;
  }

  scalarOf(type: TypeModel): ScalarType {
    return this.identities.scalarOf(type);
  }

  scalar(type: TypeModel, imports: ImportSet): string {
    return scalarType(this.scalarOf(type), imports);
  }

  isWrapped(type: TypeModel): boolean {
    return this.identities.isWrapped(type);
  }

  isSimple(valueObject: string): boolean {
    return this.identities.isSimple(valueObject);
  }
}

/** How an enum's class names a member of the plan, which is UPPER_SNAKE already; anything else becomes it. */
export function enumMember(name: string): string {
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? name : upperSnakeCase(name);
}

function orNone(slot: Slot, type: string): string {
  return slot.optional ? `${type} | None` : type;
}

function orAbsent(slot: Slot, expression: string, converted: string): string {
  return slot.optional && converted !== expression ? `None if ${expression} is None else ${converted}` : converted;
}
