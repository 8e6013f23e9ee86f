import type { ContextModel, FieldModel, TypeModel } from '@planner/model';

/** The types of the plan that a set of types is made of, each once, with every type behind those that it needs itself. */
export interface Reached {
  readonly enums: readonly string[];
  /** Simple and composite ones. */
  readonly valueObjects: readonly string[];
  readonly entities: readonly { readonly aggregate: string; readonly name: string }[];
  readonly aggregates: readonly string[];
}

export function reach(model: ContextModel, roots: readonly TypeModel[]): Reached {
  const walk = new Walk(model);
  roots.forEach((type) => walk.visit(type));
  return walk;
}

class Walk implements Reached {
  readonly enums: string[] = [];
  readonly valueObjects: string[] = [];
  readonly entities: { aggregate: string; name: string }[] = [];
  readonly aggregates: string[] = [];
  readonly #seen = new Set<string>();

  constructor(private readonly model: ContextModel) {}

  visit(type: TypeModel): void {
    switch (type.kind) {
      case 'scalar':
        return;
      case 'list':
        return this.visit(type.element);
      case 'map':
        return this.visit(type.value);
      case 'ref':
        return this.visitIdentity(type.target.kind === 'foreign' ? undefined : type.target.aggregate, type.target.kind === 'entity' ? type.target.entity : undefined);
      case 'enum':
        return this.once(`enum ${type.name}`, () => this.enums.push(type.name), []);
      case 'valueObject':
        return this.visitValueObject(type.name);
      case 'entity':
        return this.visitEntity(type.aggregate, type.name);
      case 'aggregate':
        return this.visitAggregate(type.name);
    }
  }

  private visitValueObject(name: string): void {
    const found = this.model.valueObjects.find((candidate) => candidate.name === name);
    const parts = found?.kind === 'composite' ? typesOf(found.fields) : [];
    this.once(`value object ${name}`, () => this.valueObjects.push(name), parts);
  }

  private visitEntity(aggregate: string, name: string): void {
    const entity = this.model.aggregates.find((candidate) => candidate.name === aggregate)?.entities.find((candidate) => candidate.name === name);
    const parts = entity?.identity.kind === 'given' ? [entity.identity.type] : [];
    this.once(`entity ${aggregate}.${name}`, () => this.entities.push({ aggregate, name }), [...parts, ...typesOf(entity?.fields ?? [])]);
  }

  private visitAggregate(name: string): void {
    const aggregate = this.model.aggregates.find((candidate) => candidate.name === name);
    const identity = aggregate?.identity.kind === 'given' ? [aggregate.identity.type] : [];
    const lifecycle: TypeModel[] = aggregate?.lifecycle ? [{ kind: 'enum', name: aggregate.lifecycle.enum }] : [];
    this.once(`aggregate ${name}`, () => this.aggregates.push(name), [...identity, ...typesOf(aggregate?.fields ?? []), ...lifecycle]);
  }

  /** A reference is its identity. */
  private visitIdentity(aggregateName: string | undefined, entityName: string | undefined): void {
    const aggregate = this.model.aggregates.find(({ name }) => name === aggregateName);
    const owner = entityName === undefined ? aggregate : aggregate?.entities.find(({ name }) => name === entityName);
    if (owner?.identity.kind === 'given') this.once(`identity ${String(aggregateName)}.${String(entityName)}`, () => undefined, [owner.identity.type]);
  }

  private once(key: string, add: () => unknown, parts: readonly TypeModel[]): void {
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    parts.forEach((part) => this.visit(part));
    add();
  }
}

function typesOf(fields: readonly FieldModel[]): TypeModel[] {
  return fields.map(({ type }) => type);
}
