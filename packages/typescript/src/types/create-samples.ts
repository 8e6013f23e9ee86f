import type {
  ContextModel,
  EntityModel,
  EntityType,
  FieldModel,
  ListType,
  MapType,
  ParameterModel,
  TypeModel,
} from '@planner/model';
import { partVariant, stringLiteral } from '@planner/target';
import type { ImportSet } from '../imports';
import { Identities } from './identities';
import type { Names } from '../names';
import type { EdgeSample, InvalidSample, Samples } from './samples';
import { edgeScalars, invalidScalars, scalarSample } from './scalar-samples';
import type { Slot, Types } from './types';

export function createSamples(model: ContextModel, names: Names, types: Types): Samples {
  return new ModelSamples(model, new Identities(model, names), types);
}

/** An entity with its id, without it, or with the one that it is given when it is made. */
type Form = 'whole' | 'draft' | { readonly newId: () => string };

/** Larger lists are not written out. */
const LARGEST_LIST = 1000;

class ModelSamples implements Samples {
  constructor(
    private readonly model: ContextModel,
    private readonly identities: Identities,
    private readonly types: Types,
  ) {}

  data(type: TypeModel, variant: number, imports: ImportSet): string {
    return this.valid(type, variant, imports, 'whole');
  }

  draftData(type: TypeModel, variant: number, imports: ImportSet): string {
    return this.valid(type, variant, imports, 'draft');
  }

  createdData(type: TypeModel, variant: number, imports: ImportSet, newId: () => string): string {
    return this.valid(type, variant, imports, { newId });
  }

  changedEntity(type: EntityType, variant: number, changes: ReadonlyMap<string, string>, imports: ImportSet): string {
    return this.object(this.fieldsOf(type, 'whole'), variant, imports, 'whole', changes);
  }

  domain(type: TypeModel, variant: number, imports: ImportSet): string {
    return this.domainValue(type, variant, imports, 'whole');
  }

  collection(type: ListType | MapType, variants: readonly number[], imports: ImportSet): string {
    return this.domainCollection(type, variants, imports, 'draft');
  }

  parameterData(parameter: ParameterModel, variant: number, imports: ImportSet): string {
    return this.valid(parameter.type, variant, imports, 'draft');
  }

  parameterDomain(parameter: ParameterModel, variant: number, imports: ImportSet): string {
    return this.domainValue(parameter.type, variant, imports, 'draft');
  }

  invalid({ type }: Pick<Slot, 'type'>, imports: ImportSet): readonly InvalidSample[] {
    switch (type.kind) {
      case 'scalar':
        return invalidScalars(type, imports);
      case 'ref':
        return this.invalid({ type: this.identities.branded(type) }, imports);
      case 'valueObject':
      case 'entity':
        return this.inFields(type, imports, (field) => this.invalid(field, imports));
      case 'list':
        return this.invalidLists(type, imports);
      case 'map':
        return this.invalidMaps(type, imports);
      default:
        return [];
    }
  }

  edges({ type }: Pick<Slot, 'type'>, imports: ImportSet): readonly EdgeSample[] {
    switch (type.kind) {
      case 'scalar':
        return edgeScalars(type, imports);
      case 'ref':
        return this.edges({ type: this.identities.branded(type) }, imports);
      case 'valueObject':
      case 'entity':
        return this.inFields(type, imports, (field) => this.edges(field, imports));
      case 'list':
      case 'map':
        return [...this.edgeSizes(type, imports), ...this.edgeElements(type, imports)];
      default:
        return [];
    }
  }

  private domainValue(type: TypeModel, variant: number, imports: ImportSet, form: 'whole' | 'draft'): string {
    if (type.kind === 'list' || type.kind === 'map')
      return this.domainCollection(
        type,
        count(usualSize(type)).map((index) => variant + index),
        imports,
        form,
      );
    const slot: Slot = { type, optional: false };
    const data = this.valid(type, variant, imports, form);
    return form === 'draft'
      ? this.types.draftToDomain(slot, data, imports)
      : this.types.toDomain(slot, data, imports, 'of');
  }

  private domainCollection(
    type: ListType | MapType,
    variants: readonly number[],
    imports: ImportSet,
    form: 'whole' | 'draft',
  ): string {
    if (type.kind === 'list')
      return `${imports.kernel('frozenList')}([${variants.map((variant) => this.domainValue(type.element, variant, imports, form)).join(', ')}])`;
    const entries = variants.map(
      (variant, index) =>
        `[${scalarSample(type.key, index, imports)}, ${this.domainValue(type.value, variant, imports, form)}]`,
    );
    return `${imports.kernel('FrozenMap')}.from([${entries.join(', ')}])`;
  }

