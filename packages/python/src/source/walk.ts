import type { CommentFact, EnvironmentRead, ImportFact, Place, TextContext, TextFact } from '@planner/target';
import { isPassingMethod, passesOn } from './calls';
import { basesOf } from './declarations';
import { fromImportFacts, importFacts, loadedModule } from './imports';
import { LookUps, type LookUp } from './look-ups';
import { dottedName, sourceOf } from './names';
import { isSettings, settingsFields } from './settings';
import { constantText, operatorOf, takeApart } from './texts';
import { field, only, type Tree } from './tree';

export interface Walked {
  readonly imports: readonly ImportFact[];
  readonly texts: readonly TextFact[];
  readonly environment: readonly EnvironmentRead[];
  readonly comments: readonly CommentFact[];
}

/** Walks a module once. Texts are found with the place where they stand, which is handed down from above. */
export function walk(module: Tree, text: string): Walked {
  const walker = new Walker(text);
  walker.block(module);
  return walker;
}

const OTHER: TextContext = { kind: 'other' };
const COMPARISON: TextContext = { kind: 'comparison' };

class Walker implements Walked {
  readonly imports: ImportFact[] = [];
  readonly texts: TextFact[] = [];
  readonly environment: EnvironmentRead[] = [];
  readonly comments: CommentFact[] = [];
  private readonly lookUps: LookUps;
  private typeChecking = false;
  private depth = 0;

  constructor(private readonly source: string) {
    this.lookUps = new LookUps(source);
  }

  /** A module, or the body of a class or function: a text at its start documents it. */
  block(tree: Tree): void {
    const first = tree.children.find(({ type }) => type !== 'comment');
    for (const child of tree.children) {
      const held = child === first && child.type === 'expression_statement' ? only(child) : undefined;
      this.visit(child, held?.type === 'string' ? { kind: 'documentation' } : OTHER);
    }
  }

  private visit(tree: Tree, context: TextContext): void {
    switch (tree.type) {
      case 'comment':
        this.comments.push({ text: this.source.slice(tree.start + 1, tree.end), at: placeOf(tree) });
        return;
      case 'import_statement':
        this.imports.push(...importFacts(tree, this.source, this.standing));
        return;
      case 'import_from_statement':
        this.imports.push(...fromImportFacts(tree, this.source, this.standing));
        return;
      case 'if_statement':
        this.condition(tree);
        return;
      case 'class_definition':
        this.classDefinition(tree);
        return;
      case 'function_definition':
        this.callable(tree, this.contextOf(field(tree, 'name')));
        return;
      case 'lambda':
        this.callable(tree, context);
        return;
      case 'return_statement':
        this.children(tree, this.returned);
        return;
      case 'string':
      case 'concatenated_string':
        this.text(tree, context);
        return;
      case 'binary_operator':
        if (!this.text(tree, context)) this.children(tree, OTHER);
        return;
      case 'assignment':
      case 'augmented_assignment':
        this.assignment(tree);
        return;
      case 'named_expression':
        this.named(tree, (name) => ({ kind: 'assignment', name }));
        return;
      case 'default_parameter':
      case 'typed_default_parameter':
        this.named(tree, (name) => ({ kind: 'parameterDefault', name }));
        return;
      case 'call':
        this.call(tree, context);
        return;
      case 'subscript':
        this.subscript(tree);
        return;
      case 'boolean_operator':
        this.choice(tree, context);
        return;
      case 'conditional_expression':
        tree.children.forEach((child, index) => this.visit(child, index === 1 ? OTHER : context));
        return;
      case 'comparison_operator':
      case 'case_pattern':
        this.comparison(tree);
        return;
      case 'dictionary':
        this.dictionary(tree, context);
        return;
      case 'type':
      case 'type_alias_statement':
        return;
      case 'expression_statement':
      case 'parenthesized_expression':
      case 'await':
      case 'list':
      case 'tuple':
      case 'set':
      case 'expression_list':
      case 'list_splat':
        this.children(tree, context);
        return;
      default:
        this.children(tree, OTHER);
    }
  }

  private children(tree: Tree, context: TextContext): void {
    for (const child of tree.children) this.visit(child, context);
  }

  private get standing(): { typeChecking: boolean; topLevel: boolean } {
    return { typeChecking: this.typeChecking, topLevel: this.depth === 0 };
  }

  /** Takes a string expression in; false where it is none. */
  private text(tree: Tree, context: TextContext): boolean {
    const taken = takeApart(tree, this.source, this.lookUps);
    if (taken === undefined) return false;
    this.texts.push({ parts: taken.parts, context, at: placeOf(tree) });
    for (const hole of taken.holes) this.visit(hole, OTHER);
    return true;
  }

