import { isShortName, isSpecific, isVariable, kindOfName, type NameKind } from './names';
import type { Surroundings } from './surroundings';
import {
  isEntryName,
  isNameLike,
  isNameOfVariable,
  isSentence,
  kindOfValue,
  leadsElsewhere,
  looksDrawn,
  looksRandom,
} from './values';
import { wordsIn } from './vocabulary';

/** A value under a name. */
export interface Named {
  readonly name: string;
  readonly value: string;
  /** It counts where nothing else is given: the default of a variable, a setting or a parameter. */
  readonly isDefault: boolean;
  /** Stands among the settings of a database or the like, or in a call that opens one. */
  readonly inSystem: boolean;
  /** A user is named beside it. */
  readonly withUser: boolean;
  /** Stands among labels, messages, columns, routes. */
  readonly amongNames: boolean;
}

/**
 * Whether a value under this name is a credential.
 *
 * A program runs with a default, so `password` is a bad password there and no placeholder; the same word in a template is what a person
 * replaces. What asks to be replaced, such as `changeme`, is a placeholder wherever it stands. Where neither the name nor what stands around it speaks of a database, a value that only repeats the name is
 * taken for a label, a field or a member of an enum.
 */
export function isCredential(named: Named, { setting, forPeople }: Surroundings): boolean {
  const kind = kindOfName(named.name);
  if (kind === 'other' || kind === 'connection') return false;
  const value = named.value.trim();
  const valueKind = kindOfValue(value);
  if (valueKind === 'none' || valueKind === 'asking' || forPeople) return false;
  const runs = setting === 'code' || setting === 'configuration';
  if (valueKind === 'generic' && !runs) return false;
  if (isNameOfVariable(value) || isEntryName(value)) return false;
  if (leadsElsewhere(value) && !(named.inSystem && /^[#.]/.test(value))) return false;
  if (named.amongNames && !named.inSystem && !named.isDefault)
    return kind === 'password' ? looksDrawn(value) && !isNameLike(value) : looksRandom(withoutScheme(value));
  if (kind === 'secret' && setting !== 'code' && !isVariable(named.name) && /^[a-z]+(?:-[a-z]+)*$/.test(value))
    return false;
  return DECISIONS[kind](value, named, setting === 'configuration' || setting === 'template');
}

const DECISIONS: Readonly<
  Record<Exclude<NameKind, 'other' | 'connection'>, (value: string, named: Named, inConfiguration: boolean) => boolean>
> = {
  password(value, named, inConfiguration) {
    const firm =
      named.isDefault || named.inSystem || (inConfiguration && isVariable(named.name) && isSpecific(named.name));
    if (isSentence(value)) return firm && !named.isDefault && isPassphrase(value);
    if (firm) return !/\s/.test(value) || looksDrawn(value.replace(/\s/g, ''));
    if (/\s/.test(value) && !inConfiguration) return false;
    if (isShortName(named.name) && !named.withUser && !inConfiguration) return looksDrawn(value, 6);
    return !repeats(value, named.name) && !isForeignLabel(value);
  },
  secret(value, named) {
    if (isSentence(value)) return named.inSystem && isPassphrase(value);
    if (named.isDefault) return value.length >= 4;
    if (isNameLike(value) && (repeats(value, named.name) || wordsIn(value).length > 1)) return false;
    return isSpecific(named.name)
      ? value.length >= 4 && !isForeignLabel(value) && (looksDrawn(value) || !/[./\s]/.test(value))
      : looksDrawn(value);
  },
  token(value, named, inConfiguration) {
    const text = withoutScheme(value);
    if (/\s/.test(text)) return false;
    if (isNameLike(text) && !named.isDefault) return false;
    if (named.isDefault)
      return looksDrawn(text, 6) || (text.length >= 6 && isSpecific(named.name) && !/^[A-Z][a-z]+$/.test(text));
    return looksRandom(text) || ((inConfiguration || named.inSystem) && looksDrawn(text, 12));
  },
};

/** `correct horse battery`: words of small letters, without the marks of a sentence. */
function isPassphrase(value: string): boolean {
  return /^[a-z0-9]+(?: [a-z0-9]+){1,7}$/.test(value.trim());
}

/** `password: 'Password'`, `userPassword: 'password'`, `PASSWORD = 'user_password'`: one names the other. */
function repeats(value: string, name: string): boolean {
  if (!isNameLike(value)) return false;
  const [words, names] = [wordsIn(value), wordsIn(name)];
  if (/^[A-Z]/.test(value) || /[-_./: ]|[a-z][A-Z]/.test(value)) return true;
  // `rootpassword` is nobody's field.
  return words.at(-1) === names.at(-1) && (words.length === 1 || FIELDS.has(words[0] ?? ''));
}

const FIELDS = new Set(
  'user new old current confirm repeat login account access refresh auth api id client session'.split(' '),
);

/** The text of a header of HTTP without the name of the scheme. */
export function withoutScheme(value: string): string {
  return value.replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/i, '');
}

/** A word in letters that are not English: `Passwort` is known, and `密码` can be no password of a driver. */
function isForeignLabel(value: string): boolean {
  return /^[\p{L}\p{M}]+$/u.test(value) && /[^\x00-\x7F]/.test(value);
}
