import type { ContextModel, Diagnostic } from '@planner/model';
import { inferPlacements, type Plan, type Unplaced } from '@planner/plan';
import { artifactId, PHASES, type LanguageTarget, type Placement, type Placements, type RenderRequest } from '@planner/target';

const EXTRA = 'extra/file';

/** What the placements of a project are settled from. */
export interface PlacementSource {
  /** All plans of the project, oldest first. */
  readonly plans: readonly Plan[];
  readonly model: ContextModel;
  readonly target: LanguageTarget;
  readonly project: RenderRequest['project'];
  readonly issued: RenderRequest['issued'];
  /** Of the last run: what lies somewhere stays there. */
  readonly remembered: Placements;
}

export interface SettledPlacements {
  readonly placements: Placements;
  /** What was listed and cannot be written, and what was listed twice. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Where the artifacts of a project lie that its plans want elsewhere than at their usual place. Every file that a plan lists is
 * written: as the artifact that it is, or, where nothing could import it there or the target has no such file, as a class to write.
 */
export function settlePlacements(source: PlacementSource): SettledPlacements {
  const inferred = source.plans.map((plan) => inferPlacements(plan, source.model));
  const diagnostics = inferred.flatMap((each) => [...each.diagnostics, ...each.unplaced.map(unplaced)]);
  const listed = inferred.flatMap(({ placements }) => Object.entries(placements));
  if (listed.length === 0 && Object.keys(source.remembered).length === 0) return { placements: {}, diagnostics };
  const usual = renderedPaths(source, {});
  const wanted = new Map(Object.entries(source.remembered).filter(([id]) => !id.startsWith(EXTRA)));
  const extras = new Map<string, Placement>();
  const plans = new Map<string, string>();
  const held = new Set([...wanted.values()].map(({ path }) => path));
  for (const [id, { plan, ...placement }] of listed) {
    if (usual.has(placement.path) || held.has(placement.path)) continue;
    held.add(placement.path);
    if (id.startsWith(EXTRA) || wanted.has(id) || !canBeImported(source.model.language, placement.path)) extras.set(extraId(placement), { ...placement, plan });
    else wanted.set(id, placement);
    plans.set(placement.path, plan);
  }
  return { placements: withoutMissing(source, wanted, extras, plans), diagnostics };
}

/** A target has no file of its own for everything: what it did not write is a class to write, or, if no plan lists it, gone. */
function withoutMissing(source: PlacementSource, wanted: ReadonlyMap<string, Placement>, extras: ReadonlyMap<string, Placement>, plans: ReadonlyMap<string, string>): Placements {
  const rendered = renderedPaths(source, Object.fromEntries(wanted));
  const missing = [...wanted].filter(([, { path }]) => !rendered.has(path));
  const kept = [...wanted].filter(([, { path }]) => rendered.has(path));
  const written = missing.filter(([id]) => !Object.hasOwn(source.remembered, id)).map(([, placement]): [string, Placement] => [extraId(placement), { ...placement, plan: plans.get(placement.path) ?? '' }]);
  const all = [...kept, ...extras, ...written].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(all);
}

function renderedPaths({ model, target, project, issued }: PlacementSource, placements: Placements): ReadonlySet<string> {
  const { files } = target.render({ model, project, issued, phases: new Set(PHASES), placements });
  return new Set(files.map(({ path }) => path.slice(project.directory.length + 1)));
}

function extraId({ path }: Placement): string {
  return artifactId(EXTRA, path);
}

const PYTHON_KEYWORDS = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(' '),
);

/** Sources lie below `src`; Python names modules by identifiers. */
function canBeImported(language: string, path: string): boolean {
  if (!path.startsWith('src/')) return false;
  if (language !== 'python') return true;
  const parts = path.replace(/\.py$/, '').split('/');
  return parts.every((part) => /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(part) && !PYTHON_KEYWORDS.has(part));
}

function unplaced({ path, why, span }: Unplaced): Diagnostic {
  return { rule: 'infer/unplaced', severity: 'info', message: `${path} is not written. ${why}`, hint: 'Leave it out of the list, or write it yourself.', span };
}
