/** A password in a connection string, as offsets into the text. */
export interface Connection {
  readonly start: number;
  readonly end: number;
  readonly user: string;
  /** Of several hosts the first; empty where none is named. */
  readonly host: string;
  /** The whole string, for telling an address from a sentence with one in it. */
  readonly from: number;
  readonly to: number;
}
