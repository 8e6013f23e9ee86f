import { SECRET_NAMES, SYSTEM_NAMES, SYSTEM_WORDS, wordsIn } from './vocabulary';

/** What a name says of its value. */
export type NameKind =
  | 'password'
  /** A secret that is no password: `JWT_SECRET`, `signing_key`. */
  | 'secret'
  /** A token or a key of an API: only a value that looks like one counts. */
  | 'token'
  /** Where something is reached: `DATABASE_URL`, `dsn`. */
  | 'connection'
  | 'other';

const PASSWORDS = new Set(
  'password passwd passphrase passcode pass pwd pw psw psswd passwort kennwort contrasena senha mdp matkhau'.split(' '),
);
const SHORT_PASSWORDS = new Set(['pass', 'pwd', 'pw', 'psw']);

/** Behind the word that counts: `DB_PASSWORD_PROD`, `password2`. */
const QUALIFIERS = new Set(
  'dev development prod production staging stage qa uat test testing local live default value plain raw cleartext plaintext old new current b64 base64 primary secondary main backup replica for ro rw str v1 v2 env0'.split(
    ' ',
  ),
);

/** In front of it they make another thing: `forgotPassword` is a page, `hashedPassword` a hash. */
const OTHERWISE = new Set(
  'is has have had show hide forgot forgotten forget reset change confirm repeat verify validate toggle invalid wrong missing incorrect weak no without random enable allow allowempty disable hashed encrypted encoded masked sealed hash check update remember save expired mismatch on handle existing pull ref reference with'.split(
    ' ',
  ),
);
const OTHER_TOKENS = new Set(
  'page input output next previous prev continuation cursor eos bos pad unk mask sep cls stop start end design sync cancel csrf xsrf max min num syntax lexer public publishable injection device push card'.split(
    ' ',
  ),
);
const KEYS = new Map<string, NameKind>([
  ['secret', 'secret'],
  ['signing', 'secret'],
  ['encryption', 'secret'],
  ['private', 'secret'],
  ['master', 'secret'],
  ['jwt', 'secret'],
  ['cookie', 'secret'],
  ['session', 'secret'],
  ['hmac', 'secret'],
  ['account', 'token'],
  ['api', 'token'],
  ['access', 'token'],
  ['auth', 'token'],
  ['service', 'token'],
  ['subscription', 'token'],
  ['app', 'token'],
  ['storage', 'token'],
  ['license', 'token'],
]);

/** Spares names that say nothing of the kind from being taken apart. */
const MAY_SAY_SECRET =
  /pass|pwd|psw|pw|secret|token|key|dsn|ur[il]|str|auth|kh[aẩ]u|senha|mdp|kennwort|contrase|bearer|pat/i;

const remembered = new Map<string, NameKind>();

/**
 * Reads a name: snake, camel, kebab or capitals, words written together too. What counts is the last word: `password_field` names a field,
 * `token_url` an address.
 */
export function kindOfName(name: string): NameKind {
  if (!MAY_SAY_SECRET.test(name)) return 'other';
  const before = remembered.get(name);
  if (before) return before;
  const kind = classify([...wordsIn(name)]);
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(name, kind);
  return kind;
}

function classify(words: string[]): NameKind {
  while (words.length > 1 && isQualifier(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const previous = before.at(-1) ?? '';
  if (before.some((word) => OTHERWISE.has(word))) return 'other';
  if (
    PASSWORDS.has(last) ||
    /(?:password|passwd|passwort)$/.test(last) ||
    (last === 'khau' && previous === 'mat') ||
    (last === 'passe' && previous === 'de')
  )
    return 'password';
  if (last === 'secret') return 'secret';
  if (last === 'key')
    return previous === 'access' && before.includes('secret') ? 'secret' : (KEYS.get(previous) ?? 'other');
  if (last === 'token' || last === 'bearer' || last === 'pat')
    return before.some((word) => OTHER_TOKENS.has(word)) ? 'other' : 'token';
  if (last === 'authorization') return 'token';
  if (last === 'dsn' || last === 'connstr' || last === 'uri' || last === 'url') return 'connection';
  if (last === 'string' || last === 'str')
    return previous === 'connection' || previous === 'conn' ? 'connection' : 'other';
  return 'other';
}

/** `passwordDb` and `matKhauCSDL`: in Vietnamese and in the languages of the Romans the noun comes first. */
function isQualifier(word: string): boolean {
  return QUALIFIERS.has(word) || SYSTEM_NAMES.has(word) || /^\d+$/.test(word);
}

/** `passwords: { dev: 'x', prod: 'y' }`: the names inside say whose each is. */
export function namesPasswords(name: string): boolean {
  return /pass(?:word|wd)s$/i.test(name);
}

/** `pass` and `pwd` alone may mean other things: a test that passed, the working directory. */
export function isShortName(name: string): boolean {
  const words = wordsIn(name);
  return words.length === 1 && SHORT_PASSWORDS.has(words[0] ?? '');
}

const BOTH = new Set(['creds', 'cred', 'credential', 'credentials', 'userinfo']);
const BEFORE_AUTH = new Set(['basic', 'http', 'proxy']);

/** Whether a name is that of a user and a password in one: `auth`, `DB_CREDS`, `userInfo`. */
export function namesBoth(name: string): boolean {
  const words = wordsIn(name);
  const last = words.at(-1) ?? '';
  if (last === 'auth') return words.slice(0, -1).every((word) => BEFORE_AUTH.has(word) || SYSTEM_WORDS.has(word));
  return BOTH.has(last) || words.slice(-2).join('') === 'userinfo';
}

/** Whether a name, a callee or a section speaks of a database, a broker or the like. */
export function namesSystem(name: string): boolean {
  return wordsIn(name).some((word) => SYSTEM_WORDS.has(word));
}

/** Whether the name consists of several words, the last of which says secret: `client_secret`, `DB_PASSWORD`. */
export function isSpecific(name: string): boolean {
  return wordsIn(name).length > 1;
}

/** A name in the way of environment variables. */
export function isVariable(name: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(name);
}

export function saysSecret(words: readonly string[]): boolean {
  return words.some((word) => SECRET_NAMES.has(word));
}