  private condition(tree: Tree): void {
    const condition = field(tree, 'condition');
    const outer = this.typeChecking;
    const asks = condition !== undefined && /(?:^|\.)TYPE_CHECKING$/.test(dottedName(condition, this.source) ?? '');
    for (const child of tree.children) {
      this.typeChecking = outer || (asks && child.field === 'consequence');
      this.visit(child, OTHER);
    }
    this.typeChecking = outer;
  }

  private classDefinition(tree: Tree): void {
    const superclasses = field(tree, 'superclasses');
    if (superclasses !== undefined) this.children(superclasses, OTHER);
    this.depth += 1;
    const body = field(tree, 'body');
    if (body !== undefined) {
      if (isSettings(basesOf(tree, this.source))) this.settings(tree, body);
      else this.block(body);
    }
    this.depth -= 1;
  }

  /** Defaults of a settings class are defaults of variables; anything else in it is as in other classes. */
  private settings(definition: Tree, body: Tree): void {
    const defaults = new Map<Tree, string>();
    for (const { variable, member, optional, fallback, at } of settingsFields(definition, this.source)) {
      const text = constantText(fallback, this.source);
      this.environment.push({
        variable,
        kind: 'declared',
        member,
        optional,
        ...(text === undefined ? {} : { fallback: text }),
        at: placeOf(at),
      });
      if (fallback !== undefined) defaults.set(fallback, variable);
    }
    this.defaults = defaults;
    this.block(body);
    this.defaults = NO_DEFAULTS;
  }

  /** Expressions that are defaults of variables, with the variable. */
  private defaults: ReadonlyMap<Tree, string> = NO_DEFAULTS;

  private value(tree: Tree, context: TextContext): void {
    const variable = this.defaults.get(tree);
    this.visit(tree, variable === undefined ? context : { kind: 'environmentDefault', variable });
  }

  /** Where the texts stand that the function around returns. */
  private returned = OTHER;

  private callable(tree: Tree, returned: TextContext): void {
    const outer = this.returned;
    this.returned = returned;
    this.depth += 1;
    for (const child of tree.children) {
      if (child.field === 'body' && child.type === 'block') this.block(child);
      else if (child.field === 'body') this.visit(child, returned);
      else if (child.field !== 'return_type') this.visit(child, OTHER);
    }
    this.depth -= 1;
    this.returned = outer;
  }

  private assignment(tree: Tree): void {
    const [left, right] = [field(tree, 'left'), field(tree, 'right')];
    if (left !== undefined && this.lookUps.of(left) === undefined && left.type !== 'identifier')
      this.visit(left, OTHER);
    if (right === undefined) return;
    const name = left === undefined ? undefined : this.assignedName(left);
    if (name !== undefined && left?.type === 'identifier' && this.lookUps.isEnvironment(right))
      this.lookUps.alias(name);
    const context: TextContext = name === undefined ? OTHER : { kind: 'assignment', name };
    if (left !== undefined && UNPACKING.has(left.type) && SEQUENCES.has(right.type)) {
      right.children.forEach((each, index) => this.visit(each, this.contextOf(left.children[index])));
    } else this.value(right, context);
  }

  private contextOf(left: Tree | undefined): TextContext {
    const name = left === undefined ? undefined : this.assignedName(left);
    return name === undefined ? OTHER : { kind: 'assignment', name };
  }

  /** `x`, `self.x`, `a["x"]`. */
  private assignedName(left: Tree): string | undefined {
    if (left.type === 'identifier') return sourceOf(left, this.source);
    if (left.type === 'subscript') return constantText(field(left, 'subscript'), this.source);
    return left.type === 'attribute' ? dottedName(left, this.source)?.split('.').at(-1) : undefined;
  }

  private named(tree: Tree, contextOf: (name: string) => TextContext): void {
    const [name, value] = [field(tree, 'name'), field(tree, 'value')];
    if (value !== undefined) this.visit(value, contextOf(name === undefined ? '' : sourceOf(name, this.source)));
  }

