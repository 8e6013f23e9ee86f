import { camelCase, lowerFirst, plural, snakeCase, upperFirst } from '@planner/model';
import type { AggregateDeclaration, EntityDeclaration, FieldDeclaration, OperationDeclaration } from '@planner/model';
import { entity, field, listField, operation, optionalField, text, type Origin } from './declare';
import { CREATING, DELETING, verbOf } from './event-verbs';
import { NameBook, pascalName, snakeName, startsWith } from './names';

interface EventDraft {
  readonly name: string;
  /** What it reports, `create` included. */
  readonly operation: string;
  readonly verb?: string;
  readonly at: Origin;
}

/** Members that an aggregate, its events or its requests have by themselves. */
const IMPLIED = [
  'id',
  'version',
  'created_at',
  'updated_at',
  'occurred_at',
  'expected_version',
  'page_size',
  'page_token',
  'event_type',
];

/** An aggregate as it is put together from the files that belong to it. */
export class AggregateDraft {
  private readonly fields: FieldDeclaration[] = [];
  private readonly members: Set<string>;
  private readonly entities: EntityDeclaration[] = [];
  private readonly events: EventDraft[] = [];
  private readonly operations: OperationDeclaration[] = [];

  constructor(
    readonly name: string,
    private readonly at: Origin,
    private readonly names: NameBook,
  ) {
    this.members = new Set([...IMPLIED, `${snakeCase(name)}_id`]);
    names.reserve(this.created);
  }

  /** What create emits by itself. */
  private get created(): string {
    return `${this.name}Created`;
  }

  /** The operations beside `create`, by name. */
  get operationNames(): string[] {
    return this.operations.map(({ name }) => name.text).filter((name) => name !== 'create');
  }

  /** Its own name and those of its entities. */
  get typeNames(): string[] {
    return [this.name, ...this.entities.map(({ name }) => name.text)];
  }

  /** An entity within the aggregate, kept in a list. */
  addEntity(wanted: string, at: Origin): void {
    if (wanted === '' || this.entities.some(({ name }) => name.text.toLowerCase() === wanted.toLowerCase())) return;
    const name = this.names.take([wanted, `${wanted}Entity`, `${this.name}${wanted}`], (free) => [`${free}Id`]);
    this.entities.push(entity(name, at));
    const member = this.member(lowerFirst(plural(name)));
    if (member !== undefined) this.fields.push(listField(member, name, at));
  }

  /** A value that an aggregate may have. */
  addValue(type: string, at: Origin): void {
    const member = this.member(lowerFirst(type));
    if (member !== undefined) this.fields.push(optionalField(member, type, at));
  }

  /** The caller of create gives the identity. */
  identifyBy(type: string, at: Origin): void {
    if (!this.fields.some(({ name }) => name.text === 'id')) this.fields.unshift(field('id', type, at));
  }

  private member(wanted: string): string | undefined {
    const key = snakeCase(wanted);
    if (this.members.has(key)) return undefined;
    this.members.add(key);
    return wanted;
  }

  /** An event of the aggregate: `order_cancelled`. */
  addEvent(stem: string, at: Origin): void {
    const wanted = pascalName(stem);
    if (wanted === '' || this.events.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())) return;
    const words = snakeName(stem).split('_');
    const own = startsWith(stem, this.name) ? words.slice(snakeName(this.name).split('_').length) : words;
    const { verb, rest } = deedOf(own);
    const name = wanted === this.created ? wanted : this.names.take([wanted, `${wanted}Event`]);
    this.events.push({
      name,
      at,
      operation: operationName(verb, rest, name),
      ...(verb !== undefined && rest.length === 0 && { verb }),
    });
  }

  /** Decides what emits each event, once all are known. */
  settleEvents(): void {
    const creator =
      this.events.find(({ verb }) => verb === 'create') ?? this.events.find(({ verb }) => CREATING.has(verb ?? ''));
    const byOperation = new Map<string, EventDraft[]>();
    for (const event of this.events) {
      const name = event === creator ? 'create' : event.operation;
      byOperation.set(name, [...(byOperation.get(name) ?? []), event]);
    }
    for (const [name, events] of byOperation) this.settle(name, events);
  }

  private settle(name: string, events: readonly EventDraft[]): void {
    const [first] = events;
    if (first === undefined) return;
    const emits = events.map((event) => event.name);
    if (name === 'create') {
      if (emits.join() !== this.created) this.operations.push(operation('create', { emits }, first.at));
      return;
    }
    const free = (wanted: string) =>
      !this.operations.some((each) => snakeCase(each.name.text) === snakeCase(wanted)) &&
      this.names.isFree(upperFirst(wanted) + this.name);
    const chosen = free(name) ? name : `record${first.name}`;
    this.names.reserve(upperFirst(chosen) + this.name);
    this.operations.push(operation(chosen, { emits, ...this.effect(first.verb) }, first.at));
  }

  private effect(verb: string | undefined): { set?: string[]; deletes?: boolean } {
    if (DELETING.has(verb ?? '')) return { deletes: true };
    if (verb !== 'update' && verb !== 'amend' && verb !== 'change') return {};
    return { set: this.fields.map(({ name }) => name.text).filter((name) => name !== 'id') };
  }

  declaration(): AggregateDeclaration {
    const { plan, span } = this.at;
    return {
      name: text(this.name, this.at),
      span,
      plan,
      fields: this.fields,
      unique: [],
      entities: this.entities,
      operations: this.operations,
      invariants: [],
      finders: [],
    };
  }
}

/** What an event reports: its last word in the past tense, or in Vietnamese what follows `da`: `lenh_da_huy`. */
function deedOf(words: readonly string[]): { verb: string | undefined; rest: readonly string[] } {
  const past = words.indexOf('da');
  if (past < 0) return { verb: verbOf(words.at(-1) ?? ''), rest: words.slice(0, -1) };
  const [verb, ...object] = words.slice(past + 1);
  return { verb, rest: [...object, ...words.slice(0, past)] };
}

/** `cancel` of `cancelled`, `addLine` of `line_added`; an event that reports no deed is recorded: `recordPriceTick`. */
function operationName(verb: string | undefined, rest: readonly string[], event: string): string {
  const name = verb === undefined ? '' : camelCase([verb, ...rest].join('_'));
  return /^[a-z][a-zA-Z0-9]{0,38}$/.test(name) && !/^(?:get|list)$/.test(name) ? name : `record${event}`;
}
