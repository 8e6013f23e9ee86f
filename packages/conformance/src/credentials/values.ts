import { HOLE } from './flat-text';
import { isVariable, saysSecret } from './names';
import { ASKING_WORDS, GENERIC_WORDS, SYSTEM_WORDS, wordsIn } from './vocabulary';

/**
 * What a value is.
 * - `none`: nothing that could be a secret, wherever it stands: empty, a look-up, a type, a hash, a path, a pattern, stars.
 * - `asking`: it says itself that it has to be replaced: `your_password`, `changeme`, `<token>`.
 * - `generic`: words that name a secret (`password`, `secure_password`, `my-secret-pw`): a placeholder in a template and in a document, and a bad
 *   password where a program runs with it.
 * - `real`: anything else.
 */
export type ValueKind = 'none' | 'asking' | 'generic' | 'real';

/** A secret that is longer than this is data. */
const LONGEST_SECRET = 4096;

const NOT_A_SECRET = new Set(
  'true false yes no on off none null nil undefined nan always never optional required auto default any unknown void string str text char varchar number int integer bool boolean uuid object array bytes binary date datetime hidden readonly writeonly write_only sensitive trust md5 scram-sha-256 plain bcrypt argon2 argon2i argon2id scrypt pbkdf2 sha1 sha256 sha512 hs256 rs256 es256 aes256 aes-256-gcm basic bearer digest oauth2 jwt masked redacted env environment vault disabled enabled prompt stdin weak medium valid invalid missing wrong incorrect expired n/a na tbd ~'.split(
    ' ',
  ),
);

