import type { SourceFacts } from './facts';
import type { ModuleResolver, SourceTree } from './resolution';

/** How one language's source is read. Loaded when there is a file of it, never for rendering. */
export interface SourceReader {
  /** As a plan names it: `typescript`. */
  readonly language: string;
  /** Of the files that it reads, with the dot, in lower case: `.ts`, `.mjs`. */
  readonly extensions: readonly string[];
  /** Never throws: what cannot be parsed is in `errors`. The path only tells the dialect. */
  read(path: string, text: string): SourceFacts;
  resolver(tree: SourceTree): ModuleResolver;
}
