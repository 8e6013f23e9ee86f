import type { DeclarationFact } from './declarations';
import type { EnvironmentRead } from './environment';
import type { ImportFact } from './imports';
import type { Place } from './place';
import type { TextFact } from './texts';

export interface CommentFact {
  /** Without the marks that make it a comment, untrimmed. */
  readonly text: string;
  /** With the marks. */
  readonly at: Place;
}

export interface SyntaxErrorFact {
  readonly message: string;
  readonly at: Place;
}

/**
 * What one reading of a file finds: parsed once, walked at most once. All lists are in the order of the source. A reader may find each list
 * when it is first asked for: imports, comments and errors come cheap, whereas `texts`, `declarations` and `uses` take a walk of the tree. A
 * check that can tell by a look at the text that a file holds nothing for it does well not to ask.
 */
export interface SourceFacts {
  readonly imports: readonly ImportFact[];
  readonly declarations: readonly DeclarationFact[];
  readonly texts: readonly TextFact[];
  readonly environment: readonly EnvironmentRead[];
  /** Names that are read as a member of something (`a.b`, `a['b']`, `{ b } = a`), not of the process's environment. */
  readonly uses: ReadonlySet<string>;
  readonly comments: readonly CommentFact[];
  /** Where there are any, the other facts are what could be read all the same. */
  readonly errors: readonly SyntaxErrorFact[];
}
