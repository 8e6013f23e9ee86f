import type {
  AdapterDeclaration,
  AggregateDeclaration,
  Diagnostic,
  EnumDeclaration,
  GrpcServiceDeclaration,
  ModelDeclaration,
  ServiceDeclaration,
  SourceSpan,
  Text,
  UseCaseDeclaration,
  ValueObjectDeclaration,
} from '@planner/model';
import { plural, upperFirst } from '@planner/model';
import type { Plan } from '../plan';
import { inferAdapters } from './adapters';
import { AggregateDraft } from './aggregate-draft';
import { enumeration, service, valueObject, type Origin } from './declare';
import { findAggregates, nearestAggregate, type FoundAggregate } from './find-aggregates';
import { inferGrpc } from './grpc';
import { withRoles, type Listed } from './listed';
import { listedPaths, type Listing } from './listed-paths';
import { keyOf, NameBook, pascalName } from './names';
import { aggregatesIn, contextIn, kebabName } from './prose';
import type { RoleKind } from './roles';
import { inferUseCases } from './use-cases';

/** The model that a plan without a model block describes by its prose and its lists of files. */
export interface Inference {
  readonly declaration: ModelDeclaration;
  readonly diagnostics: readonly Diagnostic[];
}

/** What of a parsed plan the model is inferred from. */
export type BarePlan = Pick<Plan, 'file' | 'id' | 'title' | 'overview' | 'files' | 'tasks'>;

/**
 * Infers the model of a plan that has no model block (plan format, "A plan without a model block"). Never throws, and what it
 * gives resolves without an error. Every element points at the path, the item of the overview or the task that it was read from.
 */
export function inferModel(plan: BarePlan): Inference {
  const listing = listedPaths(plan);
  return new ModelInference(plan, listing).infer();
}

/** Whether a plan says anything that a model could be made of. */
export function saysAnything(plan: BarePlan): boolean {
  return plan.files.length > 0 || aggregatesIn(plan).length > 0;
}

class ModelInference {
  private readonly names = new NameBook();
  private readonly diagnostics: Diagnostic[] = [];
  private readonly files: readonly Listed[];
  private readonly found: readonly FoundAggregate[];
  private readonly drafts: ReadonlyMap<string, AggregateDraft>;

  constructor(
    private readonly plan: BarePlan,
    private readonly listing: Listing,
  ) {
    const overview = aggregatesIn(plan);
    this.files = withRoles(
      listing.files,
      overview.map(({ text }) => text),
    );
    const { aggregates, diagnostics } = findAggregates(overview, this.files);
    this.diagnostics.push(...listing.diagnostics, ...diagnostics);
    this.found = this.named(aggregates);
    this.drafts = new Map(
      this.found.map((each) => [each.name, new AggregateDraft(each.name, this.at(each.span), this.names)]),
    );
  }

  infer(): Inference {
    const context = this.context();
    this.entities();
    const valueObjects = this.valueObjects();
    const enums = this.enums();
    this.events();
    const services = this.services();
    const { adapters, enums: selectors } = inferAdapters(this.files, this.names, (span) => this.at(span));
    const aggregates = [...this.drafts.values()];
    const useCases = inferUseCases({
      files: this.files,
      plan: this.plan,
      aggregates,
      names: this.names,
      at: (span) => this.at(span),
    });
    const named = [...valueObjects, ...enums, ...selectors, ...services, ...adapters, ...useCases].map(
      ({ name }) => name.text,
    );
    const taken = new Set([...named, ...aggregates.flatMap((each) => each.typeNames)]);
    const grpc = inferGrpc(this.files, aggregates, { useCases, taken }, (span) => this.at(span));
    return {
      declaration: this.declaration({
        context,
        valueObjects,
        enums: [...enums, ...selectors],
        services,
        adapters,
        useCases,
        grpc,
      }),
      diagnostics: this.diagnostics,
    };
  }

  private at(span: SourceSpan): Origin {
    return { plan: this.plan.id, span };
  }

  /** The aggregates under names that are unique, with everything that bears a name made of theirs. */
  private named(aggregates: readonly FoundAggregate[]): FoundAggregate[] {
    return aggregates.map((each) => {
      const made = (name: string) => [
        `${name}Id`,
        `${name}Repository`,
        `${name}Service`,
        `Create${name}`,
        `Get${name}`,
        `List${plural(name)}`,
        `${name}Created`,
      ];
      const name = this.names.take([pascalName(each.name), `${pascalName(each.name)}Aggregate`], made);
      return { ...each, name };
    });
  }

  private of(...kinds: readonly RoleKind[]): Listed[] {
    return this.files.filter(({ role }) => kinds.includes(role.kind));
  }

  private ownerOf(file: Listed): AggregateDraft | undefined {
    const { aggregate } = nearestAggregate(file, this.found);
    return aggregate && this.drafts.get(aggregate.name);
  }

  /** A value that says not whose it is, the first aggregate has. */
  private holderOf(file: Listed): AggregateDraft | undefined {
    const { aggregate, guessed } = nearestAggregate({ role: file.role, span: file.span }, this.found);
    const holder = guessed ? this.found[0] : aggregate;
    return holder && this.drafts.get(holder.name);
  }