  private call(tree: Tree, context: TextContext): void {
    const asked = this.lookUps.of(tree);
    if (asked !== undefined) {
      this.read(asked, asked.fallback);
      return;
    }
    if (this.text(tree, context)) return;
    const callee = dottedName(tree, this.source) ?? '';
    const args = (field(tree, 'arguments')?.children ?? []).filter(({ type }) => type !== 'comment');
    const loaded = loadedModule(callee, args, this.source);
    if (loaded !== undefined) {
      this.imports.push(loaded);
      return;
    }
    const called = field(tree, 'function');
    if (called !== undefined) this.called(called, context);
    let index = 0;
    for (const argument of field(tree, 'arguments')?.children ?? []) {
      if (argument.type === 'keyword_argument') this.keyword(argument, callee);
      else if (argument.type === 'comment') this.visit(argument, OTHER);
      else {
        this.value(argument, index === 0 && passesOn(callee) ? context : { kind: 'argument', callee, index });
        index += 1;
      }
    }
  }

  /** What is called; a method may give back what it is called on. */
  private called(tree: Tree, context: TextContext): void {
    const [object, attribute] = [field(tree, 'object'), field(tree, 'attribute')];
    if (object !== undefined && attribute !== undefined && isPassingMethod(sourceOf(attribute, this.source)))
      this.visit(object, context);
    else this.visit(tree, OTHER);
  }

  private keyword(argument: Tree, callee: string): void {
    const [name, value] = [field(argument, 'name'), field(argument, 'value')];
    if (name !== undefined && value !== undefined)
      this.value(value, { kind: 'keyword', callee, name: sourceOf(name, this.source) });
  }

  private subscript(tree: Tree): void {
    const asked = this.lookUps.of(tree);
    if (asked !== undefined) {
      this.read(asked);
      return;
    }
    // The texts of a `Literal` are types.
    if (/(?:^|\.)Literal$/.test(dottedName(tree, this.source) ?? '')) return;
    // A constant key is a name, not a text.
    for (const child of tree.children)
      if (child.field !== 'subscript' || constantText(child, this.source) === undefined) this.visit(child, OTHER);
  }

  /** `a or b`: what stands behind a look-up counts where the variable is not set. */
  private choice(tree: Tree, context: TextContext): void {
    const [left, right] = [field(tree, 'left'), field(tree, 'right')];
    if (left === undefined || right === undefined) {
      this.children(tree, OTHER);
      return;
    }
    const isOr = /\bor\b/.test(operatorOf(tree, this.source));
    const asked = isOr ? this.lookUps.of(left) : undefined;
    if (asked === undefined) this.visit(left, isOr ? context : OTHER);
    else if (asked.fallback === undefined) this.push(asked, true, constantText(right, this.source));
    else this.read(asked, asked.fallback);
    this.visit(right, asked === undefined ? context : { kind: 'environmentDefault', variable: asked.variable });
  }

  private comparison(tree: Tree): void {
    const [first, second] = tree.children;
    const variable = constantText(first, this.source);
    if (first !== undefined && second !== undefined && variable !== undefined && this.lookUps.isEnvironment(second))
      this.push({ variable, at: first }, true);
    this.children(tree, COMPARISON);
  }

  private dictionary(tree: Tree, context: TextContext): void {
    const object = namesAround(context);
    for (const child of tree.children) {
      const [key, value] = [field(child, 'key'), field(child, 'value')];
      if (child.type !== 'pair' || value === undefined) {
        this.visit(child, OTHER);
        continue;
      }
      const name = constantText(key, this.source);
      if (key !== undefined && name === undefined) this.visit(key, OTHER);
      this.visit(value, name === undefined ? OTHER : { kind: 'property', name, object });
    }
  }

  private read(asked: LookUp, fallback?: Tree): void {
    this.push(asked, fallback !== undefined, constantText(fallback, this.source));
    if (fallback !== undefined) this.visit(fallback, { kind: 'environmentDefault', variable: asked.variable });
  }

  private push({ variable, at }: LookUp, optional: boolean, fallback?: string): void {
    this.environment.push({
      variable,
      kind: 'read',
      optional,
      ...(fallback === undefined ? {} : { fallback }),
      at: placeOf(at),
    });
  }
}

/** `a, b = …` with or without brackets, and what stands on the right of it. */
const UNPACKING = new Set(['pattern_list', 'tuple_pattern', 'list_pattern']);
const SEQUENCES = new Set(['expression_list', 'tuple', 'list']);

const NO_DEFAULTS: ReadonlyMap<Tree, string> = new Map();

/** The names around a dictionary that stands in a context. */
function namesAround(context: TextContext): readonly string[] {
  switch (context.kind) {
    case 'assignment':
    case 'parameterDefault':
      return [context.name];
    case 'property':
      return [...context.object, context.name];
    case 'keyword':
      return [context.callee, context.name];
    case 'argument':
      return context.callee === '' ? [] : [context.callee];
    default:
      return [];
  }
}

function placeOf({ start, end }: Tree): Place {
  return { start, end };
}
