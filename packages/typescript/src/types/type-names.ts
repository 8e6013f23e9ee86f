import type { TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { Names } from '../names';
import type { EntityForm } from './conversions';
import type { Identities } from './identities';
import { scalarType } from './scalars';

/** How a type is written in source. */
export class TypeNames {
  constructor(
    private readonly identities: Identities,
    private readonly names: Names,
  ) {}

  data(type: TypeModel, imports: ImportSet, entities: EntityForm): string {
    switch (type.kind) {
      case 'scalar':
        return scalarType(type, imports, 'data');
      case 'enum':
        return imports.type(this.names.enum(type.name).type);
      case 'valueObject':
        if (this.identities.isSimple(type.name)) return scalarType(this.identities.scalarOf(type), imports, 'data');
        return imports.type(this.names.valueObject(type.name).data);
      case 'entity': {
        const names = this.names.entity(type.aggregate, type.name);
        return imports.type(entities === 'draft' ? names.draftData : names.data);
      }
      case 'aggregate':
        return imports.type(this.names.aggregate(type.name).data);
      case 'ref':
        return scalarType(this.identities.scalarOf(type), imports, 'data');
      case 'list':
        return `readonly ${this.data(type.element, imports, entities)}[]`;
      case 'map':
        return `ReadonlyMap<string, ${this.data(type.value, imports, entities)}>`;
    }
  }

  domain(type: TypeModel, imports: ImportSet, entities: EntityForm): string {
    switch (type.kind) {
      case 'scalar':
        return scalarType(type, imports, 'domain');
      case 'enum':
        return imports.type(this.names.enum(type.name).type);
      case 'valueObject':
        return imports.type(this.names.valueObject(type.name).type);
      case 'entity': {
        const names = this.names.entity(type.aggregate, type.name);
        return imports.type(entities === 'draft' ? names.draft : names.type);
      }
      case 'aggregate':
        return imports.type(this.names.aggregate(type.name).root);
      case 'ref':
        return imports.type(this.identities.idName(type));
      case 'list':
        return `readonly ${this.domain(type.element, imports, entities)}[]`;
      case 'map':
        return `ReadonlyMap<string, ${this.domain(type.value, imports, entities)}>`;
    }
  }
}
