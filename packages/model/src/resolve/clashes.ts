import type { ContextModel, FieldModel, ValueObjectModel } from '../context-model';
import { plural, snakeCase, upperSnakeCase } from '../naming';
import type { SourceSpan } from '../source';
import type { Problems } from './problems';

interface Named {
  readonly name: string;
  readonly span?: SourceSpan;
}
interface Claim {
  readonly what: string;
  readonly span: SourceSpan;
  readonly name: string;
}

/** Names that would meet in code, in files, on the wire or in the database. */
export function reportClashes(problems: Problems, model: ContextModel, at: SourceSpan): void {
  const context = { problems, at };
  reportTypes(context, model);
  reportMessages(context, model);
  reportEnumMembers(context, model);
  reportTables(context, model);
  reportColumns(context, model);
  reportRules(context, model);
}

interface Report {
  readonly problems: Problems;
  readonly at: SourceSpan;
}

/** Remembers who bears a name, and reports the second one. */
class Names {
  private readonly taken = new Map<string, Claim>();

  constructor(
    private readonly report: Report,
    private readonly where: string,
    private readonly keyOf: (name: string) => string,
  ) {}

  /** Takes a name that was checked elsewhere. */
  seed(name: string, what: string, span: SourceSpan | undefined): void {
    const key = this.keyOf(name);
    if (!this.taken.has(key)) this.taken.set(key, { what, span: span ?? this.report.at, name });
  }

  claim(name: string, what: string, span: SourceSpan | undefined): void {
    const claim = { what, span: span ?? this.report.at, name };
    const first = this.taken.get(this.keyOf(name));
    if (first === undefined) {
      this.taken.set(this.keyOf(name), claim);
      return;
    }
    const same = first.name === name ? `${name} is` : `${name} and ${first.name} are`;
    const message = `${same} the name of ${first.what} and of ${what}${this.where}.`;
    this.report.problems.error(
      'name/clash',
      claim.span,
      message,
      `Rename one of them; the first stands in line ${first.span.start.line}.`,
    );
  }
}

function reportTypes(report: Report, model: ContextModel): void {
  const names = new Names(report, '', (name) => name.toLowerCase());
  const all = (each: readonly Named[], what: (name: string) => string) => {
    each.forEach(({ name, span }) => {
      names.claim(name, what(name), span);
    });
  };
  all(
    model.enums.filter((each) => each.origin === 'declared'),
    () => 'an enum',
  );
  all(model.valueObjects, () => 'a value object');
  all(model.aggregates, () => 'an aggregate');
  for (const aggregate of model.aggregates) all(aggregate.entities, () => `an entity of ${aggregate.name}`);
  all(
    model.enums.filter((each) => each.origin !== 'declared'),
    () => 'an enum that a field makes',
  );
  all(model.events, () => 'an event');
  all(model.services, () => 'a domain service');
  all(model.adapters, () => 'an adapter');
  for (const aggregate of model.aggregates) {
    const ownIdentity =
      aggregate.identity.kind === 'given' &&
      aggregate.identity.type.kind === 'valueObject' &&
      aggregate.identity.type.name === `${aggregate.name}Id`;
    if (!ownIdentity) names.claim(`${aggregate.name}Id`, `the identity of ${aggregate.name}`, aggregate.span);
    names.claim(`${aggregate.name}Repository`, `the repository of ${aggregate.name}`, aggregate.span);
    for (const entity of aggregate.entities) {
      const given =
        entity.identity.kind === 'given' &&
        entity.identity.type.kind === 'valueObject' &&
        entity.identity.type.name === `${entity.name}Id`;
      if (!given) names.claim(`${entity.name}Id`, `the identity of ${entity.name}`, entity.span);
    }
  }
  all(model.useCases, () => 'a use case');
  const policies = new Names(report, '', (name) => name.toLowerCase());
  for (const { name, span } of model.policies) policies.claim(name, 'a policy', span);
}

/** Messages, enums and services share one scope in a proto package. */
function reportMessages(report: Report, model: ContextModel): void {
  const names = new Names(report, ' on the wire', (name) => name);
  const exposed = new Set(model.grpcServices.flatMap((service) => service.useCases));
  for (const { name, span } of model.valueObjects) names.seed(name, 'a value object', span);
  for (const { name, span } of model.enums) names.seed(name, 'an enum', span);
  for (const aggregate of model.aggregates) {
    names.seed(aggregate.name, 'an aggregate', aggregate.span);
    for (const { name, span } of aggregate.entities) names.seed(name, 'an entity', span);
  }
  for (const service of model.grpcServices) names.claim(service.name, 'a gRPC service', service.span);
  for (const useCase of new Map(model.useCases.map((each) => [each.name, each])).values()) {
    if (!exposed.has(useCase.name)) continue;
    names.claim(`${useCase.name}Request`, `the request of ${useCase.name}`, useCase.span);
    names.claim(`${useCase.name}Response`, `the response of ${useCase.name}`, useCase.span);
  }
}

