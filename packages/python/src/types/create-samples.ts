import type {
  ContextModel,
  EntityModel,
  EntityType,
  FieldModel,
  ListType,
  MapType,
  ParameterModel,
  TypeModel,
  ValueObjectModel,
  ValueObjectType,
} from '@planner/model';
import { partVariant } from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute, type Names } from '../names';
import { invalidCollections, edgeCollections, usualSize } from './collection-samples';
import { enumMember } from './create-types';
import { Identities } from './identities';
import type { ConstraintSample, Samples } from './samples';
import { edgeScalars, invalidScalars, scalarSample } from './scalar-samples';
import type { Slot } from './types';

export function createSamples(model: ContextModel, names: Names): Samples {
  return new ModelSamples(model, new Identities(model, names), names);
}

/** An entity with its id, without it, or with the one that it is given when it is made. */
type Form = 'whole' | 'draft' | { readonly newId: () => string };

class ModelSamples implements Samples {
  constructor(
    private readonly model: ContextModel,
    private readonly identities: Identities,
    private readonly names: Names,
  ) {}

  domain(type: TypeModel, variant: number, imports: ImportSet): string {
    return this.valid(type, variant, imports, 'whole');
  }

  constructed(type: ValueObjectType, variant: number, imports: ImportSet): string {
    const model = this.valueObjectModel(type);
    const name = imports.value(this.names.valueObject(type.name).type);
    if (model.kind === 'simple') return `${name}(${this.valid(model.type, variant, imports, 'whole')})`;
    return `${name}(${this.keywords(model.fields, variant, imports, 'whole')})`;
  }

  draft(type: TypeModel, variant: number, imports: ImportSet): string {
    return this.valid(type, variant, imports, 'draft');
  }

  parameter(parameter: ParameterModel, variant: number, imports: ImportSet): string {
    return this.valid(parameter.type, variant, imports, 'draft');
  }

  created(type: TypeModel, variant: number, imports: ImportSet, newId: () => string): string {
    return this.valid(type, variant, imports, { newId });
  }

  collection(type: ListType | MapType, variants: readonly number[], imports: ImportSet): string {
    return this.elements(type, variants, imports, 'draft');
  }

  scalar(type: TypeModel, variant: number, imports: ImportSet): string {
    return scalarSample(this.identities.scalarOf(type), variant, imports);
  }

  invalid({ type }: Pick<Slot, 'type'>, imports: ImportSet): readonly ConstraintSample[] {
    if (type.kind === 'scalar') return invalidScalars(type, imports);
    return type.kind === 'list' || type.kind === 'map' ? invalidCollections(type, this, imports) : [];
  }

  edges({ type }: Pick<Slot, 'type'>, imports: ImportSet): readonly ConstraintSample[] {
    if (type.kind === 'scalar') return edgeScalars(type, imports);
    return type.kind === 'list' || type.kind === 'map' ? edgeCollections(type, this, imports) : [];
  }

  private valid(type: TypeModel, variant: number, imports: ImportSet, form: Form): string {
    switch (type.kind) {
      case 'scalar':
        return scalarSample(type, variant, imports);
      case 'enum': {
        const members = this.model.enums.find(({ name }) => name === type.name)?.members ?? [];
        const member = members[variant % members.length]?.name ?? '';
        return `${imports.value(this.names.enum(type.name).type)}.${enumMember(member)}`;
      }
      case 'ref':
        return `${imports.value(this.identities.idName(type))}(${this.valid(this.identities.branded(type), variant, imports, form)})`;
      case 'valueObject': {
        const model = this.valueObjectModel(type);
        const hasRules = model.kind === 'composite' && model.invariants.length > 0;
        const made = this.constructed(type, variant, imports);
        const name = imports.value(this.names.valueObject(type.name).type);
        return hasRules ? made.replace(name, `${imports.kernel('rehydration', 'rehydrated')}(${name})`) : made;
      }
      case 'entity':
        return this.entity(type, variant, imports, form);
      case 'aggregate':
        throw new Error('samples of whole aggregates are made by the tests of the domain');
      case 'list':
      case 'map':
        return this.elements(
          type,
          count(usualSize(type)).map((index) => variant + index),
          imports,
          form,
        );
    }
  }

  private entity(type: EntityType, variant: number, imports: ImportSet, form: Form): string {
    const { type: whole, draft, id } = this.names.entity(type.aggregate, type.name);
    const model = this.entityModel(type);
    const name = imports.value(form === 'draft' ? draft : whole);
    const isGenerated = model.identity.kind === 'generated';
    const fields: SampleField[] = [{ name: 'id', type: idOf(type) }, ...model.fields];
    if (form === 'draft' && isGenerated) return `${name}(${this.keywords(model.fields, variant, imports, form)})`;
    if (typeof form === 'string' || !isGenerated) return `${name}(${this.keywords(fields, variant, imports, form)})`;
    const made = `id=${imports.value(id)}(${form.newId()})`;
    return `${name}(${[made, this.keywords(model.fields, variant, imports, form)].filter((text) => text !== '').join(', ')})`;
  }

  /** `amount=…, currency=…`. Entities inside differ from field to field. */
  private keywords(fields: readonly SampleField[], variant: number, imports: ImportSet, form: Form): string {
    const plain = fields.filter(({ name }) => name !== 'id');
    return fields
      .map((field) => {
        const own = partVariant(field.type, plain.indexOf(field), variant);
        return `${attribute(field.name)}=${this.valid(field.type, own, imports, form)}`;
      })
      .join(', ');
  }

  private elements(type: ListType | MapType, variants: readonly number[], imports: ImportSet, form: Form): string {
    if (type.kind === 'list') {
      const items = variants.map((variant) => this.valid(type.element, variant, imports, form));
      return items.length === 1 ? `(${items[0] ?? ''},)` : `(${items.join(', ')})`;
    }
    const entries = variants.map(
      (variant, index) =>
        `${scalarSample(type.key, index, imports)}: ${this.valid(type.value, variant, imports, form)}`,
    );
    return `${imports.kernel('collections', 'FrozenDict')}({${entries.join(', ')}})`;
  }

  private valueObjectModel(type: ValueObjectType): ValueObjectModel {
    const model = this.model.valueObjects.find(({ name }) => name === type.name);
    if (model === undefined) throw new Error(`the model has no value object ${type.name}`);
    return model;
  }

  private entityModel(type: EntityType): EntityModel {
    const entity = this.model.aggregates
      .find(({ name }) => name === type.aggregate)
      ?.entities.find(({ name }) => name === type.name);
    if (entity === undefined) throw new Error(`the model has no entity ${type.aggregate}.${type.name}`);
    return entity;
  }
}

type SampleField = Pick<FieldModel, 'name' | 'type'>;

function idOf(type: EntityType): TypeModel {
  return { kind: 'ref', target: { kind: 'entity', aggregate: type.aggregate, entity: type.name } };
}

function count(size: number): number[] {
  return Array.from({ length: Math.max(size, 0) }, (_, index) => index);
}
