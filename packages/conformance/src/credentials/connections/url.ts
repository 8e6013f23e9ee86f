import { looksDrawn } from '../values';
import type { Connection } from './connection';

/** In these schemes a `/`, `?` or `#` may stand in a password that nobody encoded: there is nothing else that an `@` could mean behind it. */
const DATABASES =
  /^(?:postgres(?:ql)?|mysqlx?|mariadb|mssql|sqlserver|oracle|mongodb|rediss?|valkeys?|amqps?|cockroachdb|cockroach|redshift|clickhouse|snowflake|cassandra|couchbases?|neo4j|bolt|mqtts?)(?:\+|$)/i;
const SCHEME = /[A-Za-z0-9+.\-_]/;
/** There an `@` stands before a version or a digest. */
const PACKAGES = /^(?:docker|oci|npm|pkg|jsr|deno|file|data)$/i;
/** No address is longer. */
const LONGEST = 4096;
const BLANK = /[\\|,;]/;
/** A text with more of them is data. */
const MOST = 1000;
/** Ends an address wherever it stands, in a literal or in a sentence. */
const ENDS = /[\s"'`<>]/;

/** Every URL with a password in its user information, and the parameters that carry one (`?user=…&password=…`). Linear in the text. */
export function passwordsInUrls(text: string): Connection[] {
  const found: Connection[] = [];
  let mark = text.indexOf('://');
  let [at, question] = [-1, -1];
  while (mark >= 0 && found.length < MOST) {
    const next = text.indexOf('://', mark + 3);
    const limit = Math.min(text.length, mark + LONGEST, next < 0 ? text.length : next);
    // Where neither sign follows there is nothing to read: a long text of `://` costs one pass.
    if (at < mark) at = nextOf(text, '@', mark);
    if (question < mark) question = nextOf(text, '?', mark);
    const connection =
      (at < limit ? readUserInformation(text, mark, limit) : undefined) ??
      (question < limit ? readParameters(text, mark, limit) : undefined);
    if (connection) found.push(connection);
    mark = next;
  }
  return found;
}

function nextOf(text: string, sign: string, from: number): number {
  const index = text.indexOf(sign, from);
  return index < 0 ? Infinity : index;
}

function readUserInformation(text: string, mark: number, limit: number): Connection | undefined {
  const from = schemeStart(text, mark);
  const scheme = text.slice(from, mark);
  const start = mark + 3;
  let end = start;
  while (end < limit && !ENDS.test(text[end] ?? '')) end++;
  const run = text.slice(start, end);
  const at = endOfUserInformation(run, DATABASES.test(scheme));
  if (at === undefined) return undefined;
  const colon = run.indexOf(':');
  if (colon < 0 || colon >= at - 1) return undefined;
  const user = run.slice(0, colon);
  if (PACKAGES.test(scheme) || /^sha\d{3}\b/.test(run.slice(at + 1))) return undefined;
  if (BLANK.test(user) || user.includes('/')) return undefined;
  const rest = run.slice(at + 1);
  return { start: start + colon + 1, end: start + at, user, host: hostOf(rest), from, to: start + run.length };
}

/** The index of the `@` that ends user and password. */
function endOfUserInformation(run: string, database: boolean): number | undefined {
  const slash = firstOf(run, /[/?#]/, 0);
  const before = run.slice(0, slash);
  const plain = lastAt(before);
  if (plain >= 0) return plain;
  if (!database) return undefined;
  // `user:pa/ss@host`; but in `host:5432/app?mail=a@b` the `@` is something else.
  const colon = before.indexOf(':');
  if (colon < 0 || /^\[|^\d{1,5}$/.test(before.slice(colon + 1))) return undefined;
  const at = run.indexOf('@', slash);
  return at < 0 ? undefined : at;
}

/** The last `@` before something that ends the text of an address, such as a quote. */
function lastAt(before: string): number {
  const first = before.indexOf('@');
  if (first < 0) return -1;
  const quote = firstOf(before, /[\\,;)]/, first);
  return before.slice(0, quote).lastIndexOf('@');
}

function readParameters(text: string, mark: number, limit: number): Connection | undefined {
  let question = mark;
  while (question < limit && text[question] !== '?' && !ENDS.test(text[question] ?? '')) question++;
  if (text[question] !== '?') return undefined;
  let end = question;
  while (end < limit && !ENDS.test(text[end] ?? '')) end++;
  const query = text.slice(question, end);
  const match = /[?&](?:password|passwd|pwd|pass|sslpassword|auth_?token|authtoken)=/i.exec(query);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const stop = firstOf(query, /[&#;]/, start);
  if (stop === start) return undefined;
  const user = /[?&](?:user|username|uid)=([^&#;]{0,200})/i.exec(query)?.[1] ?? '';
  return {
    start: question + start,
    end: question + stop,
    user,
    host: hostOf(text.slice(mark + 3, question)),
    from: schemeStart(text, mark),
    to: end,
  };
}

function schemeStart(text: string, mark: number): number {
  let from = mark;
  while (
    from > 0 &&
    mark - from < 64 &&
    (SCHEME.test(text[from - 1] ?? '') || (text[from - 1] === ':' && text.slice(from - 5, from) === 'jdbc:'))
  )
    from--;
  return from;
}

/** The first host: without port, brackets and what follows. */
function hostOf(rest: string): string {
  if (rest.startsWith('[')) return rest.slice(1, firstOf(rest, /\]/, 1));
  const call = /^(?:tcp|unix)\(([^)]{0,255})\)/.exec(rest)?.[1];
  return (call ?? rest).slice(0, firstOf(call ?? rest, /[:/?#,;"'`\s)]/, 0));
}

function firstOf(text: string, sign: RegExp, from: number): number {
  for (let index = from; index < text.length; index++) if (sign.test(text[index] ?? '')) return index;
  return text.length;
}

/** `user:password@host/…` and `user:password@tcp(host:3306)/…` without a scheme, at the start of a text that is known to be an address. */
export function passwordWithoutScheme(text: string): Connection | undefined {
  const match =
    /^([\w.\-\uFFFC]{1,64}):([^@\s/]{1,128})@(?=(?:tcp|unix)\(|\[|[\w.\-\uFFFC]{1,255}(?::\d{2,5}|\/))/.exec(text) ??
    /^jdbc:oracle:(?:thin|oci):([^/@\s]{1,64})\/([^@\s/]{1,128})@/.exec(text) ??
    /^([A-Za-z]\w{0,30})\/([^@\s/]{1,128})@\/{0,2}[\w.-]{1,255}(?:[:/]|$)/.exec(text);
  if (!match) return undefined;
  const [whole, user = '', password = ''] = match;
  const end = whole.length - (whole.length - whole.lastIndexOf('@'));
  return {
    start: end - password.length,
    end,
    user,
    host: hostOf(text.slice(end + 1).replace(/^\/\//, '')),
    from: 0,
    to: text.length,
  };
}

/** `user:password`, where a text is known to be both; Neo4j's image takes `neo4j/password`. */
export function userAndPassword(text: string): Connection | undefined {
  const match = /^(neo4j(?=\/)|[\w.@-]{1,64}(?=:))[:/]([^\s:@/]{6,128})$/.exec(text);
  if (!match || !looksDrawn(match[2] ?? '', 6)) return undefined;
  const [, user = ''] = match;
  return { start: user.length + 1, end: text.length, user, host: '', from: 0, to: text.length };
}
