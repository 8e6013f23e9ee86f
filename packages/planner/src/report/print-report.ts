import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printJson, printSarif, printStylish, type Report } from '@planner/conformance';
import type { CheckOptions } from '../executors/check-options';
import { textAt } from './texts';

type Format = NonNullable<CheckOptions['format']>;

/**
 * Prints a report: to the terminal, or into a file and the stylish one to the terminal.
 *
 * @param outputFile from the workspace root, in which it lies
 */
export async function printReport(
  report: Report,
  root: string,
  format: Format,
  outputFile: string | undefined,
): Promise<void> {
  if (outputFile === undefined) return write(formatted(report, root, format, wantsColors()));
  mkdirSync(dirname(join(root, outputFile)), { recursive: true });
  writeFileSync(join(root, outputFile), formatted(report, root, format, false));
  await write(formatted(report, root, 'stylish', wantsColors()));
}

function formatted(report: Report, root: string, format: Format, colors: boolean): string {
  if (format === 'json') return printJson(report);
  if (format === 'sarif') return printSarif(report);
  return printStylish(report, { colors, textOf: (file) => textAt(root, file) });
}

/** NO_COLOR (no-color.org) and FORCE_COLOR come first; else a terminal has colours and a file has none. */
export function wantsColors(environment: NodeJS.ProcessEnv = process.env, isTerminal = process.stdout.isTTY): boolean {
  const { NO_COLOR, FORCE_COLOR } = environment;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal;
}

/** Waits until the text is out: a pipe takes a long one in pieces, and the process ends right after. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });
}
