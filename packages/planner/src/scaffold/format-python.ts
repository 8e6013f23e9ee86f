import type * as Ruff from '@astral-sh/ruff-wasm-nodejs';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parse } from 'smol-toml';
import { Failure, messageOf } from '../failure';

/** How generated Python looks where neither the workspace nor the project has a configuration of ruff. */
const HOUSE_STYLE = { 'line-length': 100, 'target-version': 'py312' } as const;

/**
 * A formatter of Python modules: ruff itself, in process, with the configuration that ruff would find for the file
 * (https://docs.astral.sh/ruff/configuration/#config-file-discovery): the nearest `ruff.toml`, `.ruff.toml` or
 * `pyproject.toml` with a `tool.ruff`, up to the root of the workspace.
 *
 * @param root absolute path of the workspace
 * @returns takes the absolute path of a module and its text; throws Failure for a configuration that ruff refuses
 */
export function pythonFormatter(root: string): (file: string, text: string) => string {
  const workspaces = new Map<string, Ruff.Workspace>();
  return (file, text) => {
    const configuration = nearestConfiguration(root, dirname(file));
    const key = configuration?.path ?? '';
    const workspace = workspaces.get(key) ?? openWorkspace(configuration);
    workspaces.set(key, workspace);
    return workspace.format(text);
  };
}

interface Configuration {
  readonly path: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

function openWorkspace(configuration: Configuration | undefined): Ruff.Workspace {
  const ruff = createRequire(__filename)('@astral-sh/ruff-wasm-nodejs') as typeof Ruff;
  // What is not about the look of code (rules, files) may name what this build of ruff does not know.
  const { 'line-length': width, 'indent-width': indent, format } = configuration?.settings ?? {};
  const own = Object.fromEntries(
    Object.entries({ 'line-length': width, 'indent-width': indent, format }).filter(([, value]) => value !== undefined),
  );
  try {
    return new ruff.Workspace({ ...HOUSE_STYLE, ...own }, ruff.PositionEncoding.Utf16);
  } catch (error) {
    throw new Failure(
      `${configuration?.path ?? 'ruff'}: ruff refuses this configuration (${messageOf(error)}). Nothing was written.`,
    );
  }
}

function nearestConfiguration(root: string, folder: string): Configuration | undefined {
  for (const name of ['.ruff.toml', 'ruff.toml', 'pyproject.toml']) {
    const path = join(folder, name);
    const settings = existsSync(path) ? settingsIn(path, relative(root, path)) : undefined;
    if (settings !== undefined) return { path: relative(root, path), settings };
  }
  const above = dirname(folder);
  return folder === root || above === folder ? undefined : nearestConfiguration(root, above);
}

function settingsIn(path: string, shown: string): Readonly<Record<string, unknown>> | undefined {
  const content = parseToml(readFileSync(path, 'utf8'), shown);
  if (!path.endsWith('pyproject.toml')) return content;
  const { tool } = content;
  const ruff = isTable(tool) ? tool['ruff'] : undefined;
  return isTable(ruff) ? ruff : undefined;
}

function parseToml(text: string, shown: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch (error) {
    throw new Failure(`${shown} is not TOML (${messageOf(error)}). Nothing was written.`);
  }
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
