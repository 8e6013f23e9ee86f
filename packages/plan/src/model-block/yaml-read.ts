import type { Diagnostic, SourceSpan } from '@planner/model';
import { Composer, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { CST, Document, Node, Pair, Scalar } from 'yaml';
import { splitInFlow } from './yaml-flow';
import { alignScalar, Places } from './yaml-tree';
import type { TextOrigin, YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-tree';

/** Deeper than any model; below it, the library's recursion is safe. */
const MAX_DEPTH = 32;
/** Nodes that aliases may stand for, together; a YAML bomb needs billions. */
const MAX_ALIASED = 10_000;
const MAX_SYNTAX_ERRORS = 20;

export interface YamlDocument {
  /** Absent when the document is empty or not readable. */
  readonly root?: YamlNode;
  readonly span: SourceSpan;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads YAML 1.2 with every scalar as text. Never throws: whatever is wrong is a diagnostic with its place.
 * @param text with any line ends; `\r\n` and a lone `\r` count as one line end each
 */
export function readYaml(text: string, origin: TextOrigin): YamlDocument[] {
  const source = text.replace(/^\uFEFF/, ' ').replace(/\r\n?/g, '\n');
  const places = new Places(source, origin);
  const tokens = [...new Parser().parse(source)];
  const deep = tooDeep(tokens);
  if (deep !== undefined)
    return [{ span: places.span(0, source.length), diagnostics: [tooDeepAt(places.span(deep, deep + 1))] }];
  const documents: YamlDocument[] = [];
  for (const document of new Composer({ schema: 'failsafe', uniqueKeys: false }).compose(tokens)) {
    documents.push(readDocument(document, source, places));
  }
  return documents;
}

function readDocument(document: Document.Parsed, source: string, places: Places): YamlDocument {
  const [from, , to] = document.range;
  const span = places.span(from, Math.max(from, to));
  const problems = [...document.errors, ...document.warnings].filter(
    (problem, index) => index === 0 || !FOLLOW_UPS.has(problem.code),
  );
  if (problems.length > 0) {
    const diagnostics = problems.slice(0, MAX_SYNTAX_ERRORS).map((problem): Diagnostic => {
      const tag = problem.code === 'TAG_RESOLVE_FAILED';
      return {
        rule: tag ? 'yaml/tag' : 'yaml/syntax',
        severity: 'error',
        message: tag ? 'A tag has no meaning in a model: every value is text.' : problem.message,
        hint: tag ? 'Remove the tag.' : (SYNTAX_HINTS.get(problem.code) ?? SYNTAX_HINT),
        span: places.span(problem.pos[0], problem.pos[1]),
      };
    });
    return { span, diagnostics };
  }
  const conversion = new Conversion(source, places);
  if (document.contents === null) return { span, diagnostics: [] };
  const root = conversion.node(document.contents);
  const empty = root.kind === 'scalar' && root.text === '';
  return { ...(empty ? {} : { root }), span, diagnostics: conversion.diagnostics };
}

/** What the library reports when it has lost its way after another error. */
const FOLLOW_UPS: ReadonlySet<string> = new Set(['UNEXPECTED_TOKEN', 'MISSING_CHAR', 'BAD_INDENT', 'BLOCK_IN_FLOW']);
const SYNTAX_HINT = 'Mend the YAML; inside braces and brackets, quote a value that holds any of , : # { } [ ].';
const SYNTAX_HINTS: ReadonlyMap<string, string> = new Map([
  ['TAB_AS_INDENT', 'Indent with spaces.'],
  [
    'BAD_INDENT',
    'Line up the entries of one map; inside braces and brackets, quote a value that holds any of , : # { } [ ].',
  ],
  ['BLOCK_AS_IMPLICIT_KEY', 'Quote a value that has ": " in it, or start the nested map on a new line.'],
  ['BAD_SCALAR_START', 'Quote a value that starts with a special character.'],
]);

/** From the library's nodes to ours: duplicate keys, aliases and merge keys are settled here. */
class Conversion {
  readonly diagnostics: Diagnostic[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();
  private aliased = 0;
  private insideAlias = 0;
  private outermost: SourceSpan;
  private exhausted = false;

  constructor(
    private readonly source: string,
    private readonly places: Places,
  ) {
    this.outermost = places.span(0, 0);
  }

  node(node: Node): YamlNode {
    if (this.insideAlias > 0) this.aliased++;
    if (isAlias(node)) return this.alias(node);
    if ('anchor' in node && typeof node.anchor === 'string') this.anchors.set(node.anchor, node);
    this.open.add(node);
    const converted = this.content(node);
    this.open.delete(node);
    return converted;
  }

  private content(node: Node): YamlNode {
    const span = this.spanOf(node);
    if (isMap(node))
      return node.flow === true
        ? this.flowMap(node.items, span)
        : this.map(
            node.items.map((pair) => this.entry(pair)),
            span,
          );
    if (isSeq(node)) {
      const items = node.items as Node[];
      return {
        kind: 'list',
        items: node.flow === true ? this.flowList(items) : items.map((item) => this.node(item)),
        span,
      };
    }
    return isScalar(node) ? this.scalar(node) : this.missing(span);
  }

  private alias(node: Node & { source: string }): YamlNode {
    const span = this.insideAlias === 0 ? this.spanOf(node) : this.outermost;
    const target = this.anchors.get(node.source);
    if (target === undefined) return this.unresolved(span, `The alias *${node.source} stands for nothing.`);
    if (this.open.has(target)) return this.unresolved(span, `The alias *${node.source} contains itself.`);
    if (this.aliased > MAX_ALIASED) {
      if (this.exhausted) return this.missing(span, true);
      this.exhausted = true;
      return this.unresolved(span, `The aliases stand for more than ${MAX_ALIASED} values.`);
    }
    this.outermost = span;
    this.insideAlias++;
    const converted = this.node(target);
    this.insideAlias--;
    return converted;
  }

  private unresolved(span: SourceSpan, message: string): YamlScalar {
    this.report('yaml/alias', span, message, 'Write the value out.');
    return this.missing(span, true);
  }

  private scalar(node: Scalar): YamlScalar {
    const [from, to] = node.range ?? [0, 0];
    return this.written(String(node.value), from, to);
  }

  private written(text: string, from: number, to: number): YamlScalar {
    let offsets: number[] | undefined;
    const offset = (index: number): number => {
      offsets ??= alignScalar(this.source.slice(from, to), text);
      return from + (offsets[Math.min(index, text.length)] ?? 0);
    };
    return {
      kind: 'scalar',
      text,
      span: this.places.span(from, to),
      reported: false,
      part: (a, b) => this.places.span(offset(a), Math.max(offset(a), offset(b))),
    };
  }

  private missing(span: SourceSpan, reported = false): YamlScalar {
    return { kind: 'scalar', text: '', span, part: () => span, reported };
  }

  private entry(pair: Pair): YamlEntry {
    const key = this.key(pair.key as Node);
    const value =
      pair.value === null ? this.missing({ ...key.span, start: key.span.end }) : this.node(pair.value as Node);
    return { key, value, span: { ...key.span, end: value.span.end } };
  }

  private key(node: Node | null): YamlScalar {
    const key = node === null ? undefined : this.node(node);
    if (key?.kind === 'scalar') return key;
    const span = key?.span ?? this.places.span(0, 0);
    this.report('yaml/key', span, 'A key is a single word.', 'Write the name as plain text in front of the colon.');
    return this.missing(span, true);
  }

  private flowMap(pairs: readonly Pair[], span: SourceSpan): YamlMap {
    const pieces = splitInFlow(
      this.source,
      pairs.map((pair) => ({ key: pair.key as Node, value: pair.value as Node | null })),
    );
    const entries = pieces.map((piece) => {
      if (piece.torn === undefined) return this.entry(pairs[piece.index] as Pair);
      const key = this.key(pairs[piece.index]?.key as Node);
      const value = this.torn(piece.torn);
      return { key, value, span: { ...key.span, end: value.span.end } };
    });
    return this.map(entries, span);
  }

  private flowList(items: readonly Node[]): YamlNode[] {
    const pieces = splitInFlow(
      this.source,
      items.map((item) => ({ key: null, value: item })),
    );
    return pieces.map((piece) =>
      piece.torn === undefined ? this.node(items[piece.index] as Node) : this.torn(piece.torn),
    );
  }

  /** A value that YAML split at a comma: said once, and read as it was meant. */
  private torn({ from, to }: { from: number; to: number }): YamlScalar {
    const value = this.written(this.source.slice(from, to), from, to);
    this.report(
      'yaml/comma-in-braces',
      value.span,
      `YAML splits "${value.text}" at the comma, because it stands in braces or brackets.`,
      `Leave the comma out (a space does the same) or quote the value.`,
    );
    return value;
  }

  private map(entries: readonly YamlEntry[], span: SourceSpan): YamlMap {
    const seen = new Map<string, YamlScalar>();
    const kept: YamlEntry[] = [];
    for (const entry of entries) {
      const first = seen.get(entry.key.text);
      if (entry.key.text === '<<') {
        this.report('yaml/merge-key', entry.key.span, 'Merge keys are not part of YAML 1.2.', 'Write the entries out.');
      } else if (first !== undefined) {
        const hint = `Remove one of them; the first stands in line ${first.span.start.line}.`;
        this.report(
          'yaml/duplicate-key',
          entry.key.span,
          `The key "${entry.key.text}" appears twice in one map.`,
          hint,
        );
      } else if (!entry.key.reported) {
        seen.set(entry.key.text, entry.key);
        kept.push(entry);
      }
    }
    return { kind: 'map', entries: kept, span };
  }

  private spanOf(node: Node): SourceSpan {
    const [from, to] = node.range ?? [0, 0];
    return this.places.span(from, to);
  }

  private report(rule: string, span: SourceSpan, message: string, hint: string): void {
    this.diagnostics.push({ rule, severity: 'error', message, hint, span });
  }
}

/** Offset of the first token nested deeper than `MAX_DEPTH`; walks without recursion. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document' && token.value !== undefined) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const item of token.items) {
      if (item.key !== undefined && item.key !== null) open.push({ token: item.key, depth: depth + 1 });
      if (item.value !== undefined) open.push({ token: item.value, depth: depth + 1 });
    }
  }
  return undefined;
}

function tooDeepAt(span: SourceSpan): Diagnostic {
  return {
    rule: 'yaml/too-deep',
    severity: 'error',
    message: `The nesting is deeper than ${MAX_DEPTH} levels.`,
    hint: 'A model needs eight at most; check for brackets that are never closed.',
    span,
  };
}
