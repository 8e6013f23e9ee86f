import type { Exported } from '@planner/target';
import { moduleOf } from './module-of';
import { sectionOf } from './sections';

/** Local names by imported name; the same unless an alias was asked for. */
type Names = Map<string, string>;

/**
 * Collects what a generated module needs from others while its view model is computed, and prints the import lines as
 * ruff's isort wants them (`combine-as-imports`, `src`, `tests` and `kernel` first-party). Every method answers the local
 * name, so that it can stand in the middle of an expression. What the module itself declares is not imported.
 */
export class ImportSet {
  readonly #modules = new Map<string, string>();
  readonly #names = new Map<string, Names>();
  readonly #typeOnly = new Map<string, Names>();

  /** `file`: the importing module, from the project's directory (`src/domain/aggregates/order/order.py`). */
  constructor(readonly file: string) {}

  /** Something of the project, absolute from `src` or `tests`. */
  value(exported: Exported): string {
    return exported.file === this.file ? exported.name : this.from(moduleOf(exported.file), exported.name);
  }

  /**
   * Something of the project that only annotations name, imported under `TYPE_CHECKING`: for modules that would otherwise
   * import each other in a circle. The module gets `from __future__ import annotations`.
   */
  typeOnly(exported: Exported): string {
    if (exported.file === this.file) return exported.name;
    add(this.#typeOnly, moduleOf(exported.file), exported.name, exported.name);
    return exported.name;
  }

  /** `kernel('constraints', 'Constraints')`. */
  kernel(module: string, name: string): string {
    return this.from(`kernel.${module}`, name);
  }

  /** `from module import name as local`. */
  from(module: string, name: string, local = name): string {
    add(this.#names, module, name, local);
    return local;
  }

  /** `import module as local`: `module('datetime', 'dt')`. */
  module(module: string, local = module): string {
    this.#modules.set(module, local);
    return local;
  }

  /** A module of the project as a whole: `from src.domain.aggregates.order import order_rules as rules`. */
  projectModule(file: string, local: string): string {
    const parts = moduleOf(file).split('.');
    const name = parts.pop() ?? '';
    return this.from(parts.join('.'), name, local);
  }

  /**
   * The lines, a line end behind each, blank lines between the sections. Empty for none.
   *
   * @param uses whether the module says a local name; what it does not say is left out
   */
  print(uses: (local: string) => boolean = () => true): string {
    const typeOnly = [...this.#typeOnly]
      .flatMap(([module, names]) => this.onlyInTypes(module, names))
      .flatMap((clause) => usedOf(clause, uses));
    if (typeOnly.length > 0) this.from('typing', 'TYPE_CHECKING');
    const future = typeOnly.length > 0 ? ['from __future__ import annotations\n'] : [];
    const said = (local: string) => uses(local) || (local === 'TYPE_CHECKING' && typeOnly.length > 0);
    const sections = [0, 1, 2].map((section) => this.section(section, said)).filter((text) => text !== '');
    const guarded =
      typeOnly.length > 0 ? [`if TYPE_CHECKING:\n${typeOnly.sort(byModule).map(fromLine).map(indented).join('')}`] : [];
    return [...future, ...sections, ...guarded].join('\n');
  }

  private section(section: number, uses: (local: string) => boolean): string {
    const isHere = ([module]: readonly [string, unknown]) => sectionOf(module) === section;
    const whole = [...this.#modules]
      .filter((clause) => isHere(clause) && uses(clause[1].split('.')[0] ?? ''))
      .sort(byModule);
    const named = [...this.#names]
      .filter(isHere)
      .flatMap((clause) => usedOf(clause, uses))
      .sort(byModule);
    return [
      ...whole.map(([module, local]) => (module === local ? `import ${module}\n` : `import ${module} as ${local}\n`)),
      ...named.map(fromLine),
    ].join('');
  }

  private onlyInTypes(module: string, names: Names): [string, Names][] {
    const values = this.#names.get(module);
    const left = new Map([...names].filter(([name]) => values?.has(name) !== true));
    return left.size === 0 ? [] : [[module, left]];
  }
}

function usedOf([module, names]: [string, Names], uses: (local: string) => boolean): [string, Names][] {
  const used = new Map([...names].filter(([, local]) => uses(local)));
  return used.size === 0 ? [] : [[module, used]];
}

function add(modules: Map<string, Names>, module: string, name: string, local: string): void {
  const names = modules.get(module) ?? new Map<string, string>();
  modules.set(module, names.set(name, local));
}

function fromLine([module, names]: [string, Names]): string {
  const clauses = [...names]
    .sort(([a], [b]) => byKind(a, b))
    .map(([name, local]) => (name === local ? name : `${name} as ${local}`));
  const line = `from ${module} import ${clauses.join(', ')}\n`;
  // The formatter breaks a line that is too long only where parentheses allow it.
  return line.length <= 101
    ? line
    : `from ${module} import (\n${clauses.map((clause) => `    ${clause},\n`).join('')})\n`;
}

function indented(line: string): string {
  return line.replace(/^(?=.)/gm, '    ');
}

function byModule([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return order(a.toLowerCase(), b.toLowerCase());
}

/** isort's `order-by-type`: constants, classes, everything else. */
function byKind(a: string, b: string): number {
  return kindOf(a) - kindOf(b) || order(natural(a), natural(b)) || order(a, b);
}

/** Whatever the case, and with numbers by their size. */
function natural(name: string): string {
  return name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(20, '0'));
}

function kindOf(name: string): number {
  if (/^_*[A-Z][A-Z0-9_]+$/.test(name)) return 0;
  return /^_*[A-Z]/.test(name) ? 1 : 2;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
