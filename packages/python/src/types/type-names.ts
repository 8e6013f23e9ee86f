import type { TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { Names } from '../names';
import type { Identities } from './identities';
import { scalarType } from './scalars';

/** An entity with its id, or what a caller gives to make one. */
export type EntityForm = 'whole' | 'draft';

/** How a type is written in annotations. */
export class TypeNames {
  constructor(
    private readonly identities: Identities,
    private readonly names: Names,
  ) {}

  domain(type: TypeModel, imports: ImportSet, entities: EntityForm): string {
    switch (type.kind) {
      case 'scalar':
        return scalarType(type, imports);
      case 'enum':
        return imports.value(this.names.enum(type.name).type);
      case 'valueObject':
        return imports.value(this.names.valueObject(type.name).type);
      case 'entity': {
        const names = this.names.entity(type.aggregate, type.name);
        return imports.value(entities === 'draft' ? names.draft : names.type);
      }
      case 'aggregate':
        return imports.value(this.names.aggregate(type.name).root);
      case 'ref':
        return imports.value(this.identities.idName(type));
      case 'list':
        return `tuple[${this.domain(type.element, imports, entities)}, ...]`;
      case 'map':
        return `${imports.kernel('collections', 'FrozenDict')}[str, ${this.domain(type.value, imports, entities)}]`;
    }
  }

  dto(type: TypeModel, imports: ImportSet): string {
    switch (type.kind) {
      case 'enum':
        return imports.value(this.names.enum(type.name).type);
      case 'valueObject':
        return this.identities.isSimple(type.name)
          ? scalarType(this.identities.scalarOf(type), imports)
          : imports.value(this.names.valueObject(type.name).dto);
      case 'entity':
        return imports.value(this.names.entity(type.aggregate, type.name).dto);
      case 'aggregate':
        return imports.value(this.names.aggregate(type.name).dto);
      case 'scalar':
      case 'ref':
        return scalarType(this.identities.scalarOf(type), imports);
      case 'list':
        return `tuple[${this.dto(type.element, imports)}, ...]`;
      case 'map':
        return `${imports.kernel('collections', 'FrozenDict')}[str, ${this.dto(type.value, imports)}]`;
    }
  }
}
