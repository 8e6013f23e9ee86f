/**
 * What a person did or wrote that the tool cannot go on with. Nx prints the message and ends with exit code 1; there is
 * no stack trace to print, because the cause is in the input and not in this code.
 */
export class Failure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Failure';
    delete this.stack;
  }
}

/** The code of a system error (`ENOENT`, `MODULE_NOT_FOUND`), undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
