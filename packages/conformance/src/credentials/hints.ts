import { CREDENTIAL_RULES, type CredentialRule } from './secret';
import type { Setting } from './surroundings';

/** How to mend it. */
export function hintFor(rule: CredentialRule, setting: Setting): string {
  if (setting === 'template' || setting === 'document')
    return 'Write a placeholder such as <password> or your_password, and change the credential if it was ever used.';
  switch (rule) {
    case CREDENTIAL_RULES.default:
      return 'Give it no default: let the start fail with the name of the variable, and put the value into .env.';
    case CREDENTIAL_RULES.connection:
      return 'Read the whole address, or its password, from an environment variable such as DATABASE_URL, kept in .env; change the password, for it stays in the history.';
    case CREDENTIAL_RULES.key:
      return 'Read the key from a file or a secret store outside of the repository, and replace it, for it stays in the history.';
    case CREDENTIAL_RULES.password:
    case CREDENTIAL_RULES.token:
      return 'Read it from an environment variable, kept in .env, and change it, for it stays in the history.';
  }
}
