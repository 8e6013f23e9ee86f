import { resolveContext } from '@planner/model';
import type { ContextModel, Diagnostic, ResolveOptions } from '@planner/model';
import { readModelBlock } from '@planner/plan';

/**
 * The model of one YAML block, for tests that begin with a model.
 * @param plan the id that the elements carry
 * @throws Error that lists the diagnostics when there is an error among them
 */
export function contextModelOf(yaml: string, options: ResolveOptions & { readonly plan?: string } = {}): ContextModel {
  const { model, diagnostics } = resolveYaml(yaml, options);
  if (model === undefined) throw new Error(`The model has errors:\n${diagnostics.map(formatDiagnostic).join('\n')}`);
  return model;
}

/** Reads and resolves one YAML block; all diagnostics of both steps. */
export function resolveYaml(
  yaml: string,
  options: ResolveOptions & { readonly plan?: string } = {},
): { model?: ContextModel; diagnostics: readonly Diagnostic[] } {
  const read = readModelBlock(yaml, { file: 'model.yaml', line: 1, column: 1, plan: options.plan ?? '35-001' });
  if (read.declaration === undefined) return { diagnostics: read.diagnostics };
  const resolved = resolveContext([read.declaration], options);
  const diagnostics = [...read.diagnostics, ...resolved.diagnostics];
  const failed = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return failed || resolved.model === undefined ? { diagnostics } : { model: resolved.model, diagnostics };
}

/** `file:line:column severity rule message (hint)`. */
export function formatDiagnostic({ span, severity, rule, message, hint }: Diagnostic): string {
  return `${span.file}:${span.start.line}:${span.start.column} ${severity} ${rule} ${message} (${hint})`;
}
