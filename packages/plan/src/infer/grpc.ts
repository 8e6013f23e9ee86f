import {
  plural,
  upperFirst,
  type GrpcServiceDeclaration,
  type SourceSpan,
  type UseCaseDeclaration,
} from '@planner/model';
import type { AggregateDraft } from './aggregate-draft';
import { text, type Origin } from './declare';
import type { Listed } from './listed';
import { keyOf, pascalName } from './names';

/**
 * The services that listed servicers are. `taken`: names of types, which a service cannot have as well. One exposes every use case, several share them by the names of the aggregates; nothing
 * is declared where that is what the model has by itself.
 */
export function inferGrpc(
  files: readonly Listed[],
  aggregates: readonly AggregateDraft[],
  { useCases, taken }: { readonly useCases: readonly UseCaseDeclaration[]; readonly taken: ReadonlySet<string> },
  at: (span: SourceSpan) => Origin,
): GrpcServiceDeclaration[] | undefined {
  const servicers = firsts(files.filter(({ role }) => role.kind === 'servicer'));
  const [only, ...more] = servicers;
  if (only === undefined || aggregates.length === 0) return undefined;
  const casesOf = (each: AggregateDraft) => exposedBy(each, useCases);
  if (more.length === 0) {
    const [first] = aggregates;
    if (aggregates.length === 1 && first && keyOf(first.name) === keyOf(only.role.name)) return undefined;
    return [service(freeName(only, taken), aggregates.flatMap(casesOf), at(only.span))];
  }
  const matched = new Map(
    aggregates.map((each) => [each.name, servicers.find(({ role }) => keyOf(role.name) === keyOf(each.name))]),
  );
  if (![...matched.values()].some(Boolean))
    return [service(freeName(only, taken), aggregates.flatMap(casesOf), at(only.span))];
  return undefined;
}

function exposedBy(each: AggregateDraft, useCases: readonly UseCaseDeclaration[]): string[] {
  const custom = useCases.filter(({ aggregate }) => aggregate?.text === each.name).map(({ name }) => name.text);
  const operations = ['create', ...each.operationNames].map((name) => upperFirst(name) + each.name);
  return [...operations, `Get${each.name}`, `List${plural(each.name)}`, ...custom];
}

function service(name: string, useCases: readonly string[], at: Origin): GrpcServiceDeclaration {
  return { name: text(name, at), span: at.span, plan: at.plan, useCases: useCases.map((each) => text(each, at)) };
}

/** A type of the plan may be called like the servicer. */
function freeName(servicer: Listed, taken: ReadonlySet<string>): string {
  const name = nameOf(servicer);
  return taken.has(name) ? name.replace(/Service$/, 'GrpcService') : name;
}

/** `OrderService` of `order_servicer`. */
export function nameOf({ role }: Listed): string {
  return `${pascalName(role.name).replace(/Service$/, '')}Service`;
}

function firsts(files: readonly Listed[]): Listed[] {
  const found = new Map<string, Listed>();
  for (const file of files) if (!found.has(keyOf(file.role.name))) found.set(keyOf(file.role.name), file);
  return [...found.values()];
}
