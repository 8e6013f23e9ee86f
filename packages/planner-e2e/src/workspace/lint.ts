/** One thing that ESLint has against a file. */
export interface LintMessage {
  readonly ruleId: string | null;
  /** 2 is an error. */
  readonly severity: number;
}

/** What a run of ESLint with `--format=json` says of each file, by its absolute path. */
export function lintMessages(output: string): Map<string, readonly LintMessage[]> {
  const results = JSON.parse(output.slice(output.search(/^\[/m))) as { filePath: string; messages: LintMessage[] }[];
  return new Map(results.map(({ filePath, messages }) => [filePath, messages]));
}
