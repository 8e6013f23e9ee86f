/** How Python names the module in a file: `src/domain/value_objects/money.py` is `src.domain.value_objects.money`. */
export function moduleOf(file: string): string {
  return file
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
}