  private context(): Text {
    const said = contextIn(this.plan);
    if (said !== undefined) return said;
    const owner = this.of('useCase').find(({ role }) => role.owner !== undefined);
    const folder = owner && kebabName(owner.role.owner ?? '');
    if (owner && folder !== undefined) return { text: folder, span: owner.span };
    const span = this.plan.title?.span ?? startOf(this.plan.file);
    return { text: kebabName(this.plan.title?.text ?? '') ?? 'main', span };
  }

  private entities(): void {
    for (const file of this.of('entity')) {
      const { aggregate, guessed } = nearestAggregate(file, this.found);
      const draft = aggregate && this.drafts.get(aggregate.name);
      if (!draft || this.drafts.has(pascalName(file.role.name)) || this.isAggregate(file.role.name)) continue;
      draft.addEntity(pascalName(file.role.name), this.at(file.span));
      if (guessed) this.warnGuess(file, draft.name);
    }
  }

  private isAggregate(name: string): boolean {
    return this.found.some((each) => keyOf(each.name) === keyOf(name));
  }

  private warnGuess(file: Listed, owner: string): void {
    this.diagnostics.push({
      rule: 'infer/owner',
      severity: 'warning',
      message: `${file.path} says not which aggregate it belongs to; it is taken for an entity of ${owner}.`,
      hint: `Begin its name with the aggregate's, or list it below aggregates/<name>/.`,
      span: file.span,
    });
  }

  private valueObjects(): ValueObjectDeclaration[] {
    const found = new Map<string, ValueObjectDeclaration>();
    for (const file of this.of('valueObject')) {
      const wanted = pascalName(file.role.name);
      if (wanted === '' || found.has(wanted.toLowerCase())) continue;
      const identified = this.found.find((each) => wanted.toLowerCase() === `${each.name}id`.toLowerCase());
      const name = identified === undefined ? this.names.take([wanted, `${wanted}Value`]) : `${identified.name}Id`;
      found.set(wanted.toLowerCase(), valueObject(name, this.at(file.span)));
      if (identified === undefined) this.holderOf(file)?.addValue(name, this.at(file.span));
      else this.drafts.get(identified.name)?.identifyBy(name, this.at(file.span));
    }
    return [...found.values()];
  }

  private enums(): EnumDeclaration[] {
    const found = new Map<string, EnumDeclaration>();
    for (const file of this.of('enum')) {
      const wanted = pascalName(file.role.name);
      if (wanted === '' || found.has(wanted.toLowerCase())) continue;
      const name = this.names.take([wanted, `${wanted}Kind`]);
      const members = membersIn(file.note ?? '');
      found.set(
        wanted.toLowerCase(),
        enumeration(name, members.length === 0 ? ['UNKNOWN'] : members, this.at(file.span)),
      );
      if (members.length === 0) this.warnMembers(file, name);
    }
    return [...found.values()];
  }

  private warnMembers(file: Listed, name: string): void {
    this.diagnostics.push({
      rule: 'infer/enum-members',
      severity: 'warning',
      message: `The plan does not say what the members of ${name} are.`,
      hint: 'Write them behind the path, for example (BUY, SELL), or adopt the plan and name them in its model block.',
      span: file.span,
    });
  }

  private events(): void {
    for (const file of this.of('event')) this.ownerOf(file)?.addEvent(file.role.name, this.at(file.span));
    for (const draft of this.drafts.values()) draft.settleEvents();
  }

  private services(): ServiceDeclaration[] {
    const found = new Map<string, ServiceDeclaration>();
    for (const file of this.of('service')) {
      const wanted = pascalName(file.role.name);
      if (wanted === '' || found.has(wanted.toLowerCase())) continue;
      found.set(wanted.toLowerCase(), service(this.names.take([wanted, `${wanted}Policy`]), this.at(file.span)));
    }
    return [...found.values()];
  }

  private declaration(parts: {
    context: Text;
    valueObjects: readonly ValueObjectDeclaration[];
    enums: readonly EnumDeclaration[];
    services: readonly ServiceDeclaration[];
    adapters: readonly AdapterDeclaration[];
    useCases: readonly UseCaseDeclaration[];
    grpc: readonly GrpcServiceDeclaration[] | undefined;
  }): ModelDeclaration {
    const { grpc, ...rest } = parts;
    const [first] = this.files;
    const { language } = this.listing;
    const span = this.plan.title?.span ?? startOf(this.plan.file);
    const aggregates: AggregateDeclaration[] = [...this.drafts.values()].map((draft) => draft.declaration());
    return {
      plan: this.plan.id,
      span,
      ...rest,
      ...(language !== undefined && first !== undefined && { language: { text: language, span: first.span } }),
      change: [],
      remove: [],
      aggregates,
      events: [],
      policies: [],
      ...(grpc !== undefined && { grpc }),
    };
  }
}

function startOf(file: string): SourceSpan {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

/** `BUY, SELL` behind the path of an enum. */
function membersIn(note: string): string[] {
  const words = note.slice(0, 500).match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && word.length <= 40 && word !== 'UNSPECIFIED'))];
}

/** The name of the use case that an operation has by default. */
export function defaultUseCase(operation: string, aggregate: string): string {
  return upperFirst(operation) + aggregate;
}
