import type { SourceReader } from '@planner/target';

/** The reader of a file's language, told by its extension. */
export function readerOf<R extends Pick<SourceReader, 'extensions'>>(
  path: string,
  readers: readonly R[],
): R | undefined {
  const name = nameOf(path).toLowerCase();
  return readers.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
