import { inferModel, saysAnything } from '../infer/infer-model';
import { readModelBlock } from '../model-block';
import type { Plan } from '../plan';
import { checkStructure, createdDate } from './checks';
import { sortedByPosition } from './findings';
import type { PlanSource } from './source-lines';
import { readStructure } from './structure';

/**
 * Reads a plan: its text in sections, tasks and files with exact places, its model block, and every problem at once. The one
 * parser for all uses; takes time in proportion to the length of the text and never throws.
 *
 * @param source the plan as text or as the bytes of its file
 * @param file its path, as findings shall name it
 */
export function parsePlan(source: PlanSource, file: string): Plan {
  const { modelBlocks, ...structure } = readStructure(source, file);
  const [modelBlock] = modelBlocks;
  const reading = modelBlock?.fence.closed
    ? readModelBlock(modelBlock.text, { file, ...modelBlock.start, plan: structure.id })
    : undefined;
  const checks = checkStructure({ ...structure, modelBlocks });
  const inferred = modelBlock === undefined && saysAnything(structure) ? inferModel(structure) : undefined;
  const { declaration, diagnostics = [] } = reading ?? inferred ?? {};
  return {
    ...structure,
    ...(modelBlock && { modelBlock }),
    ...(declaration && { declaration }),
    diagnostics: sortedByPosition([...structure.diagnostics, ...checks, ...diagnostics]),
  };
}

/** The header of a plan stands at its beginning; this much of it is looked at, in bytes or code units. */
const HEADER_LENGTH = 20_000;

/**
 * The date of a plan's `**Created**` line as `YYYY-MM-DD`, for numbering; undefined if it cannot be read.
 */
export function readCreated(source: PlanSource): string | undefined {
  return createdDate(readStructure(source.slice(0, HEADER_LENGTH), '').header.get('created'));
}