/** Enum members are siblings of their enum in a proto package, with its name in front. */
function reportEnumMembers(report: Report, model: ContextModel): void {
  const names = new Names(report, ' on the wire', (name) => name);
  for (const each of model.enums) {
    const prefix = upperSnakeCase(each.name);
    const members = [...new Set(['UNSPECIFIED', ...each.members.map((member) => member.name)])];
    for (const member of members) names.claim(`${prefix}_${member}`, `a member of ${each.name}`, each.span);
    const inPascalCase = new Names(report, ' on the wire', pascalOf);
    for (const member of members) inPascalCase.claim(member, `a member of ${each.name}`, each.span);
  }
}

/** What protobuf's compiler makes of a member, which tells `A_B` and `AB` apart, but not `X_1` and `X1`. */
function pascalOf(member: string): string {
  return member.replace(/_*([A-Z0-9])([A-Z0-9]*)/g, (_, first: string, rest: string) => first + rest.toLowerCase());
}

function reportTables(report: Report, model: ContextModel): void {
  const names = new Names(report, ' in the database', (name) => name);
  for (const aggregate of model.aggregates)
    names.claim(snakeCase(plural(aggregate.name)), `the table of ${aggregate.name}`, aggregate.span);
}

/** A value object lies flat in its owner: `limitPrice.currency` is `limit_price_currency`. */
function reportColumns(report: Report, model: ContextModel): void {
  const valueObjects = new Map(model.valueObjects.map((each) => [each.name, each]));
  for (const aggregate of model.aggregates) {
    const implied = [
      'version',
      'createdAt',
      'updatedAt',
      ...(aggregate.lifecycle === undefined ? [] : [aggregate.lifecycle.name]),
    ];
    for (const owner of [
      { ...aggregate, implied },
      ...aggregate.entities.map((entity) => ({ ...entity, implied: [] })),
    ]) {
      const names = new Names(report, ` in the database of ${owner.name}`, (name) => name);
      for (const name of ['id', ...owner.implied]) names.seed(snakeCase(name), `"${name}"`, owner.span);
      for (const field of owner.fields) names.seed(snakeCase(field.name), `"${field.name}"`, field.span);
      for (const field of owner.fields) {
        for (const path of columns(field, valueObjects, 0).slice(1))
          names.claim(snakeCase(path.join('_')), `"${path.join('.')}"`, field.span);
      }
    }
  }
}

function columns(field: FieldModel, valueObjects: ReadonlyMap<string, ValueObjectModel>, depth: number): string[][] {
  const inner = field.type.kind === 'valueObject' ? valueObjects.get(field.type.name) : undefined;
  if (inner?.kind !== 'composite' || depth > 16) return [[field.name]];
  return [
    [field.name],
    ...inner.fields.flatMap((each) => columns(each, valueObjects, depth + 1)).map((path) => [field.name, ...path]),
  ];
}

/** One rule name of an aggregate has one text, because it becomes one error. */
function reportRules({ problems, at }: Report, model: ContextModel): void {
  for (const aggregate of model.aggregates) {
    const texts = new Map<string, string>();
    const invariants = [...aggregate.invariants, ...aggregate.entities.flatMap((entity) => entity.invariants)];
    const own = new Set<string>();
    for (const rule of invariants) {
      if (own.has(rule.name))
        problems.error(
          'name/clash',
          rule.span ?? at,
          `${rule.name} is the name of two invariants of ${aggregate.name}.`,
          'Rename one of them.',
        );
      own.add(rule.name);
    }
    const cases = model.useCases.filter((useCase) => useCase.aggregate === aggregate.name);
    for (const rule of [
      ...invariants,
      ...aggregate.operations.flatMap((each) => each.requires),
      ...cases.flatMap((each) => each.requires),
    ]) {
      const known = texts.get(rule.name);
      if (known !== undefined && known !== rule.text) {
        problems.error(
          'rule/two-texts',
          rule.span ?? at,
          `The rule ${rule.name} of ${aggregate.name} says two different things.`,
          'Use one text, or two names: the name becomes one error.',
        );
      }
      texts.set(rule.name, rule.text);
    }
  }
}
