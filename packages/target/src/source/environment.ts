import type { Place } from './place';

/** What the file has to do with one environment variable. */
export interface EnvironmentRead {
  readonly variable: string;
  /**
   * `read`: the process's environment is asked for it, in whatever way. `declared`: a schema (a zod object whose keys are variables, a
   * settings class) names it and reads it.
   */
  readonly kind: 'read' | 'declared';
  /** Of a declared variable: the name by which the code asks the schema for it. */
  readonly member?: string;
  /** The constant text that counts where the variable is not set. */
  readonly fallback?: string;
  /** Whether the code goes on without it: a fallback of any kind, `optional`. */
  readonly optional: boolean;
  /** Of the variable's name. */
  readonly at: Place;
}
