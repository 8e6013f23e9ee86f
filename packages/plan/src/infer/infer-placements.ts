import { type AggregateModel, type ContextModel, type Diagnostic, plural } from '@planner/model';
import type { Plan } from '../plan';
import { adapterBaseOf, memberOf } from './adapters';
import { nameOf as serviceNameOf } from './grpc';
import { withRoles, type Listed } from './listed';
import { listedPaths, type Unplaced } from './listed-paths';
import { keyOf, pascalName, startsWith } from './names';
import { aggregatesIn } from './prose';

/** Where a plan wants an artifact, by artifact id (`domain/entity/Order.Fill`), and the class that the file's name says. */
export type InferredPlacements = Readonly<
  Record<string, { readonly path: string; readonly className: string; readonly plan: string }>
>;

export interface PlacementInference {
  readonly placements: InferredPlacements;
  /** Listed, but no file comes of it. */
  readonly unplaced: readonly Unplaced[];
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: PlacementInference = { placements: {}, unplaced: [], diagnostics: [] };

/**
 * The artifacts of a model that the plan's lists of files place, and the listed files that are none (`extra/file/<path>`). The
 * lists of a plan whose tasks carry ids are derived from its model and place nothing.
 *
 * @param model of the plan's context, resolved
 */
export function inferPlacements(plan: Plan, model: ContextModel): PlacementInference {
  if (plan.tasks.some(({ id }) => id !== undefined)) return NOTHING;
  const listing = listedPaths(plan);
  const names = [...aggregatesIn(plan).map(({ text }) => text), ...model.aggregates.map(({ name }) => name)];
  const files = withRoles(listing.files, names);
  const placed = new Map<string, Listed>();
  const rest: Listed[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of byStrength(files)) {
    const ids = artifactsOf(file, model, files);
    const id = ids.find((each) => !placed.has(each));
    if (id === undefined) rest.push(file);
    else placed.set(id, file);
    const [wanted] = ids;
    const other = wanted === undefined || id !== undefined ? undefined : placed.get(wanted);
    if (other) diagnostics.push(secondFile(file, other));
  }
  const extras = rest.map((file): [string, Listed] => [`extra/file/${file.path}`, file]);
  const entries = [...placed, ...extras].map(
    ([id, { path, className }]) => [id, { path, className, plan: plan.id }] as const,
  );
  return { placements: Object.fromEntries(entries), unplaced: listing.unplaced, diagnostics };
}

/** A folder of aggregates says more about a root than one of entities does. */
function byStrength(files: readonly Listed[]): Listed[] {
  const weak = (file: Listed) => (file.role.kind === 'entity' ? 1 : 0);
  return [...files].sort((a, b) => weak(a) - weak(b));
}

/** Ids of what a file may be, the first one first. */
function artifactsOf(file: Listed, model: ContextModel, files: readonly Listed[]): string[] {
  const { kind, name } = file.role;
  const aggregate = find(model.aggregates, name);
  switch (kind) {
    case 'aggregate':
      return idOf('domain/aggregate', aggregate);
    case 'entity':
      return [...entityIds(file, model), ...idOf('domain/aggregate', aggregate)];
    case 'valueObject':
      return idOf('domain/value-object', exact(model.valueObjects, name, 'Value'));
    case 'enum':
      return idOf(
        'domain/enum',
        exact(
          model.enums.filter(({ origin }) => origin === 'declared'),
          name,
          'Kind',
        ),
      );
    case 'event':
      return idOf('domain/event', exact(model.events, name, 'Event'));
    case 'events':
      return idOf('domain/events', aggregate ?? onlyOne(model.aggregates, name));
    case 'service':
      return idOf('domain/service', exact(model.services, name, 'Policy'));
    case 'repository':
      return idOf('repository/interface', aggregate);
    case 'repositoryImplementation':
      return idOf('repository/implementation', aggregate);
    case 'useCase':
      return idOf('application/use-case', useCaseOf(file, model));
    case 'dto':
      return [
        ...idOf('application/command', useCaseOf(file, model)),
        ...(aggregate ? idOf('application/dto', aggregate) : []),
      ];
    case 'command':
      return idOf('application/command', useCaseOf(file, model));
    case 'port':
      return idOf('application/port', adapterOf(name, model));
    case 'adapter':
      return adapterIds(file, model);
    case 'container':
      return isFirst(file, files) ? ['infrastructure/container'] : [];
    case 'config':
      return isFirst(file, files) ? ['infrastructure/config'] : [];
    case 'servicer':
      return idOf('presentation/service', serviceOf(file, model, files));
    case 'mapper':
      return idOf('presentation/mapper', aggregate ?? onlyOne(model.aggregates, ''));
    case 'element':
    case 'extra':
      return [];
  }
}

interface Named {
  readonly name: string;
}

function idOf(kind: string, element: Named | undefined): string[] {
  return element === undefined ? [] : [`${kind}/${element.name}`];
}

/** By name, in the singular or the plural. */
function find<T extends Named>(elements: readonly T[], name: string): T | undefined {
  if (name === '') return undefined;
  return (
    elements.find((each) => keyOf(each.name) === keyOf(name)) ??
    elements.find((each) => each.name === `${pascalName(name)}Aggregate`)
  );
}

/** By name, or by the name that it got because another element bears its own. */
function exact<T extends Named>(elements: readonly T[], name: string, suffix: string): T | undefined {
  const wanted = pascalName(name).toLowerCase();
  const named = (lower: string) => elements.find((each) => each.name.toLowerCase() === lower);
  return named(wanted) ?? named(wanted + suffix.toLowerCase());
}

/** A file that names no aggregate is about the only one there is. */
function onlyOne(aggregates: readonly AggregateModel[], name: string): AggregateModel | undefined {
  const [only, ...more] = aggregates;
  return more.length === 0 && name === '' ? only : undefined;
}

function entityIds(file: Listed, model: ContextModel): string[] {
  const { name, owner } = file.role;
  const mine = model.aggregates.filter((each) => owner === undefined || keyOf(each.name) === keyOf(owner));
  return [...mine, ...model.aggregates]
    .flatMap((aggregate) => {
      const wanted = pascalName(name);
      const found = aggregate.entities.find((each) =>
        [wanted, `${wanted}Entity`, aggregate.name + wanted].some(
          (wish) => wish.toLowerCase() === each.name.toLowerCase(),
        ),
      );
      return found === undefined ? [] : [`domain/entity/${aggregate.name}.${found.name}`];
    })
    .slice(0, 1);
}

function useCaseOf(file: Listed, model: ContextModel): Named | undefined {
  const { name, owner } = file.role;
  const wanted = pascalName(name).toLowerCase();
  const byName =
    model.useCases.find((each) => each.name.toLowerCase() === wanted) ??
    model.useCases.find((each) => each.name.toLowerCase() === `${wanted}usecase`);
  if (byName !== undefined) return byName;
  const lists = model.useCases.find(
    (each) => each.action.kind === 'finder' && wanted === `list${each.aggregate.toLowerCase()}`,
  );
  if (lists !== undefined) return lists;
  const aggregate = owner === undefined ? undefined : find(model.aggregates, owner);
  if (aggregate === undefined) return undefined;
  const full = [wanted + aggregate.name.toLowerCase(), wanted + plural(aggregate.name).toLowerCase()];
  return model.useCases.find((each) => each.aggregate === aggregate.name && full.includes(each.name.toLowerCase()));
}

function adapterOf(base: string, { adapters }: ContextModel): Named | undefined {
  return (
    adapters.find((each) => keyOf(adapterBaseOf(each.name)) === keyOf(base)) ??
    adapters.find((each) => keyOf(each.name) === keyOf(base))
  );
}

function adapterIds({ role }: Listed, model: ContextModel): string[] {
  const own = adapterOf(role.name, model);
  if (own !== undefined) return idOf('infrastructure/adapter', own);
  return model.adapters.flatMap(({ name, select }) => {
    const members = model.enums.find((each) => each.name === select)?.members ?? [];
    const member = memberOf(role.name, adapterBaseOf(name));
    return members.some((each) => each.name === member) ? [`infrastructure/adapter/${name}.${member}`] : [];
  });
}

/** Of several files of one kind in a project, the one that is about the database or the service as a whole. */
function isFirst(file: Listed, files: readonly Listed[]): boolean {
  const same = files.filter(({ role }) => role.kind === file.role.kind);
  const chosen =
    same.find(({ stem }) => /database|(?:^|_)db(?:_|$)|postgres|sqlite|mysql|settings|container/.test(stem)) ?? same[0];
  return chosen === file;
}

function serviceOf(file: Listed, { grpcServices }: ContextModel, files: readonly Listed[]): Named | undefined {
  const wanted = serviceNameOf(file);
  const named = grpcServices.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (named !== undefined) return named;
  const tolerant = grpcServices.find(({ name }) => keyOf(name.replace(/Service$/, '')) === keyOf(file.role.name));
  if (tolerant !== undefined) return tolerant;
  const [only, ...more] = grpcServices;
  const alone = files.filter(({ role }) => role.kind === 'servicer').length === 1;
  return alone && more.length === 0 && only !== undefined && startsWith(only.name, file.role.name) ? only : undefined;
}

function secondFile(file: Listed, first: Listed): Diagnostic {
  return {
    rule: 'infer/second-file',
    severity: 'warning',
    message: `${file.path} is listed for what ${first.path} already holds.`,
    hint: 'It is written as a class of its own, to be filled or deleted.',
    span: file.span,
  };
}
