import type { Place } from './place';

/**
 * How a module is taken in: `import`, `import type` (TypeScript's `import type`, `import x = require()` and `typeof import()` count by
 * what they are: `type`, `require`, `type`), `export … from` (and an import that is exported again), `require`, a dynamic `import()`
 * with a constant text, Python's `importlib.import_module` and `__import__`, and an import under `if TYPE_CHECKING`.
 */
export type ImportKind = 'import' | 'type' | 'export' | 'require' | 'dynamic' | 'importlib' | 'typeChecking';

/** One name of an import: `name as local`; `*` is the module itself, `default` its default export. */
export interface ImportedName {
  readonly name: string;
  /** The name that it has from here on: for an export, the name that others see; `*` where all names go on. */
  readonly local: string;
  readonly at: Place;
}

/** One mention of a module. A statement gives one fact, and a second of kind `export` where its names are exported again. */
export interface ImportFact {
  /** As written, without quotes: `../domain/order.js`; for Python with its dots: `..domain.order`. */
  readonly specifier: string;
  readonly kind: ImportKind;
  /** Empty where a module is loaded for its effects, or where what is taken from it cannot be told. */
  readonly names: readonly ImportedName[];
  /** Of the specifier, quotes included. */
  readonly at: Place;
}
