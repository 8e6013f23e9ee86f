import type { ContextModel, ParameterModel, ScalarType, TypeModel } from '@planner/model';
import { stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import type { Names } from '../names';
import { Checks } from './checks';
import { Conversions, type EntityForm } from './conversions';
import { Identities } from './identities';
import { scalarLiteral } from './scalars';
import { TypeNames } from './type-names';
import type { Entrance, Slot, Types } from './types';

/** The types of a model; names and identities are looked up in it. */
export function createTypes(model: ContextModel, names: Names): Types {
  return new ModelTypes(new Identities(model, names), names);
}

class ModelTypes implements Types {
  readonly #names: TypeNames;
  readonly #conversions: Conversions;
  readonly #checks: Checks;

  constructor(
    private readonly identities: Identities,
    names: Names,
  ) {
    this.#names = new TypeNames(identities, names);
    this.#conversions = new Conversions(identities, names);
    this.#checks = new Checks(identities, names);
  }

  data(slot: Slot, imports: ImportSet): string {
    return orUndefined(slot, this.#names.data(slot.type, imports, 'whole'));
  }

  domain(slot: Slot, imports: ImportSet): string {
    return orUndefined(slot, this.#names.domain(slot.type, imports, 'whole'));
  }

  toDomain(slot: Slot, expression: string, imports: ImportSet, entrance: Entrance): string {
    return this.domainOf(slot, expression, imports, entrance, 'whole');
  }

  toData(slot: Slot, expression: string, imports: ImportSet): string {
    const plain = this.#conversions.toData(slot.type, expression, imports);
    if (!slot.optional || plain === expression) return plain;
    const chained = this.#conversions.toData(slot.type, `${expression}?`, imports);
    return chained.startsWith(`${expression}?.`) ? chained : `${expression} === undefined ? undefined : ${plain}`;
  }

  parameterData(parameter: ParameterModel, imports: ImportSet): string {
    return orUndefined(given(parameter), this.#names.data(parameter.type, imports, 'draft'));
  }

  parameterDomain(parameter: ParameterModel, imports: ImportSet): string {
    return orUndefined(given(parameter), this.#names.domain(parameter.type, imports, 'draft'));
  }

  parameterToDomain(parameter: ParameterModel, expression: string, imports: ImportSet): string {
    return this.domainOf(given(parameter), expression, imports, 'of', 'draft');
  }

  draftData(slot: Slot, imports: ImportSet): string {
    return orUndefined(slot, this.#names.data(slot.type, imports, 'draft'));
  }

  draftDomain(slot: Slot, imports: ImportSet): string {
    return orUndefined(slot, this.#names.domain(slot.type, imports, 'draft'));
  }

  draftToDomain(slot: Slot, expression: string, imports: ImportSet): string {
    return this.domainOf(slot, expression, imports, 'of', 'draft');
  }

  dataChecks(slot: Slot, path: string, expression: string, imports: ImportSet): string[] {
    return this.#checks.links(slot, stringLiteral(path), expression, imports, 'data');
  }

  domainChecks(slot: Slot, path: string, expression: string, imports: ImportSet): string[] {
    return this.#checks.links(slot, stringLiteral(path), expression, imports, 'domain');
  }

  created(slot: Slot, expression: string, imports: ImportSet): string {
    const created = this.#conversions.created(slot.type, expression, imports);
    return slot.optional && created !== expression ? `${expression} === undefined ? undefined : ${created}` : created;
  }

  empty(type: TypeModel, imports: ImportSet): string {
    return type.kind === 'map' ? `${imports.kernel('FrozenMap')}.from([])` : `${imports.kernel('frozenList')}([])`;
  }

  frozen(slot: Slot, expression: string, imports: ImportSet): string {
    const frozen = this.#conversions.frozen(slot.type, expression, imports);
    return slot.optional && frozen !== expression ? `${expression} === undefined ? undefined : ${frozen}` : frozen;
  }

  unwrapped(slot: Slot, expression: string): string {
    return this.identities.isWrapped(slot.type) ? `${expression}${slot.optional ? '?' : ''}.value` : expression;
  }

  scalarOf(type: TypeModel): ScalarType {
    return this.identities.scalarOf(type);
  }

  equal(slot: Slot, left: string, right: string, imports: ImportSet): string {
    return this.identities.comparesByIdentity(slot.type)
      ? `${left} === ${right}`
      : `${imports.kernel('valuesEqual')}(${left}, ${right})`;
  }

  domainLiteral(type: TypeModel, text: string, imports: ImportSet): string {
    return this.domainOf({ type, optional: false }, this.dataLiteral(type, text, imports), imports, 'of', 'whole');
  }

  dataLiteral(type: TypeModel, text: string, imports: ImportSet): string {
    return type.kind === 'enum' ? stringLiteral(text) : scalarLiteral(this.scalarOf(type), text, imports);
  }

  private domainOf(
    slot: Slot,
    expression: string,
    imports: ImportSet,
    entrance: Entrance,
    entities: EntityForm,
  ): string {
    const converted = this.#conversions.toDomain(slot.type, expression, imports, entrance, entities);
    return slot.optional && converted !== expression
      ? `${expression} === undefined ? undefined : ${converted}`
      : converted;
  }
}

/** A caller may leave out what has a default. */
function given({ type, optional, default: fallback }: ParameterModel): Slot {
  return { type, optional: optional || fallback !== undefined };
}

function orUndefined(slot: Slot, type: string): string {
  return slot.optional ? `${type} | undefined` : type;
}
