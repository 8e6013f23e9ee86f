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
