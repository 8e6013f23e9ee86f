import { DATABASES } from '../context-model';
import type { AggregateModel, ContextModel, Database, ValueObjectModel } from '../context-model';
import type { ModelDeclaration, Text } from '../declaration';
import type { Diagnostic } from '../source';
import { didYouMean } from '../suggest';
import { resolveState } from './aggregates';
import { resolveAdapters, resolveForeignEvents, resolveServices } from './calls';
import { reportClashes } from './clashes';
import {
  lifecycleOf,
  resolveEnums,
  resolveIdentities,
  resolveRules,
  resolveSimpleValueObjects,
  resolveValueObjects,
} from './declared-types';
import { resolveEvents } from './events';
import type { AggregateDraft, ResolvedEvents } from './events';
import { resolveFinders } from './finders';
import { foldDeclarations } from './fold';
import { resolveGrpc } from './grpc';
import { checkKebab } from './member-names';
import { resolveOperations } from './operations';
import { resolvePolicies } from './policies';
import { inTextOrder, Problems } from './problems';
import { elementOf, openScope } from './scope';
import type { KnownContext, Scope } from './scope';
import { resolveUseCases } from './use-cases';

export const LANGUAGES = ['typescript', 'python'] as const;

export interface ResolveOptions {
  /** Used where no plan names one; `typescript` if left out. */
  readonly defaultLanguage?: string;
  /** Other contexts of the workspace: references to them are checked against these. */
  readonly knownContexts?: readonly KnownContext[];
}

/**
 * Folds the plans of one context into one model, applies every default and looks up every name.
 *
 * @param declarations oldest plan first
 * @returns the model unless there are errors; all problems at once, in the order of the text
 */
export function resolveContext(
  declarations: readonly ModelDeclaration[],
  options: ResolveOptions = {},
): { readonly model?: ContextModel; readonly diagnostics: readonly Diagnostic[] } {
  const problems = new Problems();
  const folded = foldDeclarations(problems, declarations);
  if (folded === undefined) return { diagnostics: inTextOrder(problems.found) };
  const header = resolveHeader(problems, folded, options);
  const scope = openScope(folded, options.knownContexts ?? [], problems);
  const plans = [...new Set(declarations.map((declaration) => declaration.plan).filter((plan) => plan !== ''))];
  const model = { ...header, plans, ...resolveParts(scope, folded) };
  reportClashes(problems, model, folded.span);
  const diagnostics = inTextOrder(problems.found);
  return problems.hasErrors ? { diagnostics } : { model, diagnostics };
}

function resolveHeader(
  problems: Problems,
  declaration: ModelDeclaration,
  options: ResolveOptions,
): Pick<ContextModel, 'context' | 'language' | 'database'> {
  const { context } = declaration;
  if (context === undefined)
    problems.error(
      'model/context',
      declaration.span,
      'The model names no bounded context.',
      'Write "context: name" in kebab-case.',
    );
  else checkKebab(problems, context, 'The context');
  const language =
    oneOf(problems, declaration.language, LANGUAGES, 'language') ?? options.defaultLanguage ?? 'typescript';
  const database: Database = oneOf(problems, declaration.database, DATABASES, 'database') ?? 'postgresql';
  return { context: context?.text ?? '', language, database };
}

function oneOf<T extends string>(
  problems: Problems,
  text: Text | undefined,
  known: readonly T[],
  what: string,
): T | undefined {
  if (text === undefined) return undefined;
  const found = known.find((each) => each === text.text);
  if (found === undefined) {
    const hint = `${didYouMean(text.text, known)}Write one of ${known.join(', ')}.`;
    problems.error(`model/${what}`, text.span, `"${text.text}" is no ${what} that is known here.`, hint);
  }
  return found;
}

type Parts = Omit<ContextModel, 'context' | 'language' | 'database' | 'plans'>;

function resolveParts(scope: Scope, declaration: ModelDeclaration): Parts {
  resolveEnums(scope, declaration);
  resolveSimpleValueObjects(scope, declaration);
  resolveIdentities(scope, declaration);
  const valueObjects = resolveValueObjects(scope, declaration);
  const drafts = draftAggregates(scope, declaration, new Map(valueObjects.map((each) => [each.name, each])));
  const resolved = resolveEvents(scope, declaration, drafts);
  const aggregates = drafts.map((draft) => completeAggregate(scope, draft, resolved));
  const foreignEvents = resolveForeignEvents(scope, declaration);
  const services = resolveServices(scope, declaration.services);
  const adapters = resolveAdapters(scope, declaration.adapters);
  const useCases = resolveUseCases(scope, declaration.useCases, { aggregates, services, adapters });
  const policies = resolvePolicies(scope, declaration.policies, {
    aggregates,
    events: resolved.events,
    foreignEvents,
    useCases,
  });
  const grpcServices = resolveGrpc(scope, declaration.grpc, aggregates, useCases);
  const enums = [...scope.enums.values()];
  return {
    enums,
    valueObjects,
    aggregates,
    events: resolved.events,
    foreignEvents,
    services,
    adapters,
    useCases,
    policies,
    grpcServices,
  };
}

interface Draft extends AggregateDraft {
  readonly finders: AggregateModel['finders'];
}

function draftAggregates(
  scope: Scope,
  declaration: ModelDeclaration,
  valueObjects: ReadonlyMap<string, ValueObjectModel>,
): Draft[] {
  return declaration.aggregates.map((aggregate) => {
    const state = resolveState(scope, aggregate, valueObjects);
    const persistence =
      oneOf(scope.problems, aggregate.persistence, ['state', 'events'] as const, 'persistence') ?? 'state';
    return {
      state,
      persistence,
      finders: resolveFinders(scope, state, valueObjects),
      operations: resolveOperations(scope, state),
    };
  });
}

function completeAggregate(scope: Scope, draft: Draft, { emissions }: ResolvedEvents): AggregateModel {
  const { declaration, root, unique, entities } = draft.state;
  const lifecycle = lifecycleOf(declaration);
  return {
    ...elementOf(declaration),
    identity: scope.identities.get(root.name) ?? { kind: 'generated' },
    fields: root.fields,
    unique,
    entities,
    ...(lifecycle === undefined ? {} : { lifecycle }),
    operations: draft.operations.map((operation) => ({
      ...operation.model,
      emissions: emissions.get(operation) ?? [],
    })),
    invariants: resolveRules(scope, declaration.invariants),
    finders: draft.finders,
    persistence: draft.persistence,
  };
}
