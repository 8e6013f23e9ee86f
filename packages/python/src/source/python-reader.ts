import type { SourceFacts, SourceReader, SyntaxErrorFact } from '@planner/target';
import { readFile } from 'node:fs/promises';
import { Language, Parser } from 'web-tree-sitter';
import { declarationsOf } from './declarations';
import { createResolver } from './resolution';
import { copyTree, type CopiedTree } from './tree';
import { walk } from './walk';

/** Python 3, read with the grammar of tree-sitter. The parser is WebAssembly: it is loaded once, and works on any machine. */
export async function createPythonReader(): Promise<SourceReader> {
  await Parser.init();
  const language = await Language.load(await readFile(require.resolve('tree-sitter-python/tree-sitter-python.wasm')));
  const parser = new Parser();
  parser.setLanguage(language);
  return {
    language: 'python',
    extensions: ['.py', '.pyi'],
    read: (_path, text) => read(text, parser, language),
    resolver: createResolver,
  };
}

function read(text: string, parser: Parser, language: Language): SourceFacts {
  try {
    return factsOf(parse(text, parser, language), text);
  } catch (error) {
    // The walk recurses where the parser does not; anything else that the parser throws is about memory.
    const message = error instanceof RangeError ? 'it nests too deeply to be read' : String(error);
    return { ...NOTHING, errors: [{ message, at: { start: 0, end: 0 } }] };
  }
}

function parse(text: string, parser: Parser, language: Language): CopiedTree {
  const parsed = parser.parse(text);
  if (parsed === null) throw new Error('it cannot be parsed');
  try {
    return copyTree(parsed, text, language);
  } finally {
    // Trees lie in the parser's own memory, which nothing collects.
    parsed.delete();
  }
}

function factsOf({ root, errors }: CopiedTree, text: string): SourceFacts {
  const walked = walk(root, text);
  let uses: ReadonlySet<string> | undefined;
  return {
    imports: walked.imports,
    texts: walked.texts,
    environment: walked.environment,
    comments: walked.comments,
    get declarations() {
      return declarationsOf(root, text);
    },
    get uses() {
      uses ??= usesOf(text);
      return uses;
    },
    errors: errors.map(describe),
  };
}

function describe({ start, end, missing }: CopiedTree['errors'][number]): SyntaxErrorFact {
  return { message: missing ? 'something is missing here' : 'this is no Python', at: { start, end } };
}

/** Attributes; the few that stand in texts and comments do no harm. */
function usesOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/\.[ \t]{0,9}([A-Za-z_]\w*)/g), ([, name]) => name ?? ''));
}

const NOTHING = { imports: [], declarations: [], texts: [], environment: [], uses: new Set<string>(), comments: [] };
