/** A name of the generated project and the module that declares it. */
export interface Exported {
  readonly name: string;
  /** From the project's directory: `src/domain/value_objects/money.py`. */
  readonly file: string;
}

/** How Python names the module in a file: `src/domain/value_objects/money.py` is `src.domain.value_objects.money`. */
export function moduleOf(file: string): string {
  return file
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}
