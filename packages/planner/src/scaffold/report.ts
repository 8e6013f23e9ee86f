import { logger } from '@nx/devkit';
import type { Decision, KeptBecause } from './reconcile';

const WHY: Readonly<Record<KeptBecause, string>> = {
  edited: 'changed by hand; the plan now asks for something else',
  'not-ours': 'was there before; planner would have written it',
  obsolete: 'changed by hand; the plan asks for it no more',
};

/** Tells what was kept although the plan asks for something else. Nx itself lists what is written. */
export function reportKept(directory: string, decisions: readonly Decision[]): void {
  const kept = decisions.flatMap((decision) => (decision.kind === 'kept' ? [`  ${directory}/${decision.path}: ${WHY[decision.why]}`] : []));
  if (kept.length === 0) return;
  logger.warn([`Kept ${kept.length === 1 ? 'one file' : `${kept.length} files`} as they are:`, ...kept].join('\n'));
}

/** One sentence on what a run did. */
export function summarize(what: string, directory: string, decisions: readonly Decision[]): string {
  const count = (kind: Decision['kind']) => decisions.filter((decision) => decision.kind === kind).length;
  const [written, removed, kept] = [count('write'), count('remove'), count('kept')];
  if (written + removed === 0) return `${directory} is up to date with ${what}${kept === 0 ? '' : `; ${files(kept)} kept`}.`;
  const parts = [`${files(written)} written`, ...(removed === 0 ? [] : [`${removed} removed`]), ...(kept === 0 ? [] : [`${kept} kept`])];
  return `${directory} follows ${what}: ${parts.join(', ')}.`;
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}
