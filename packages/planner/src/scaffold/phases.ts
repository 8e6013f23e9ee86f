import { PHASES, type Phase } from '@planner/target';
import { Failure } from '../failure';

/** The layers of a service as the command line names them, in the order of the phases. */
export const LAYERS = ['domain', 'repository', 'application', 'infrastructure', 'grpc', 'tests'] as const;
export type Layer = (typeof LAYERS)[number];

/** The phase that a layer is: `domain` is 1, `tests` is 6. */
export function phaseOf(layer: Layer): Phase {
  return PHASES[LAYERS.indexOf(layer)] as Phase;
}

/** `2 (repository)`. */
export function describePhase(phase: Phase): string {
  return `${phase} (${LAYERS[phase - 1] ?? ''})`;
}

/**
 * Reads `--phases`: numbers, ranges and layers, separated by commas (`1-3`, `domain,grpc`, `2,4-5`).
 *
 * @param text undefined or empty: all six
 * @returns the phases in order, each once
 * @throws Failure that names the part that is none of these
 */
export function parsePhases(text: string | undefined): Phase[] {
  if (text === undefined || text.trim() === '') return [...PHASES];
  const wanted = new Set(text.split(',').flatMap((part) => parsePart(part.trim().toLowerCase())));
  return PHASES.filter((phase) => wanted.has(phase));
}

function parsePart(part: string): Phase[] {
  const layer = LAYERS.find((name) => name === part);
  if (layer !== undefined) return [phaseOf(layer)];
  const [, first, last] = /^([1-6])(?:\s*-\s*([1-6]))?$/.exec(part) ?? [];
  const from = Number(first);
  const to = Number(last ?? first);
  if (first === undefined || to < from) throw new Failure(unknownPhase(part));
  return PHASES.filter((phase) => phase >= from && phase <= to);
}

function unknownPhase(part: string): string {
  return `--phases: "${part}" is no phase.\nPhases are 1 to 6, a range such as 1-3, or layers: ${LAYERS.join(', ')}.`;
}

/**
 * The phases that a project has after this run. A phase stands on all the earlier ones.
 *
 * @throws Failure that names the earlier phases that neither the project has nor this run brings
 */
export function phasesAfter(present: readonly Phase[], wanted: readonly Phase[], plan: string): ReadonlySet<Phase> {
  const after = new Set<Phase>([...present, ...wanted]);
  const last = Math.max(...after);
  const missing = PHASES.filter((phase) => phase < last && !after.has(phase));
  if (missing.length === 0) return after;
  const needed = `${missing[0] ?? ''}-${last}`;
  throw new Failure(
    [
      `Phase ${wanted.map(describePhase).join(', ')} needs phase ${missing.map(describePhase).join(', ')}, which this project does not have yet. Nothing was written.`,
      `Run the missing phases first, or all at once: nx g planner:scaffold-from-plan ${plan} --phases=${needed}`,
    ].join('\n'),
  );
}
