import type { Tree } from '@nx/devkit';
import type { AggregateDeclaration, Diagnostic, ModelDeclaration, Text } from '@planner/model';
import { emptyDeclaration, parsePlan, printModelBlock, readAggregateShorthand, readModelBlock, readModelFile, type BlockReading } from '@planner/plan';
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { normalize } from 'node:path/posix';
import { Failure } from '../../failure';
import { aggregateTexts } from './aggregate-option';
import type { PlanGeneratorSchema } from './schema';

/** What the person gave as the model of the new plan, put together from all the options that speak of it. */
export interface ModelSource {
  readonly declaration: ModelDeclaration;
  /** YAML of the declaration: the words of the file as its author wrote them, comments and all, where nothing is added. */
  readonly text: string;
  /** Of the files and the shorthand; nothing is looked up yet. */
  readonly diagnostics: readonly Diagnostic[];
  /** Nothing of the file could be read: what else seems wrong only follows from that. */
  readonly unreadable: boolean;
  /** The architecture document, from the workspace root. */
  readonly design?: string;
}

/**
 * Reads `--model`, `--design`, `--context` and `--aggregate` into one declaration.
 *
 * @param plan id of the plan to be (`35-001`), which every element carries
 * @throws Failure when a file is missing, or the options contradict each other
 */
export function readModelSource(tree: Tree, options: PlanGeneratorSchema, plan: string): ModelSource {
  const design = options.design === undefined ? undefined : pathInWorkspace(tree, '--design', options.design);
  const base = readBase(tree, options, plan, design);
  const shorthand = aggregateTexts(options.aggregate ?? []).map((text) => readShorthand(text, plan));
  const from = base.declaration ?? emptyDeclaration({ file: '', line: 1, column: 1, plan });
  const said = overrides(options, from);
  const declaration = { ...from, ...said, aggregates: [...from.aggregates, ...shorthand.flatMap(({ aggregate }) => aggregate ?? [])] };
  const verbatim = Object.keys(said).length === 0 && shorthand.length === 0 ? base.text : undefined;
  const diagnostics = [...base.diagnostics, ...shorthand.flatMap((each) => each.diagnostics)];
  const unreadable = base.declaration === undefined && base.diagnostics.some(({ severity }) => severity === 'error');
  return { declaration, text: verbatim ?? printModelBlock(declaration), diagnostics, unreadable, ...(design === undefined ? {} : { design }) };
}

interface Base extends BlockReading {
  /** The block's own words; absent where the file holds more than the block. */
  readonly text?: string;
}

function readBase(tree: Tree, options: PlanGeneratorSchema, plan: string, design: string | undefined): Base {
  if (options.model !== undefined) {
    const { path, text } = readModelText(tree, options.model);
    const readings = readModelFile(text, path, plan);
    return { ...chooseContext(readings, path, options.context), ...(readings.length === 1 && { text }) };
  }
  return design === undefined ? { diagnostics: [] } : readDesign(tree, design, plan);
}

/** A file may hold several contexts; a plan is about one. */
function chooseContext(readings: readonly BlockReading[], path: string, context: string | undefined): BlockReading {
  const [only, ...more] = readings;
  if (only === undefined) return { diagnostics: [] };
  if (more.length === 0) return only;
  const chosen = readings.find(({ declaration }) => declaration?.context?.text === context);
  if (chosen !== undefined && context !== undefined) return chosen;
  const there = readings.map(({ declaration }) => declaration?.context?.text ?? 'one without a name').join(', ');
  throw new Failure(`${path} holds several contexts: ${there}. Nothing was written.\nSay which one with --context.`);
}

/** The first `yaml planner` block of an architecture document; a document without one is only linked. */
function readDesign(tree: Tree, path: string, plan: string): Base {
  const { modelBlock, diagnostics } = parsePlan(tree.read(path) ?? '', path);
  if (modelBlock === undefined) return { diagnostics: [] };
  if (!modelBlock.fence.closed) return { diagnostics: diagnostics.filter(({ severity }) => severity === 'error') };
  return { ...readModelBlock(modelBlock.text, { file: path, ...modelBlock.start, plan }), text: modelBlock.text };
}

function readShorthand(text: string, plan: string): { aggregate?: AggregateDeclaration; diagnostics: readonly Diagnostic[] } {
  return readAggregateShorthand(text, { file: '--aggregate', plan });
}

/** What the command line says about the whole model goes before what a file says, except for the context. */
function overrides({ context, language, database }: PlanGeneratorSchema, from: ModelDeclaration): Partial<ModelDeclaration> {
  const named = from.context?.text;
  const wanted = context === undefined || context === '' ? undefined : context;
  if (wanted !== undefined && named !== undefined && wanted !== named) {
    throw new Failure(`--context=${wanted} contradicts the model, which says context: ${named}. Nothing was written.`);
  }
  return {
    ...(wanted !== undefined && named === undefined && { context: option('--context', wanted) }),
    ...(language !== undefined && { language: option('--language', language) }),
    ...(database !== undefined && { database: option('--database', database) }),
  };
}

function option(name: string, text: string): Text {
  const start = { line: 1, column: 1 };
  return { text, span: { file: name, start, end: { line: 1, column: text.length + 1 } } };
}

/**
 * A model is only read, so that it may lie anywhere; one in the workspace is read as the Tree has it.
 *
 * @throws Failure for a file that is not there
 */
function readModelText(tree: Tree, given: string): { path: string; text: string } {
  const file = resolve(tree.root, given);
  if (!relative(tree.root, file).startsWith('..')) {
    const path = pathInWorkspace(tree, '--model', given);
    return { path, text: tree.read(path, 'utf8') ?? '' };
  }
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Failure(`--model=${given}: there is no such file.`);
  return { path: given, text: readFileSync(file, 'utf8') };
}

/** @throws Failure for a file that is not there or lies outside the workspace */
function pathInWorkspace(tree: Tree, name: string, text: string): string {
  const path = normalize((isAbsolute(text) ? relative(tree.root, text) : text).replaceAll('\\', '/'));
  if (path.startsWith('../')) throw new Failure(`${name}=${text} lies outside the workspace. Copy it into the workspace first.`);
  if (!tree.exists(path) || !tree.isFile(path)) throw new Failure(`${name}=${text}: there is no such file in the workspace.`);
  return path;
}