/** Begins like a look-up that something else resolves, or like a value under encryption. */
const LOOKUP =
  /^(?:\$\{|\$\(|\$\$?[A-Z_][A-Z0-9_]*$|\$(?:\w+_)?(?:pass(?:w(?:or)?d)?|pwd|pw|secret|token)$|\{\{|\{%|<%|#\{|%\(|%[A-Za-z_]+%$|%[sdv@]$|@[A-Za-z_.]+@$|__[A-Za-z_]+__$|ENC[[(]|![A-Za-z]+(?::\w+)?\s|vault:|arn:|op:\/\/|sm:\/\/|awssm:|ssm:|secretref:|secret:\/\/|ref\+|env:|file:|keyring:|azurekeyvault|process\.env|os\.environ|os\.getenv|env\(|getenv\(|config\(|getattr\(|System\.|Deno\.env|import\.meta|@(?:format|jinja|env|int|str)\b|context\.|secrets?\.[A-Za-z_]|var\.|local\.|data\.[a-z_]+\.|data:|module\.)/;
const BRACKETS =
  /^(?:<[^<>]{0,200}>|\{[\w.\-[\]'" ]{0,200}\}|\[[A-Za-z][\w \-]{0,200}\]|«[^»]{0,200}»|:'?[a-z_]+'?|\?|\$\d{1,2})$/;
/** Nothing but signs, or the letter x: `***`, `...`, `XXX-XXXX`. */
const STARS = /^(?:[*.•·…_#?\-\s]+|[xX]+(?:[-_ .][xX]+)*)$/;
/** The letters themselves: what a token may be made of. */
const ALPHABET = /abcdefghijkl|ABCDEFGHIJKL/;
const RUN_OF_X = /x{5,}|X{4,}|\*{3,}|•{2,}|\.{3,}$|…|EXAMPLE/;
const HASH =
  /^(?:\$(?:2[abxy]?|argon2(?:id?|d)|5|6|y|1|apr1|scrypt|pbkdf2[\w-]*)\$|pbkdf2[_:][\w:]+\$?|scrypt:\d|\{(?:SHA|SSHA|CRYPT|bcrypt|noop|MD5)\}|SCRAM-SHA-256\$|md5[0-9a-f]{32}$|sha(?:1|256|512)[$:])/i;
const PATTERN =
  /\[\^|\.\*|\.\+|\\[wdsSWDb]|\(\?[:=!<]|\[a-z|\[A-Z|\[0-9|\{\d+,\d*\}|^\^|(?:^|\|)(?:required|nullable|sometimes|string|confirmed|min:\d+|max:\d+)(?:\||$)/;
/** What a package named `pgpass` is asked for. */
const VERSION = /^(?:[\^~]|[<>]=?)?v?\d+\.\d+\.\d+(?:-[\w.]+)?$|^(?:workspace|npm|file|link):/;
const PATH = /^(?:\/|\.{1,2}\/|~\/|[A-Za-z]:\\|\/\/)/;
const SELECTOR = /^(?:[#.][A-Za-z][\w-]*$|\[|(?:input|button|form|div|label)[[.#:]|@[\w-]+$|\/\/\*)/;

const CHANGE =
  /(?:^|[^a-z])(?:please[-_ ]?)?(?:change|replace|update|rotate)[-_ ]?(?:me|this|it|in|before|with|the|on|later|now|please|asap)(?![a-z]{4})/i;
const SAID =
  /your|placeholder|redacted|\bplease\b|\btodo\b|\bfixme\b|not[-_ ]?(?:a[-_ ]?)?(?:real|secret|set|used|needed|configured)|goes[-_ ]?here|insert[-_ ]|fill[-_ ]?(?:me|in)|cua[-_ ]?ban|thay[-_ ]?(?:doi|the)/i;

/** Words and what stands between them: a sign such as `!` in the middle makes a secret of `yourStrong(!)Password`. */
const PLAIN = /^[\p{L}\p{M}\d\s_\-.,:;/[\]<>{}'"]*[!?]?$/u;

/** Appraises a value that a name or a place calls a secret. */
export function kindOfValue(value: string): ValueKind {
  const text = value.trim();
  if (text === '' || text.length > LONGEST_SECRET || text.includes(HOLE)) return 'none';
  // The number of a field, or a flag.
  if (/^\d$/.test(text)) return 'none';
  if (NOT_A_SECRET.has(text.toLowerCase()) || STARS.test(text) || HASH.test(text) || ALPHABET.test(text)) return 'none';
  if (
    LOOKUP.test(text) ||
    text.includes('${') ||
    text.includes('{{') ||
    text.includes('$(') ||
    PATTERN.test(text) ||
    VERSION.test(text)
  )
    return 'none';
  if (BRACKETS.test(text)) return 'asking';
  if (RUN_OF_X.test(text) || CHANGE.test(text) || (PLAIN.test(text) && SAID.test(withoutMarks(text)))) return 'asking';
  return kindOfWords(text);
}

function kindOfWords(text: string): ValueKind {
  if (text.length > 64) return 'real';
  const words = wordsIn(text).filter((word) => !/^\d{1,4}$/.test(word) || /^\d+$/.test(text));
  if (words.length === 0) return 'real';
  // `password1` and `my_password` are words; `OldPw-19` is somebody's.
  if (/\d/.test(text) && /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)) return 'real';
  const plain =
    /^[\p{L}\p{M}\d_\-. /:!]*$/u.test(text) && words.every((word) => GENERIC_WORDS.has(word) || ASKING_WORDS.has(word));
  if (!plain) return 'real';
  if (words.length > 1 && words.some((word) => ASKING_WORDS.has(word))) return 'asking';
  return namesOrIsOne(words);
}

/** `root` and `admin` are passwords that people use; `db_password` is the name of one. */
function namesOrIsOne(words: readonly string[]): ValueKind {
  return saysSecret(words) || words.some((word) => ASKING_WORDS.has(word)) ? 'generic' : 'real';
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** A path, an address or a selector: what a name such as `password` may hold in code that is about something else. */
export function leadsElsewhere(value: string): boolean {
  return PATH.test(value) || SELECTOR.test(value) || /^[a-z][a-z0-9+.-]{0,30}:\/\//i.test(value);
}

/**
 * A name rather than a secret: `access_token`, `DB_PASSWORD`, `login.password`, `X-API-Key`, `auth/wrong-password`: several words that say
 * secret, in the shape of an identifier, a key or a heading.
 */
export function isNameLike(value: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9]*(?:[-_./: ]{1,2}[A-Za-z0-9]+)*$/.test(value) || value.length > 80) return false;
  const words = wordsIn(value);
  if (!saysSecret(words)) return false;
  if (isNameOfVariable(value)) return true;
  return words.every((word) => GENERIC_WORDS.has(word) || ASKING_WORDS.has(word));
}

/** `DB_PASSWORD`, `PGPASSWORD`: the name of a variable that holds a secret. */
export function isNameOfVariable(value: string): boolean {
  if (!isVariable(value) || value.length > 80) return false;
  const words = wordsIn(value);
  return saysSecret(words) && (value.includes('_') || SYSTEM_WORDS.has(words[0] ?? ''));
}

/** The name of an entry in a store of secrets, or of a setting: `oms/db/password`, `db.password`. */
export function isEntryName(value: string): boolean {
  if (value.length > 200 || !/^[A-Za-z][\w.-]*(?:\/[A-Za-z][\w.-]*)+$|^[A-Za-z_-]+(?:[.:][A-Za-z_-]+)+$/.test(value))
    return false;
  return saysSecret(wordsIn(/[^/.:]*$/.exec(value)?.[0] ?? '').slice(-1));
}

/** A sentence or a heading: blanks between words of letters. */
export function isSentence(value: string): boolean {
  const words = value.trim().split(/\s+/, 40);
  return (
    words.length > 1 &&
    words.every(
      (word) => /^[\p{L}\p{M}'’‘"“”(]+[\p{L}\p{M}'’"“”).,:;!?…%]*$/u.test(word) || /^[\d\p{P}\p{S}]+$/u.test(word),
    )
  );
}

/** Whether a value is more than a word: digits or signs among letters, or mixed case inside, and some length. */
export function looksDrawn(value: string, atLeast = 8): boolean {
  if (value.length < atLeast || /\s/.test(value)) return false;
  const digits = /\d/.test(value);
  const lower = /[a-z]/.test(value);
  const upper = /[A-Z]/.test(value);
  const signs = /[^A-Za-z0-9\-_./:]/.test(value);
  return (
    (digits && (lower || upper)) ||
    (signs && (lower || upper)) ||
    (lower && upper && value.length >= 16 && !isNameLike(value))
  );
}

/** For tokens and keys of APIs: random text of some length. */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || /\s/.test(value) || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (value.includes('/') && !/[A-Z]/.test(value)) return false;
  return longestWord(value) <= value.length / 2 || /^[0-9a-f]+$/i.test(value);
}

function longestWord(value: string): number {
  return Math.max(0, ...(value.match(/[a-z]+|[A-Z]+/g) ?? []).map((word) => word.length));
}