  private valid(type: TypeModel, variant: number, imports: ImportSet, form: Form): string {
    switch (type.kind) {
      case 'scalar':
        return scalarSample(type, variant, imports);
      case 'enum': {
        const members = this.model.enums.find(({ name }) => name === type.name)?.members ?? [];
        return stringLiteral(members[variant % members.length]?.name ?? '');
      }
      case 'ref':
        return this.valid(this.identities.branded(type), variant, imports, form);
      case 'valueObject': {
        const model = this.model.valueObjects.find(({ name }) => name === type.name);
        if (model?.kind === 'simple') return this.valid(model.type, variant, imports, form);
        return this.object(this.fieldsOf(type, form), variant, imports, form);
      }
      case 'entity':
        return this.object(this.fieldsOf(type, form), variant, imports, form);
      case 'aggregate':
        throw new Error('samples of whole aggregates are made by the tests of the domain');
      case 'list':
        return this.list(type, Math.max(usualSize(type), 0), variant, imports, form);
      case 'map':
        return this.map(type, usualSize(type), variant, imports, form);
    }
  }

  private object(
    fields: readonly SampleField[],
    variant: number,
    imports: ImportSet,
    form: Form,
    replaced: ReadonlyMap<string, string> = new Map(),
  ): string {
    const plain = fields.filter(({ name }) => name !== 'id');
    const members = fields.map((field) => {
      const other = replaced.get(field.name);
      if (other !== undefined) return `${field.name}: ${other}`;
      if (field.isGenerated === true && typeof form === 'object') return `${field.name}: ${form.newId()}`;
      const own = partVariant(field.type, plain.indexOf(field), variant);
      return `${field.name}: ${this.valid(field.type, own, imports, form)}`;
    });
    return `{ ${members.join(', ')} }`;
  }

  private list({ element }: ListType, size: number, variant: number, imports: ImportSet, form: Form): string {
    return `[${count(size)
      .map((index) => this.valid(element, variant + index, imports, form))
      .join(', ')}]`;
  }

  private map({ key, value }: MapType, size: number, variant: number, imports: ImportSet, form: Form): string {
    const entries = count(size).map(
      (index) => `[${scalarSample(key, index, imports)}, ${this.valid(value, variant + index, imports, form)}]`,
    );
    return `new Map([${entries.join(', ')}])`;
  }

  /** Samples for every field, each inside an otherwise valid value. */
  private inFields<S extends InvalidSample>(
    type: Extract<TypeModel, { kind: 'valueObject' | 'entity' }>,
    imports: ImportSet,
    samples: (field: SampleField) => readonly S[],
  ): S[] {
    const simple =
      type.kind === 'valueObject' ? this.model.valueObjects.find(({ name }) => name === type.name) : undefined;
    if (simple?.kind === 'simple') return [...samples({ name: '', type: simple.type })];
    const fields = this.fieldsOf(type, 'draft');
    return fields.flatMap((field) =>
      samples(field).map((sample) => ({
        ...sample,
        path: joinPath(field.name, sample.path),
        data: this.object(fields, 0, imports, 'draft', new Map([[field.name, sample.data]])),
      })),
    );
  }

  private fieldsOf(type: Extract<TypeModel, { kind: 'valueObject' | 'entity' }>, form: Form): readonly SampleField[] {
    if (type.kind === 'valueObject') {
      const model = this.model.valueObjects.find(({ name }) => name === type.name);
      return model?.kind === 'composite' ? model.fields : [];
    }
    const entity = this.model.aggregates
      .find(({ name }) => name === type.aggregate)
      ?.entities.find(({ name }) => name === type.name);
    if (entity === undefined) throw new Error(`the model has no entity ${type.aggregate}.${type.name}`);
    return [...identityFields(type.aggregate, entity, form), ...entity.fields];
  }

  private invalidLists(type: ListType, imports: ImportSet): InvalidSample[] {
    const size = Math.max(usualSize(type), 1);
    const rest = count(size - 1).map((index) => this.valid(type.element, index + 1, imports, 'draft'));
    const elements = Number(type.max ?? size) < size ? [] : this.invalid({ type: type.element }, imports);
    const twice =
      type.distinct && Number(type.max ?? 2) >= 2 ? [this.repeatedElement(type, Math.max(size, 2), imports)] : [];
    return [
      ...this.invalidSizes(type, (length) => this.list(type, length, 0, imports, 'draft')),
      ...twice.map((data) => ({ path: '', rule: 'distinct', data })),
      ...elements.map((sample) => ({
        path: `[0]${sample.path === '' || sample.path.startsWith('[') ? '' : '.'}${sample.path}`,
        rule: sample.rule,
        data: `[${[sample.data, ...rest].join(', ')}]`,
      })),
    ];
  }

