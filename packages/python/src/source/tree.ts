import type { Language, TreeCursor, Tree as ParsedTree } from 'web-tree-sitter';

/** A node of the syntax tree, out of the parser's memory. Only named nodes, as the grammar of tree-sitter-python names them. */
export interface Tree {
  readonly type: string;
  /** Under which name its parent holds it; empty for a child without one. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Tree[];
}

export interface CopiedTree {
  readonly root: Tree;
  readonly errors: readonly { readonly start: number; readonly end: number; readonly missing: boolean }[];
}

/** What a statement must hold to be worth a visit: a text, a comment, an import, a declaration, the environment, an attribute of `self`. */
const OF_INTEREST = /['"#]|\b(?:import|class|def|environ|environment|getenv|type)\b|\bself\.\w+ {0,9}(?::|=(?!=))/g;
/** Nodes whose parts are copied even if nothing of interest is in them: what a module or a class declares. */
const DECLARING = new Set([
  'module',
  'class_definition',
  'decorated_definition',
  'block',
  'expression_statement',
  'assignment',
]);
/** Nodes that come with their parts once they are reached: names in them matter. */
const WHOLE = new Set([
  'import_statement',
  'import_from_statement',
  'aliased_import',
  'argument_list',
  'keyword_argument',
  'interpolation',
  'pair',
  'tuple',
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
]);
/** The prefix of a string that may have holes. */
const FORMATTED = /^[a-z]?[ft]/i;
const MAX_ERRORS = 20;

/**
 * Copies what is of interest out of a parsed tree, in one pass. Each step into the parser's memory costs about as much as parsing some
 * characters, so that whole statements with nothing in them are left out.
 */
export function copyTree(parsed: ParsedTree, text: string, language: Language): CopiedTree {
  const cursor = parsed.walk();
  try {
    return new Copier(cursor, text, language, parsed.rootNode.hasError).copy();
  } finally {
    cursor.delete();
  }
}

interface OpenTree extends Tree {
  readonly children: OpenTree[];
  readonly declaring: boolean;
}

class Copier {
  private readonly places: readonly number[];
  private next = 0;
  private readonly errors: { start: number; end: number; missing: boolean }[] = [];

  constructor(
    private readonly cursor: TreeCursor,
    private readonly text: string,
    private readonly language: Language,
    private readonly broken: boolean,
  ) {
    this.places = Array.from(text.matchAll(OF_INTEREST), ({ index }) => index);
  }

  copy(): CopiedTree {
    const root = this.open(true);
    if (root.type === 'ERROR') this.error(false);
    const above: OpenTree[] = [];
    let parent = root;
    let descends = this.cursor.gotoFirstChild();
    while (descends) {
      const tree = this.visit(parent);
      if (tree !== undefined && this.enters(tree) && this.cursor.gotoFirstChild()) {
        above.push(parent);
        parent = tree;
        continue;
      }
      while (!this.cursor.gotoNextSibling()) {
        const outer = above.pop();
        if (outer === undefined) return { root, errors: this.errors };
        this.cursor.gotoParent();
        parent = outer;
      }
      descends = true;
    }
    return { root, errors: this.errors };
  }

  /** Adds the node at the cursor to its parent; undefined for one that has no name. */
  private visit(parent: OpenTree): OpenTree | undefined {
    if (this.broken && this.cursor.nodeIsMissing) this.error(true);
    if (!this.cursor.nodeIsNamed) return undefined;
    const tree = this.open(parent.declaring);
    if (tree.type === 'ERROR') this.error(false);
    parent.children.push(tree);
    return tree;
  }

  private open(inDeclaration: boolean): OpenTree {
    const { cursor, language } = this;
    const type = cursor.nodeType;
    const fieldId = cursor.currentFieldId;
    return {
      type,
      field: fieldId === 0 ? '' : (language.fields[fieldId] ?? ''),
      start: cursor.startIndex,
      end: cursor.endIndex,
      children: [],
      declaring: inDeclaration && DECLARING.has(type),
    };
  }

  private enters({ type, start, end, declaring }: OpenTree): boolean {
    if (type === 'identifier' || type === 'comment') return false;
    // Of a text only the holes are of interest.
    if (type === 'string' && !FORMATTED.test(this.text.slice(start, start + 3))) return false;
    if (declaring || this.broken || WHOLE.has(type)) return true;
    while (this.next < this.places.length && (this.places[this.next] ?? 0) < start) this.next += 1;
    return (this.places[this.next] ?? end) < end;
  }

  private error(missing: boolean): void {
    if (this.errors.length < MAX_ERRORS)
      this.errors.push({ start: this.cursor.startIndex, end: this.cursor.endIndex, missing });
  }
}

export function field(tree: Tree, name: string): Tree | undefined {
  return tree.children.find((child) => child.field === name);
}

export function fields(tree: Tree, name: string): readonly Tree[] {
  return tree.children.filter((child) => child.field === name);
}

/** The child that has no field, comments aside: what parentheses, `await` and statements hold. */
export function only(tree: Tree): Tree | undefined {
  return tree.children.find(({ type }) => type !== 'comment');
}

/** Looks through parentheses and `await`. */
export function bare(tree: Tree): Tree {
  let inner = tree;
  while (inner.type === 'parenthesized_expression' || inner.type === 'await') {
    const held = only(inner);
    if (held === undefined) return inner;
    inner = held;
  }
  return inner;
}
