import type { TextFact } from '@planner/target';
import { HOLE } from './flat-text';
import { kindOfName } from './names';

/** `password: value`, `password=VALUE`: a name that is given another name. */
const GIVEN = /(?<![\w$-])([A-Za-z_$][\w$-]{0,80})["']?\s?[:=]\s?([A-Za-z_$][\w$]{0,80})\b(?!\s*[.([\w"'`])/g;
/** What stands in front of the password of an address. */
const BEFORE_PASSWORD = /:\/\/[^/@\s]{0,80}:$/;

/**
 * Constants that a file hands on as a password under another name: `new Pool({ password: value })`, and what fills the place of the password in
 * an address.
 *
 * @returns by the name of the constant, the name that it is handed on under
 */
export function handedOn(texts: readonly TextFact[], source: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [, name = '', constant = ''] of source.matchAll(GIVEN))
    if (kindOfName(name) === 'password' && kindOfName(constant) === 'other') names.set(constant, name);
  for (const { parts } of texts) {
    let before = '';
    for (const part of parts) {
      if ('text' in part) before += part.text;
      else {
        if (part.name !== undefined && BEFORE_PASSWORD.test(before)) names.set(part.name, 'connection_password');
        before += HOLE;
      }
    }
  }
  return names;
}
