import type { Place } from '@planner/target';

export const CREDENTIAL_RULES = {
  connection: 'credentials/connection-string',
  password: 'credentials/password',
  default: 'credentials/environment-default',
  token: 'credentials/token',
  key: 'credentials/private-key',
} as const;

export type CredentialRule = (typeof CREDENTIAL_RULES)[keyof typeof CREDENTIAL_RULES];

/** A credential in a text. Its words are nowhere in here. */
export interface Secret {
  readonly rule: CredentialRule;
  /** Exactly the secret. */
  readonly at: Place;
  /** What else must not be shown with it: the lines of a key. */
  readonly hidden?: Place;
  /** What it is, as the beginning of a sentence: `The password of orders at db.internal`. */
  readonly what: string;
}
