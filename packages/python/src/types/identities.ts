import { type ContextModel, type RefType, snakeCase } from '@planner/model';
import { type Exported, ModelIdentities } from '@planner/target';
import type { Names } from '../names';

/** What stands behind value objects and identities, and how identities are named in Python. */
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
}

/** The function beside an identity that checks a value: only identities whose values can be wrong have one. */
export function identityParser({ name, file }: Exported): Exported {
  return { name: `parse_${snakeCase(name)}`, file };
}
