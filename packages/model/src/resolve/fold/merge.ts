import type {
  AdapterDeclaration,
  AggregateDeclaration,
  EntityDeclaration,
  EnumDeclaration,
  EventDeclaration,
  FieldDeclaration,
  GrpcServiceDeclaration,
  LifecycleDeclaration,
  ModelDeclaration,
  ServiceDeclaration,
  Text,
  UniqueDeclaration,
  ValueObjectDeclaration,
} from '../../declaration';
import type { SourceSpan } from '../../source';
import type { Problems } from '../problems';
import { saysTheSame } from './same';
import { slotKey } from './slots';
import type { Slot } from './slots';

type Named = { readonly name: Text };

/** One later plan on top of what the earlier ones say. `changed` and `removed` hold the keys of slots. */
export class Merge {
  constructor(
    private readonly problems: Problems,
    private readonly changed: ReadonlySet<string>,
    private readonly removed: ReadonlySet<string>,
  ) {}

  declaration(base: ModelDeclaration, next: ModelDeclaration): ModelDeclaration {
    const { language, database } = {
      language: this.word(['language'], base.language, next.language),
      database: this.word(['database'], base.database, next.database),
    };
    const grpc = this.grpc(base, next);
    return {
      plan: base.plan,
      span: base.span,
      ...(base.context === undefined ? {} : { context: base.context }),
      ...(language === undefined ? {} : { language }),
      ...(database === undefined ? {} : { database }),
      change: [],
      remove: [],
      enums: this.named(['enums'], base.enums, next.enums, (path, a, b) => this.enum(path, a, b)),
      valueObjects: this.named(['valueObjects'], base.valueObjects, next.valueObjects, (path, a, b) =>
        this.valueObject(path, a, b),
      ),
      aggregates: this.named(['aggregates'], base.aggregates, next.aggregates, (path, a, b) =>
        this.aggregate(path, a, b),
      ),
      events: this.named(['events'], base.events, next.events, (path, a, b) => this.event(path, a, b)),
      services: this.named(['services'], base.services, next.services, (path, a, b) => this.service(path, a, b)),
      adapters: this.named(['adapters'], base.adapters, next.adapters, (path, a, b) => this.adapter(path, a, b)),
      useCases: this.named(['useCases'], base.useCases, next.useCases),
      policies: this.named(['policies'], base.policies, next.policies),
      ...(grpc === undefined ? {} : { grpc }),
    };
  }

  private enum(path: Slot, a: EnumDeclaration, b: EnumDeclaration): EnumDeclaration {
    return { ...this.described(path, a, b), members: this.named(path, a.members, b.members) };
  }

  private valueObject(path: Slot, a: ValueObjectDeclaration, b: ValueObjectDeclaration): ValueObjectDeclaration {
    if (a.body.kind === 'simple' || b.body.kind === 'simple') return this.leaf(path, a, b, b.span);
    const fields = this.fields(path, a.body.fields, b.body.fields);
    const invariants = this.named([...path, 'invariants'], a.body.invariants, b.body.invariants);
    return { ...this.described(path, a, b), body: { kind: 'composite', fields, invariants } };
  }

  private aggregate(path: Slot, a: AggregateDeclaration, b: AggregateDeclaration): AggregateDeclaration {
    const lifecycle = this.lifecycle([...path, 'lifecycle'], a.lifecycle, b.lifecycle);
    const persistence = this.word([...path, 'persistence'], a.persistence, b.persistence);
    return {
      ...without(this.described(path, a, b), 'lifecycle', 'persistence'),
      fields: this.fields(path, a.fields, b.fields),
      unique: this.unique([...path, 'unique'], a.unique, b.unique),
      entities: this.named([...path, 'entities'], a.entities, b.entities, (inner, x, y) => this.entity(inner, x, y)),
      ...(lifecycle === undefined ? {} : { lifecycle }),
      operations: this.named([...path, 'operations'], a.operations, b.operations),
      invariants: this.named([...path, 'invariants'], a.invariants, b.invariants),
      finders: this.named([...path, 'finders'], a.finders, b.finders),
      ...(persistence === undefined ? {} : { persistence }),
    };
  }

