import { dottedName } from './names';
import { constantText } from './texts';
import { bare, field, type Tree } from './tree';

/** One look-up of an environment variable. */
export interface LookUp {
  readonly variable: string;
  /** The name of the variable, in the source. */
  readonly at: Tree;
  /** What is given where it is not set. */
  readonly fallback?: Tree;
}

/** A mapping that is handed around is called `environment`. */
const ENVIRONMENT = /^(?:\w+\.)?(?:environb?|environment)$/;
const READERS = /^(?:(?:\w+\.)?(?:environb?|environment)\.(?:get|pop|setdefault)|(?:\w+\.)?getenvb?)$/;
/** django-environ and environs (`env("X")`, `env.str("X", "d")`), python-decouple and Starlette (`config("X", default="d")`). */
const LIBRARIES = /^(?:env|config)(?:\.\w+)?$/;
const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

/** Tells the environment of the process from anything else, under the names that a file gives it. */
export class LookUps {
  private readonly aliases = new Set<string>();

  constructor(private readonly text: string) {}

  alias(name: string): void {
    this.aliases.add(name);
  }

  /** Whether an expression is the environment itself. */
  isEnvironment(tree: Tree): boolean {
    const inner = bare(tree);
    if (inner.type !== 'identifier' && inner.type !== 'attribute') return false;
    const name = dottedName(inner, this.text);
    return name !== undefined && (ENVIRONMENT.test(name) || this.aliases.has(name));
  }

  /** The variable that an expression reads, if it does just that. */
  of(tree: Tree): LookUp | undefined {
    const inner = bare(tree);
    if (inner.type === 'subscript') {
      const [value, key] = [field(inner, 'value'), field(inner, 'subscript')];
      const variable = constantText(key, this.text);
      return value && key && variable !== undefined && this.isEnvironment(value) ? { variable, at: key } : undefined;
    }
    return inner.type === 'call' ? this.called(inner) : undefined;
  }

  private called(call: Tree): LookUp | undefined {
    const callee = field(call, 'function');
    const given = field(call, 'arguments')?.children.filter(({ type }) => type !== 'comment') ?? [];
    const [first, second] = given;
    const variable = constantText(first, this.text);
    if (callee === undefined || first === undefined || variable === undefined) return undefined;
    const name = callee.type === 'call' ? undefined : dottedName(callee, this.text);
    if (name === undefined || !(this.isReader(name) || (LIBRARIES.test(name) && VARIABLE.test(variable))))
      return undefined;
    const keyword = given.find((each) => each.type === 'keyword_argument' && this.named(each) === 'default');
    const fallback = second?.type === 'keyword_argument' ? undefined : second;
    const found = keyword === undefined ? fallback : field(keyword, 'value');
    return { variable, at: first, ...(found === undefined ? {} : { fallback: found }) };
  }

  private isReader(name: string): boolean {
    if (READERS.test(name)) return true;
    const dot = name.lastIndexOf('.');
    return dot !== -1 && this.aliases.has(name.slice(0, dot)) && /^(?:get|pop|setdefault)$/.test(name.slice(dot + 1));
  }

  private named(keyword: Tree): string {
    const name = field(keyword, 'name');
    return name === undefined ? '' : this.text.slice(name.start, name.end);
  }
}
