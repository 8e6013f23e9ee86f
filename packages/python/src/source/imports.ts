import type { ImportedName, ImportFact, ImportKind } from '@planner/target';
import { sourceOf } from './names';
import { constantText } from './texts';
import { field, fields, type Tree } from './tree';

/** Where an import stands. */
export interface Standing {
  /** Under `if TYPE_CHECKING`. */
  readonly typeChecking: boolean;
  /** At the top level of the module, so that its names are names of the module. */
  readonly topLevel: boolean;
}

/** `import a.b, c as d`. */
export function importFacts(statement: Tree, text: string, standing: Standing): ImportFact[] {
  return fields(statement, 'name').flatMap((each) => {
    const { name, local } = namesOf(each, text);
    const specifier = dotted(name, text);
    const names = [{ name: '*', local: local ?? specifier.split('.')[0] ?? specifier, at: place(name) }];
    const fact: ImportFact = { specifier, kind: kindOf(standing), names, at: place(name) };
    return standing.topLevel && local !== undefined ? [fact, { ...fact, kind: 'export' }] : [fact];
  });
}

/** `from a.b import c as d`, `from . import e`, `from f import *`. At the top level the names go on to whoever imports the module. */
export function fromImportFacts(statement: Tree, text: string, standing: Standing): ImportFact[] {
  const module = field(statement, 'module_name');
  if (module === undefined) return [];
  const wildcard = statement.children.find(({ type }) => type === 'wildcard_import');
  const names: ImportedName[] =
    wildcard === undefined
      ? fields(statement, 'name').map((each) => {
          const { name, local } = namesOf(each, text);
          return { name: dotted(name, text), local: local ?? dotted(name, text), at: place(name) };
        })
      : [{ name: '*', local: '*', at: place(wildcard) }];
  const fact: ImportFact = { specifier: dotted(module, text), kind: kindOf(standing), names, at: place(module) };
  return standing.topLevel ? [fact, { ...fact, kind: 'export' }] : [fact];
}

const LOADERS = /^(?:(?:importlib|il)\.)?(?:import_module|__import__|reload)$/;

/** `importlib.import_module("a.b")`, `__import__("a.b")`, with their `package` where the name is relative; undefined for any other call. */
export function loadedModule(callee: string, args: readonly Tree[], text: string): ImportFact | undefined {
  if (!LOADERS.test(callee)) return undefined;
  const [first] = args;
  const given = first?.type === 'keyword_argument' && nameOf(first, text) === 'name' ? field(first, 'value') : first;
  const specifier = constantText(given, text);
  if (given === undefined || specifier === undefined || specifier === '') return undefined;
  const keyword = args.find((each) => each.type === 'keyword_argument' && nameOf(each, text) === 'package');
  const anchor = constantText(keyword === undefined ? args[1] : field(keyword, 'value'), text);
  const absolute = specifier.startsWith('.') && anchor !== undefined ? fromAnchor(specifier, anchor) : specifier;
  return { specifier: absolute, kind: 'importlib', names: [], at: place(given) };
}

/** One dot is the package itself, each further one the package above. */
function fromAnchor(specifier: string, anchor: string): string {
  const rest = specifier.replace(/^\.+/, '');
  const above = anchor.split('.').slice(0, anchor.split('.').length - (specifier.length - rest.length - 1));
  return [...above, ...(rest === '' ? [] : [rest])].join('.');
}

function nameOf(keyword: Tree, text: string): string {
  const name = field(keyword, 'name');
  return name === undefined ? '' : sourceOf(name, text);
}

function namesOf(tree: Tree, text: string): { readonly name: Tree; readonly local?: string } {
  if (tree.type !== 'aliased_import') return { name: tree };
  const [name, alias] = [field(tree, 'name'), field(tree, 'alias')];
  return { name: name ?? tree, ...(alias === undefined ? {} : { local: sourceOf(alias, text) }) };
}

function dotted(tree: Tree, text: string): string {
  return sourceOf(tree, text).replaceAll(/[\s\\]/g, '');
}

function kindOf({ typeChecking }: Standing): ImportKind {
  return typeChecking ? 'typeChecking' : 'import';
}

function place({ start, end }: Tree): { start: number; end: number } {
  return { start, end };
}
