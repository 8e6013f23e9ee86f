import type { Layer, LayerFolders } from '@planner/conformance';

/** The same as in `@planner/conformance`, which is not loaded to infer a target. */
const LAYERS: readonly Layer[] = ['domain', 'application', 'infrastructure', 'presentation'];

/** What a project that planner did not scaffold says of itself, in `project.json` or `package.json`. */
export interface PlannerConfig {
  readonly language?: string;
  readonly layers: LayerFolders;
}

/** Where a scaffold puts the layers, in every language. */
export const SCAFFOLDED_LAYERS: LayerFolders = {
  domain: ['src/domain'],
  application: ['src/application'],
  infrastructure: ['src/infrastructure'],
  presentation: ['src/presentation'],
};

/**
 * Finds the configuration in a project's `project.json` or `package.json`: `"planner": { "config": { … } }`, which may also be written as
 * `"planner.config": { … }` or `"planner": { … }`.
 *
 * @returns undefined where there is none
 */
export function plannerConfigOf(manifest: unknown): unknown {
  if (!isRecord(manifest)) return undefined;
  const flat = manifest['planner.config'];
  if (flat !== undefined) return flat;
  const planner = manifest['planner'];
  return isRecord(planner) && planner['config'] !== undefined ? planner['config'] : planner;
}

/**
 * Reads `{ language, layers: { domain: "src/core" | ["src/core", …], … } }`.
 *
 * @returns the configuration as far as it can be read, and what is wrong with it, one sentence each
 */
export function readPlannerConfig(config: unknown): {
  readonly config: PlannerConfig;
  readonly problems: readonly string[];
} {
  const none = { domain: [], application: [], infrastructure: [], presentation: [] };
  if (!isRecord(config))
    return {
      config: { layers: none },
      problems: ['"planner" is no object. Write "planner": { "config": { "layers": { "domain": "src/core" } } }.'],
    };
  const problems = unknownKeys(config, ['language', 'layers'], 'planner.config');
  const { language, layers } = config;
  if (language !== undefined && typeof language !== 'string') problems.push('"language" of planner.config is no text.');
  if (!isRecord(layers)) problems.push('planner.config names no layers. Write "layers": { "domain": "src/core" }.');
  const named = isRecord(layers) ? layers : {};
  problems.push(...unknownKeys(named, LAYERS, 'planner.config.layers'));
  const folders = Object.fromEntries(
    LAYERS.map((layer) => [layer, foldersOf(named[layer], layer, problems)]),
  ) as unknown as Record<Layer, string[]>;
  return { config: { layers: folders, ...(typeof language === 'string' ? { language } : {}) }, problems };
}

function foldersOf(value: unknown, layer: Layer, problems: string[]): string[] {
  if (value === undefined) return [];
  const folders: unknown[] = Array.isArray(value) ? value : [value];
  return folders.flatMap((folder) => {
    const plain =
      typeof folder === 'string' ? folder.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '') : '';
    if (plain !== '' && !plain.startsWith('/') && !plain.split('/').includes('..')) return [plain];
    problems.push(
      `The folder ${JSON.stringify(folder)} of the layer ${layer} is no path from the project's directory.`,
    );
    return [];
  });
}

function unknownKeys(record: Record<string, unknown>, known: readonly string[], where: string): string[] {
  const unknown = Object.keys(record).filter((key) => !known.includes(key));
  return unknown.map((key) => `${where} has no "${key}"; it may have ${known.join(', ')}.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