  private entity(path: Slot, a: EntityDeclaration, b: EntityDeclaration): EntityDeclaration {
    return {
      ...this.described(path, a, b),
      fields: this.fields(path, a.fields, b.fields),
      invariants: this.named([...path, 'invariants'], a.invariants, b.invariants),
    };
  }

  private event(path: Slot, a: EventDeclaration, b: EventDeclaration): EventDeclaration {
    const foreign = a.name.text.includes('.');
    const fields = foreign
      ? this.named([...path, 'fields'], a.fields, b.fields)
      : this.fields(path, a.fields, b.fields);
    return { ...this.described(path, a, b), fields };
  }

  private service(path: Slot, a: ServiceDeclaration, b: ServiceDeclaration): ServiceDeclaration {
    return { ...this.described(path, a, b), methods: this.named(path, a.methods, b.methods) };
  }

  private adapter(path: Slot, a: AdapterDeclaration, b: AdapterDeclaration): AdapterDeclaration {
    const select = this.word([...path, 'select'], a.select, b.select);
    const rest = without(this.described(path, a, b), 'select');
    const replaced = this.changed.has(slotKey([...path, 'env']));
    const env = [...(replaced || this.removed.has(slotKey([...path, 'env'])) ? b.env : a.env)];
    for (const each of replaced ? [] : b.env) {
      const known = env.find((other) => other.member?.text === each.member?.text);
      if (known === undefined) env.push(each);
      else this.leaf([...path, 'env'], known, each, each.span);
    }
    return {
      ...rest,
      ...(select === undefined ? {} : { select }),
      env,
      operations: this.named([...path, 'operations'], a.operations, b.operations),
    };
  }

  private grpc(base: ModelDeclaration, next: ModelDeclaration): readonly GrpcServiceDeclaration[] | undefined {
    if (this.removed.has('grpc')) return undefined;
    if (next.grpc === undefined && base.grpc === undefined) return undefined;
    if (next.grpc !== undefined && this.changed.has('grpc')) return next.grpc;
    if (base.grpc === undefined) {
      this.problems.error(
        'plan/changed',
        next.grpc?.[0]?.span ?? next.span,
        'The earlier plans expose every use case; a list would take some away.',
        'List them all and write "change: [grpc]", or remove "grpc" here.',
      );
      return undefined;
    }
    return this.named(['grpc'], base.grpc, next.grpc ?? [], (path, a, b) => {
      const known = new Set(a.useCases.map((useCase) => useCase.text));
      const kept = a.useCases.filter((useCase) => !this.removed.has(slotKey([...path, useCase.text])));
      return { ...a, useCases: [...kept, ...b.useCases.filter((useCase) => !known.has(useCase.text))] };
    });
  }

  private lifecycle(
    path: Slot,
    a: LifecycleDeclaration | undefined,
    b: LifecycleDeclaration | undefined,
  ): LifecycleDeclaration | undefined {
    if (this.removed.has(slotKey(path))) return undefined;
    if (a === undefined || b === undefined || this.changed.has(slotKey(path))) return b ?? a;
    const field = this.word(path, a.field, b.field);
    return {
      ...a,
      ...(field === undefined ? {} : { field }),
      states: this.named([...path, 'states'], a.states, b.states),
    };
  }

  private unique(
    path: Slot,
    a: readonly UniqueDeclaration[],
    b: readonly UniqueDeclaration[],
  ): readonly UniqueDeclaration[] {
    if (this.removed.has(slotKey(path))) return [];
    if (this.changed.has(slotKey(path))) return b;
    const key = (set: UniqueDeclaration) =>
      set.paths
        .map((each) => each.text)
        .sort()
        .join();
    const known = new Set(a.map(key));
    return [...a, ...b.filter((set) => !known.has(key(set)))];
  }

