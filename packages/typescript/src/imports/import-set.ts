import type { Exported } from '@planner/target';
import { dirname, relative } from 'node:path/posix';

interface Imported {
  /** Local names by imported name; the same unless an alias was asked for. */
  readonly values: Map<string, string>;
  readonly types: Map<string, string>;
  namespace?: { readonly local: string; readonly typeOnly: boolean };
  default?: string;
}

/**
 * Collects what a generated file needs from others while its view model is computed, and prints the import lines.
 * Every method answers the local name, so that it can stand in the middle of an expression. What the file itself declares
 * is not imported; a name wanted both as a type and as a value is imported as a value.
 */
export class ImportSet {
  readonly #modules = new Map<string, Imported>();

  /**
   * `file`: the importing file, from the project's directory (`src/domain/aggregates/order/order.ts`).
   * `kernel`: the kernel's package name.
   */
  constructor(
    readonly file: string,
    private readonly kernelPackage: string,
  ) {}

  /** A value (class, function, constant) of the project. */
  value(exported: Exported): string {
    return exported.file === this.file ? exported.name : this.package(this.specifier(exported.file), exported.name);
  }

  /** Something of the project that is only named in types. */
  type(exported: Exported): string {
    return exported.file === this.file ? exported.name : this.packageType(this.specifier(exported.file), exported.name);
  }

  kernel(name: string): string {
    return this.package(this.kernelPackage, name);
  }

  kernelType(name: string): string {
    return this.packageType(this.kernelPackage, name);
  }

  /** A value of a package (or of a path as it stands); `local` renames it. */
  package(specifier: string, name: string, local = name): string {
    const module = this.module(specifier);
    module.types.delete(name);
    module.values.set(name, local);
    return local;
  }

  packageType(specifier: string, name: string, local = name): string {
    const module = this.module(specifier);
    if (!module.values.has(name)) module.types.set(name, local);
    return module.values.get(name) ?? local;
  }

  /** `import local from 'specifier'`. */
  packageDefault(specifier: string, local: string): string {
    this.module(specifier).default = local;
    return local;
  }

  /** `import * as local from 'specifier'`. */
  packageNamespace(specifier: string, local: string, typeOnly = false): string {
    const module = this.module(specifier);
    module.namespace = { local, typeOnly: typeOnly && module.namespace?.typeOnly !== false };
    return local;
  }

  /** How this file names another one of the project: `../order/order-id.js`. */
  specifier(file: string): string {
    const path = relative(dirname(this.file), file).replace(/\.ts$/, '.js');
    return path.startsWith('.') ? path : `./${path}`;
  }

  /**
   * Sorted lines with a line end behind each: packages first, then the project's own files. Empty for none.
   *
   * @param uses whether the file says a local name; what it does not say is left out
   */
  print(uses: (local: string) => boolean = () => true): string {
    const specifiers = [...this.#modules.keys()].sort(byPlace);
    return specifiers.flatMap((specifier) => lines(specifier, this.module(specifier), uses)).join('');
  }

  private module(specifier: string): Imported {
    const known = this.#modules.get(specifier);
    if (known) return known;
    const made: Imported = { values: new Map(), types: new Map() };
    this.#modules.set(specifier, made);
    return made;
  }
}

function lines(specifier: string, imported: Imported, uses: (local: string) => boolean): string[] {
  const [values, types] = [used(imported.values, uses), used(imported.types, uses)];
  const namespace = imported.namespace && uses(imported.namespace.local) ? imported.namespace : undefined;
  const fallback = imported.default !== undefined && uses(imported.default) ? imported.default : undefined;
  const printed: string[] = [];
  const from = `from '${specifier}';\n`;
  if (namespace) printed.push(`import ${namespace.typeOnly ? 'type ' : ''}* as ${namespace.local} ${from}`);
  const onlyTypes = values.size === 0 && fallback === undefined;
  const named = [...clauses(values, ''), ...clauses(types, onlyTypes ? '' : 'type ')]
    .sort((a, b) => order(a.name, b.name))
    .map(({ text }) => text);
  const bindings = [
    ...(fallback === undefined ? [] : [fallback]),
    ...(named.length === 0 ? [] : [`{ ${named.join(', ')} }`]),
  ];
  if (bindings.length > 0) printed.push(`import ${onlyTypes ? 'type ' : ''}${bindings.join(', ')} ${from}`);
  return printed;
}

function used(names: ReadonlyMap<string, string>, uses: (local: string) => boolean): Map<string, string> {
  return new Map([...names].filter(([, local]) => uses(local)));
}

function clauses(names: ReadonlyMap<string, string>, prefix: string): { name: string; text: string }[] {
  return [...names].map(([name, local]) => ({ name, text: prefix + (name === local ? name : `${name} as ${local}`) }));
}

/** Node's own modules, packages, then files: far ones before near ones. */
function byPlace(a: string, b: string): number {
  return place(a) - place(b) || depth(b) - depth(a) || order(a, b);
}

function place(specifier: string): number {
  if (specifier.startsWith('node:')) return 0;
  return specifier.startsWith('.') ? 2 : 1;
}

function depth(specifier: string): number {
  return specifier.split('/').filter((part) => part === '..').length;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
