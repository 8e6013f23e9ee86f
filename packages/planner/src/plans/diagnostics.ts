import { logger } from '@nx/devkit';
import type { Diagnostic } from '@planner/model';
import { formatDiagnostic } from '@planner/plan';
import { Failure } from '../failure';

/**
 * Prints what is wrong, one `file:line:column` each, so that an editor can jump there.
 *
 * @throws Failure if one of them is an error: a plan with errors is never acted upon
 */
export function report(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const diagnostic of diagnostics) {
    const text = formatDiagnostic(diagnostic);
    if (diagnostic.severity === 'error') logger.error(text);
    else if (diagnostic.severity === 'warning') logger.warn(text);
    else logger.info(text);
  }
  if (errors.length > 0) throw new Failure(`${errors.length === 1 ? '1 error' : `${errors.length} errors`}. Nothing was written.`);
}
