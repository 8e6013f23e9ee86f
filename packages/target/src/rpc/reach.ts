import type { ContextModel, FieldModel, RefType, TypeModel } from '@planner/model';

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
  for (const type of roots) walk.visit(type);
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
        break;
      case 'list':
        this.visit(type.element);
        break;
      case 'map':
        this.visit(type.value);
        break;
      case 'ref':
        this.visitIdentity(type.target);
        break;
      case 'enum':
        this.once(`enum ${type.name}`, () => this.enums.push(type.name), []);
        break;
      case 'valueObject':
        this.visitValueObject(type.name);
        break;
      case 'entity':
        this.visitEntity(type.aggregate, type.name);
        break;
      case 'aggregate':
        this.visitAggregate(type.name);
        break;
    }
  }

  private visitValueObject(name: string): void {
    const found = this.model.valueObjects.find((candidate) => candidate.name === name);
    const parts = found?.kind === 'composite' ? typesOf(found.fields) : [];
    this.once(`value object ${name}`, () => this.valueObjects.push(name), parts);
  }

  private visitEntity(aggregate: string, name: string): void {
    const entity = this.model.aggregates
      .find((candidate) => candidate.name === aggregate)
      ?.entities.find((candidate) => candidate.name === name);
    const parts = entity?.identity.kind === 'given' ? [entity.identity.type] : [];
    this.once(`entity ${aggregate}.${name}`, () => this.entities.push({ aggregate, name }), [
      ...parts,
      ...typesOf(entity?.fields ?? []),
    ]);
  }

  private visitAggregate(name: string): void {
    const aggregate = this.model.aggregates.find((candidate) => candidate.name === name);
    const identity = aggregate?.identity.kind === 'given' ? [aggregate.identity.type] : [];
    const lifecycle: TypeModel[] = aggregate?.lifecycle ? [{ kind: 'enum', name: aggregate.lifecycle.enum }] : [];
    this.once(`aggregate ${name}`, () => this.aggregates.push(name), [
      ...identity,
      ...typesOf(aggregate?.fields ?? []),
      ...lifecycle,
    ]);
  }

  /** A reference is its identity. */
  private visitIdentity(target: RefType['target']): void {
    if (target.kind === 'foreign') return;
    const aggregate = this.model.aggregates.find(({ name }) => name === target.aggregate);
    const owner =
      target.kind === 'aggregate' ? aggregate : aggregate?.entities.find(({ name }) => name === target.entity);
    const key = target.kind === 'aggregate' ? target.aggregate : `${target.aggregate}.${target.entity}`;
    if (owner?.identity.kind === 'given') this.once(`identity ${key}`, () => undefined, [owner.identity.type]);
  }

  private once(key: string, add: () => unknown, parts: readonly TypeModel[]): void {
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    for (const part of parts) this.visit(part);
    add();
  }
}

function typesOf(fields: readonly FieldModel[]): TypeModel[] {
  return fields.map(({ type }) => type);
}
