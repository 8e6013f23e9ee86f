import type { Rule } from '../rules';
import { CREDENTIAL_RULES } from './secret';

export const CREDENTIALS_RULES: readonly Rule[] = [
  {
    id: CREDENTIAL_RULES.connection,
    severity: 'error',
    finds: 'A connection string with its password',
    options: { tests: true },
  },
  { id: CREDENTIAL_RULES.password, severity: 'error', finds: 'A password or a secret that is written down' },
  {
    id: CREDENTIAL_RULES.default,
    severity: 'error',
    finds: 'A password or a secret as the default of a variable, a setting or a parameter',
  },
  { id: CREDENTIAL_RULES.token, severity: 'error', finds: 'A token or a key of a service that is written down' },
  { id: CREDENTIAL_RULES.key, severity: 'error', finds: 'A private key' },
];
