import type {
  CommentFact,
  DeclarationFact,
  EnvironmentRead,
  ImportFact,
  SourceFacts,
  SourceReader,
  SyntaxErrorFact,
  TextFact,
} from '@planner/target';
import { parseSync, type ParseResult, type ParserOptions } from 'oxc-parser';
import type { Walked } from './collected';
import { declarationsOf } from './declarations';
import { staticImports } from './module-imports';
import { tooDeep } from './nesting';
import { createResolver } from './resolution';
import { walk } from './walk';

/** TypeScript and JavaScript in all their dialects. */
export const typescriptReader: SourceReader = {
  language: 'typescript',
  extensions: ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'],
  read,
  resolver: createResolver,
};

function read(path: string, text: string): SourceFacts {
  // A byte order mark is no token of the language, and the parser counts it in its offsets.
  const deep = tooDeep(text);
  if (deep !== undefined) return unread('it nests too deeply for the parser', deep);
  try {
    return new ParsedFacts(parse(path, text), text);
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error), 0);
  }
}

/** By extension; a file of JavaScript that does not parse may be one with JSX in it. */
function parse(path: string, text: string): ParseResult {
  const name = path.slice(path.lastIndexOf('/') + 1) || 'source.ts';
  const options: ParserOptions = { preserveParens: false, astType: 'ts' };
  return parseSync(name, text, options);
}

/** Walks the tree when something is asked for that is not in the parser's own records. */
class ParsedFacts implements SourceFacts {
  private found: Walked | undefined;
  private declared: readonly DeclarationFact[] | undefined;
  private known: readonly ImportFact[] | undefined;
  private failure: SyntaxErrorFact | undefined;

  constructor(
    private readonly result: ParseResult,
    private readonly text: string,
  ) {}

  get imports(): readonly ImportFact[] {
    this.known ??= this.allImports();
    return this.known;
  }

  get declarations(): readonly DeclarationFact[] {
    this.declared ??= this.attempt(() => declarationsOf(this.result.program)) ?? [];
    return this.declared;
  }

  get texts(): readonly TextFact[] {
    return this.walked.texts;
  }

  get environment(): readonly EnvironmentRead[] {
    return mayReadEnvironment(this.text) ? this.walked.environment : [];
  }

  get uses(): ReadonlySet<string> {
    return this.walked.uses;
  }

  get comments(): readonly CommentFact[] {
    return this.result.comments.map(({ value, start, end }) => ({ text: value, at: { start, end } }));
  }

  get errors(): readonly SyntaxErrorFact[] {
    const found = this.result.errors.filter(isError).map(({ message, labels }) => ({
      message,
      at: { start: labels[0]?.start ?? 0, end: labels[0]?.end ?? 0 },
    }));
    return this.failure === undefined ? found : [...found, this.failure];
  }

  private allImports(): readonly ImportFact[] {
    const found = staticImports(this.result.module);
    if (!OTHER_IMPORTS.test(this.text)) return found;
    return [...found, ...this.walked.imports].sort((one, other) => one.at.start - other.at.start);
  }

  private get walked(): Walked {
    this.found ??= this.attempt(() => walk(this.result.program, this.text)) ?? NOTHING_WALKED;
    return this.found;
  }

  /** Our walk recurses, as the parser does; what is too deep for it is not too deep for the parser. */
  private attempt<T>(find: () => T): T | undefined {
    try {
      return find();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.failure = { message: 'it nests too deeply to be read', at: { start: 0, end: 0 } };
      return undefined;
    }
  }
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'Error';
}

/** Imports that the parser keeps no record of. */
const OTHER_IMPORTS = /\brequire\b|\bimport\s*[(/]|\bimport\.meta\.resolve\b/;
const LOOK_UP = /\benv\b|config(?:Service)?\.get/i;
const SCHEMA = /(?:object|extend|cleanEnv|parseEnv)\s*[(<]/i;

/** Whether a walk may find anything about the environment; most files are spared it. */
function mayReadEnvironment(text: string): boolean {
  return LOOK_UP.test(text) || (/env/i.test(text) && SCHEMA.test(text));
}

const NOTHING_WALKED: Walked = { imports: [], texts: [], environment: [], uses: new Set() };

function unread(message: string, offset: number): SourceFacts {
  const nothing = { imports: [], declarations: [], texts: [], environment: [], uses: new Set<string>(), comments: [] };
  return { ...nothing, errors: [{ message, at: { start: offset, end: offset } }] };
}
