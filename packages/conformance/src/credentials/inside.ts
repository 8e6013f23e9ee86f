import type { Place } from '@planner/target';
import { passwordsInCommands, passwordsInStatements } from './connections/commands';
import type { Connection } from './connections/connection';
import { passwordsInPairs } from './connections/pairs';
import { passwordsInUrls, passwordWithoutScheme, userAndPassword } from './connections/url';
import { HOLE, Origin } from './flat-text';
import { isPlaceholderHost, isPlaceholderUser, isRealHost } from './hosts';
import { CREDENTIAL_RULES, type CredentialRule, type Secret } from './secret';
import { shapesIn } from './shapes';
import type { Surroundings } from './surroundings';
import { kindOfValue, looksDrawn } from './values';

/** How a text with an address in it is to be read. */
export interface Reading {
  readonly surroundings: Surroundings;
  /** The text is known to be a connection string. */
  readonly trusted: boolean;
  /** The text is known to hold a user and a password: `auth: 'user:password'`. */
  readonly holdsBoth: boolean;
  /** It explains something: a comment, a docstring, a help text. */
  readonly explains: boolean;
  readonly isDefault: boolean;
}

/** What a text holds besides being one: addresses, strings of pairs, commands, statements, keys. */
export function secretsInside(flat: string, at: Place, source: string, reading: Reading): Secret[] {
  const found: { start: number; end: number; rule: CredentialRule; what: string }[] = [];
  for (const shape of shapesIn(flat)) {
    if (shape.kind === 'token') found.push({ ...shape, rule: CREDENTIAL_RULES.token, what: `A ${shape.what}` });
  }
  for (const connection of connectionsIn(flat, reading)) {
    if (!isOpen(flat, connection, reading)) continue;
    found.push({
      ...connection,
      rule: reading.isDefault ? CREDENTIAL_RULES.default : CREDENTIAL_RULES.connection,
      what: whatConnects(connection, flat.slice(connection.start, connection.end)),
    });
  }
  if (found.length === 0 && !reading.explains && !reading.surroundings.test) {
    for (const open of [...passwordsInCommands(flat), ...passwordsInStatements(flat)]) {
      const kind = kindOfValue(flat.slice(open.start, open.end));
      if (kind === 'real' || (kind === 'generic' && reading.surroundings.setting !== 'document'))
        found.push({ ...open, rule: CREDENTIAL_RULES.password, what: `A password in a ${open.how}` });
    }
  }
  const origin = new Origin(source, at, flat);
  const inOrder = found
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, index) => start !== found[index - 1]?.start);
  return inOrder.map(({ start, end, rule, what }) => ({ rule, at: origin.placeOf(start, end), what }));
}

function connectionsIn(text: string, { trusted, holdsBoth }: Reading): Connection[] {
  const urls = passwordsInUrls(text);
  if (urls.length > 0) return urls;
  const pairs = passwordsInPairs(text, trusted);
  if (pairs.length > 0 || !(trusted || holdsBoth)) return pairs;
  const bare =
    (trusted ? passwordWithoutScheme(text.trim()) : undefined) ??
    (holdsBoth ? userAndPassword(text.trim()) : undefined);
  const offset = text.indexOf(text.trim());
  return bare ? [{ ...bare, start: bare.start + offset, end: bare.end + offset }] : [];
}

const PLACEHOLDER_SCHEME = /^(?:driver|scheme|protocol|dialect|dialect\+driver|db|database|engine|backend|foo|proto)$/i;
const INTRODUCES =
  /(?:e\.?g\.?|example|such as|like|format|usage|syntax|looks|z\.\s?b\.|ví dụ|beispiel|default is|:param|>>>)[^\n]{0,80}$/i;

/** Whether the password of a connection is one that somebody could use. */
function isOpen(text: string, connection: Connection, { surroundings, explains: explaining }: Reading): boolean {
  const { host, user, from, to } = connection;
  const password = decoded(text.slice(connection.start, connection.end));
  const kind = kindOfValue(password);
  if (kind === 'none' || kind === 'asking') return false;
  const runs = surroundings.setting === 'code' || surroundings.setting === 'configuration';
  if (PLACEHOLDER_SCHEME.test(text.slice(from, from + 40).split('://', 1)[0] ?? '')) return false;
  const inProse = explaining || (surroundings.setting !== 'document' && hasWordsAround(text, from, to));
  if (kind === 'generic' && (!runs || inProse || (isPlaceholderHost(host) && isPlaceholderUser(user)))) return false;
  if (surroundings.test) return isRealHost(host) && looksDrawn(password, 6);
  if (surroundings.setting === 'document')
    return (
      !isPlaceholderHost(host) &&
      !(hasWordsAround(text, from, to) && INTRODUCES.test(text.slice(Math.max(0, from - 100), from)))
    );
  return !inProse || (isRealHost(host) && !INTRODUCES.test(text.slice(Math.max(0, from - 100), from)));
}

const CLIENTS =
  'psql|pg_\\w+|createdb|dropdb|mysql\\w*|mariadb\\w*|mongo\\w*|redis-cli|sqlcmd|curl|usql|prisma|alembic|sqlx|dbmate|migrate|goose|atlas|flyway|drizzle-kit|typeorm|knex|celery|docker|kubectl';
/** A command rather than a sentence: it begins with a variable or with the client of a database. */
const COMMAND = new RegExp(
  `^\\s*(?:(?:export|env|sudo|npx|pnpm|yarn|cross-env|exec|dlx)\\s+|\\w+=\\S+\\s+)*(?:(?:${CLIENTS})\\s|\\w+=["']?[a-z][\\w+.-]*://)`,
);

const LONGEST_COMMAND = 400;

/** Whether a text goes on in words before or behind an address: it is a sentence with an address in it. */
function hasWordsAround(text: string, from: number, to: number): boolean {
  if (from < LONGEST_COMMAND && COMMAND.test(text.slice(0, from + 40))) return false;
  return (
    /\p{L}{2,}\s/u.test(text.slice(Math.max(0, from - 60), from)) ||
    /^["'`)]*\s+\p{L}{2,}/u.test(text.slice(to, to + 60))
  );
}

function decoded(password: string): string {
  if (!password.includes('%')) return password;
  try {
    return decodeURIComponent(password);
  } catch (error) {
    if (error instanceof URIError) return password;
    throw error;
  }
}

/** Names user and host, unless that gave the password away: `postgres:postgres@localhost`. */
function whatConnects({ user, host }: Connection, password: string): string {
  if (user.includes(password) || host.includes(password)) return 'The password of a connection';
  const of = user !== '' && !user.includes(HOLE) && user.length < 80 ? ` of ${user}` : '';
  const at = host !== '' && !host.includes(HOLE) && host.length < 120 ? ` at ${host}` : '';
  return `The password${of}${at}`;
}