  private repeatedElement({ element }: ListType, size: number, imports: ImportSet): string {
    const elements = count(size - 1).map((index) => this.valid(element, index, imports, 'draft'));
    return `[${[...elements, elements[0]].join(', ')}]`;
  }

  private invalidMaps(type: MapType, imports: ImportSet): InvalidSample[] {
    const rest = count(usualSize(type) - 1).map(
      (index) =>
        `[${scalarSample(type.key, index + 1, imports)}, ${this.valid(type.value, index + 1, imports, 'draft')}]`,
    );
    const entries = (key: string, value: string) => `new Map([${[`[${key}, ${value}]`, ...rest].join(', ')}])`;
    const key = scalarSample(type.key, 0, imports);
    const inside = this.invalid({ type: type.value }, imports).map((sample) => {
      const path = `[${plainKey(key)}]`;
      return {
        path: sample.path === '' || sample.path.startsWith('[') ? path + sample.path : `${path}.${sample.path}`,
        rule: sample.rule,
        data: entries(key, sample.data),
      };
    });
    // The path of a bad key is the key itself, which may be long: tests look at the rule only.
    const keys = invalidScalars(type.key, imports).map(({ rule, data }) => ({
      path: '*',
      rule,
      data: entries(data, this.valid(type.value, 0, imports, 'draft')),
    }));
    return [...this.invalidSizes(type, (length) => this.map(type, length, 0, imports, 'draft')), ...keys, ...inside];
  }

  private invalidSizes({ min, max }: ListType | MapType, data: (size: number) => string): InvalidSample[] {
    const below = min === undefined || min === '0' ? [] : [{ path: '', rule: 'min', data: data(Number(min) - 1) }];
    const above =
      max === undefined || Number(max) >= LARGEST_LIST ? [] : [{ path: '', rule: 'max', data: data(Number(max) + 1) }];
    return [...below, ...above];
  }

  private edgeSizes(type: ListType | MapType, imports: ImportSet): EdgeSample[] {
    return (['min', 'max'] as const).flatMap((rule) => {
      const size = Number(type[rule] ?? LARGEST_LIST);
      if (
        size >= LARGEST_LIST ||
        (type.kind === 'list' && type.distinct && !this.hasDifferent(type.element, size, imports))
      )
        return [];
      return [
        {
          path: '',
          rule,
          data:
            type.kind === 'list'
              ? this.list(type, size, 0, imports, 'draft')
              : this.map(type, size, 0, imports, 'draft'),
        },
      ];
    });
  }

  /** Whether that many samples of the type differ: there are only two truth values. */
  private hasDifferent(type: TypeModel, size: number, imports: ImportSet): boolean {
    return new Set(count(size).map((variant) => this.valid(type, variant, imports, 'draft'))).size === size;
  }

  private edgeElements(type: ListType | MapType, imports: ImportSet): EdgeSample[] {
    if (Number(type.min ?? 1) > 1) return [];
    const key = type.kind === 'map' ? scalarSample(type.key, 0, imports) : '';
    const inner = this.edges({ type: type.kind === 'list' ? type.element : type.value }, imports);
    const keys = type.kind === 'map' ? edgeScalars(type.key, imports).filter(({ rule }) => rule === 'max') : [];
    return [
      ...inner.map((sample) => ({
        ...sample,
        path: '[0]',
        data: type.kind === 'list' ? `[${sample.data}]` : `new Map([[${key}, ${sample.data}]])`,
      })),
      ...keys.map((sample) => ({
        ...sample,
        path: 'key',
        data: `new Map([[${sample.data}, ${type.kind === 'map' ? this.valid(type.value, 0, imports, 'draft') : ''}]])`,
      })),
    ];
  }
}

interface SampleField extends Pick<FieldModel, 'name' | 'type'> {
  /** The id of an entity that is not given. */
  readonly isGenerated?: boolean;
}

function identityFields(aggregate: string, entity: EntityModel, form: Form): SampleField[] {
  if (form === 'draft' && entity.identity.kind === 'generated') return [];
  return [
    {
      name: 'id',
      type: { kind: 'ref', target: { kind: 'entity', aggregate, entity: entity.name } },
      isGenerated: entity.identity.kind === 'generated',
    },
  ];
}

function usualSize({ min, max }: ListType | MapType): number {
  return Math.min(Math.max(Number(min ?? 1), 1), Number(max ?? Infinity));
}

function count(size: number): number[] {
  return Array.from({ length: Math.max(size, 0) }, (_, index) => index);
}

/** A key as the path of an entry shows it. */
function plainKey(source: string): string {
  const match = /^'(.*)'$/.exec(source);
  return match ? JSON.stringify(match[1]?.replace(/\\(.)/g, '$1')) : '*';
}

function joinPath(outer: string, inner: string): string {
  if (inner === '' || outer === '') return outer + inner;
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}
