import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import { PLANNER_JSON } from '../scaffold/planner-json';
import { plannerConfigOf } from './planner-config';
import type { PlannerPluginOptions } from './plugin-options';
import { VERIFY_TARGET, verifyTarget, type VerifiedPlace } from './targets';

/** Files in which a project may say that it wants to be verified. */
export const MANIFESTS = ['project.json', 'package.json'] as const;

/**
 * The target that a project gets: one that was scaffolded, or that has a `planner.config`.
 *
 * @param directory from the workspace root
 * @returns nothing for a project that planner has nothing to do with
 */
export async function inferProject(
  workspaceRoot: string,
  directory: string,
  options: PlannerPluginOptions,
): Promise<Record<string, TargetConfiguration>> {
  const place = placeOf(workspaceRoot, directory);
  if (place === undefined) return {};
  // Loads the checks; with a warm cache this does not happen.
  const { wantedNames } = await import('@planner/conformance');
  return {
    [options.verifyTargetName ?? VERIFY_TARGET]: verifyTarget(options, workspaceRoot, {
      ...place,
      reads: wantedNames(),
    }),
  };
}

function placeOf(workspaceRoot: string, directory: string): Omit<VerifiedPlace, 'reads'> | undefined {
  const folder = join(workspaceRoot, directory);
  const state = readJson(join(folder, PLANNER_JSON)) as
    { options?: { name?: string }; plans?: { file?: string }[] } | undefined;
  if (state !== undefined) {
    const plans = Array.isArray(state.plans) ? state.plans.flatMap(({ file }) => file ?? []) : [];
    return { name: state.options?.name ?? basename(folder), directory, plans };
  }
  // A damaged file is for the target to report; the project graph must not fail on it.
  if (existsSync(join(folder, PLANNER_JSON)) || configOf(folder) !== undefined)
    return { name: basename(folder), directory, plans: [] };
  return undefined;
}

/** What `project.json`, else `package.json`, says under `planner.config`. */
export function configOf(folder: string): unknown {
  return MANIFESTS.map((name) => plannerConfigOf(readJson(join(folder, name), '"planner'))).find(
    (config) => config !== undefined,
  );
}

/** Undefined where there is no such file, it is no JSON object, or it does not hold a text that must be in it. */
function readJson(file: string, mustHold = ''): object | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  if (!text.includes(mustHold)) return undefined;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}
