import type { CheckOptions } from '../check-options';

export interface LintExecutorSchema extends CheckOptions {
  language?: string;
  database?: string;
}