  /** A field that comes later must be able to start without a value in what is stored already. */
  private fields(
    path: Slot,
    a: readonly FieldDeclaration[],
    b: readonly FieldDeclaration[],
  ): readonly FieldDeclaration[] {
    return this.named([...path, 'fields'], a, b, undefined, (field) => {
      const { base, optional, constraints } = field.type;
      const startsSomehow =
        optional ||
        base.kind === 'list' ||
        base.kind === 'map' ||
        constraints.some((constraint) => constraint.kind === 'default');
      if (startsSomehow) return;
      this.problems.error(
        'plan/required-addition',
        field.span,
        `"${field.name.text}" comes later and is required, but what is stored has no value for it.`,
        'Write "?" behind its type, or give it a default.',
      );
    });
  }

  /** Elements by name: repeated ones are merged or must say the same, new ones come last, removed ones go. */
  private named<T extends Named>(
    path: Slot,
    base: readonly T[],
    next: readonly T[],
    merge: (path: Slot, a: T, b: T) => T = (slot, a, b) => this.leaf(slot, a, b, b.name.span),
    adding: (item: T) => void = () => undefined,
  ): readonly T[] {
    const incoming = new Map(next.map((item) => [item.name.text, item]));
    const kept = base.flatMap((item): T[] => {
      const slot = [...path, item.name.text];
      const again = incoming.get(item.name.text);
      incoming.delete(item.name.text);
      if (this.removed.has(slotKey(slot))) return [];
      if (again === undefined) return [this.withoutRemoved(slot, item, merge)];
      return [this.changed.has(slotKey(slot)) ? again : merge(slot, item, again)];
    });
    for (const item of incoming.values()) adding(item);
    return [...kept, ...incoming.values()];
  }

  /** `remove` reaches into elements that the later plan does not mention. */
  private withoutRemoved<T extends Named>(slot: Slot, item: T, merge: (path: Slot, a: T, b: T) => T): T {
    const inside = `${slotKey(slot)}/`;
    return [...this.removed].some((key) => key.startsWith(inside)) ? merge(slot, item, emptied(item)) : item;
  }

  private described<T extends { readonly description?: Text }>(path: Slot, a: T, b: T): T {
    const description = this.word([...path, 'description'], a.description, b.description);
    return { ...without(a, 'description'), ...(description === undefined ? {} : { description }) };
  }

  private word(path: Slot, a: Text | undefined, b: Text | undefined): Text | undefined {
    if (this.removed.has(slotKey(path))) return undefined;
    if (a === undefined || b === undefined || this.changed.has(slotKey(path))) return b ?? a;
    return a.text === b.text ? a : this.differs(path, a, b.span);
  }

  private leaf<T extends object>(path: Slot, a: T, b: T, span: SourceSpan): T {
    if (this.changed.has(slotKey(path))) return b;
    return saysTheSame(a, b) ? a : this.differs(path, a, span);
  }

  private differs<T>(path: Slot, kept: T, span: SourceSpan): T {
    const name = path
      .filter((_, index) => index > 0 || path.length === 1)
      .filter((segment) => !['fields', 'operations', 'entities'].includes(segment))
      .join('.');
    this.problems.error(
      'plan/changed',
      span,
      `An earlier plan defines "${name}" differently.`,
      `Repeat it unchanged, leave it out, or write "change: [${name}]".`,
    );
    return kept;
  }
}

function without<T extends object>(item: T, ...keys: (keyof T & string)[]): T {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !keys.some((each) => each === key))) as T;
}

/** The same element with nothing in it: merging it changes nothing but what is removed. */
function emptied<T>(item: T): T {
  const entries = Object.entries(item as object).map(([key, value]): [string, unknown] => {
    if (Array.isArray(value)) return [key, []];
    if (key === 'body' && (value as { kind: string }).kind === 'composite')
      return [key, { kind: 'composite', fields: [], invariants: [] }];
    return [key, key === 'lifecycle' ? { ...(value as object), states: [] } : value];
  });
  return Object.fromEntries(entries) as T;
}
