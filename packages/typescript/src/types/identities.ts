import type { ContextModel, RefType, TypeModel } from '@planner/model';
import { type Exported, ModelIdentities } from '@planner/target';
import type { Names } from '../names';

/** What stands behind value objects and identities, and how it is named and compared in TypeScript. */
export class Identities extends ModelIdentities {
  constructor(
    model: ContextModel,
    private readonly names: Names,
  ) {
    super(model);
  }

  idName({ target }: RefType): Exported {
    if (target.kind === 'foreign') return this.names.foreignId(target.context, target.aggregate);
    if (target.kind === 'entity') return this.names.entity(target.aggregate, target.entity).id;
    return this.names.aggregate(target.aggregate).id;
  }

  /** Whether `===` is equality by value. */
  comparesByIdentity(type: TypeModel): boolean {
    if (type.kind === 'ref') return this.comparesByIdentity(this.branded(type));
    if (type.kind === 'enum') return true;
    return type.kind === 'scalar' && ['uuid', 'string', 'text', 'int', 'bigint', 'float', 'bool'].includes(type.scalar);
  }
}
