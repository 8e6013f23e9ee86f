import type { ContextModel, IdentityModel, RefType, ScalarType, TypeModel } from '@planner/model';

const GENERATED_ID: ScalarType = { kind: 'scalar', scalar: 'uuid' };
/** Of another context, whatever it is over there (plan format, section 3: `ref(X)`). */
const FOREIGN_ID: ScalarType = { kind: 'scalar', scalar: 'string', min: '1', max: '255' };

/** What stands behind value objects and identities; the same for every language. Look-ups throw on what the model does not have. */
export class ModelIdentities {
  constructor(protected readonly model: ContextModel) {}

  /** The type of the value that an identity brands; it may be a value object or a further identity. */
  branded({ target }: RefType): TypeModel {
    if (target.kind === 'foreign') return FOREIGN_ID;
    const aggregate = this.model.aggregates.find(({ name }) => name === target.aggregate);
    const identity: IdentityModel | undefined =
      target.kind === 'aggregate'
        ? aggregate?.identity
        : aggregate?.entities.find(({ name }) => name === target.entity)?.identity;
    if (identity === undefined) throw new Error(`the model has no ${JSON.stringify(target)}`);
    return identity.kind === 'generated' ? GENERATED_ID : identity.type;
  }

  /** The scalar behind a scalar, a simple value object or an identity. Throws for anything else. */
  scalarOf(type: TypeModel): ScalarType {
    if (type.kind === 'scalar') return type;
    if (type.kind === 'ref') return this.scalarOf(this.branded(type));
    const simple =
      type.kind === 'valueObject' ? this.model.valueObjects.find(({ name }) => name === type.name) : undefined;
    if (simple?.kind !== 'simple') throw new Error(`${JSON.stringify(type)} is not a scalar`);
    return simple.type;
  }

  isSimple(name: string): boolean {
    return this.model.valueObjects.find((item) => item.name === name)?.kind === 'simple';
  }

  /** A simple value object, or an identity that brands one. */
  isWrapped(type: TypeModel): boolean {
    if (type.kind === 'ref') return this.isWrapped(this.branded(type));
    return type.kind === 'valueObject' && this.isSimple(type.name);
  }
}
