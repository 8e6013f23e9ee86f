import type { CommentFact, Place, SourceFacts, TextFact } from '@planner/target';
import type { Connection } from './connections/connection';
import { passwordsInCommands, passwordsInStatements } from './connections/commands';
import { passwordsInPairs } from './connections/pairs';
import { passwordsInUrls, passwordWithoutScheme } from './connections/url';
import { isCredential, withoutScheme } from './decide-named';
import { flatten, HOLE, Origin } from './flat-text';
import { isPlaceholderHost, isRealHost } from './hosts';
import { kindOfName, namesSystem } from './names';
import { passwordOfArgument } from './positions';
import { CREDENTIAL_RULES, type CredentialRule, type Secret } from './secret';
import { shapesIn } from './shapes';
import type { Surroundings } from './surroundings';
import {
  amongNames,
  groupTexts,
  insideExample,
  insideSystem,
  namesUser,
  speaksOfConnection,
  type TextGroup,
} from './text-groups';
import { asksForChange, kindOfValue, looksDrawn } from './values';
import { isWorthALook } from './worth-a-look';

/** The facts that credentials are found in. */
export type Texts = Pick<SourceFacts, 'texts' | 'comments'>;

/** How a text with an address in it is to be read. */
interface Reading {
  readonly surroundings: Surroundings;
  /** The text is known to be a connection string. */
  readonly trusted: boolean;
  /** It explains something: a comment, a docstring, a help text. */
  readonly explains: boolean;
  readonly isDefault: boolean;
}

/** Every credential in the texts of one file, each once, in the order of the source. */
export function secretsIn(facts: Texts, source: string, surroundings: Surroundings): Secret[] {
  const found: Secret[] = [];
  let groups: (TextGroup | undefined)[] | undefined;
  facts.texts.forEach((fact, index) => {
    if (!mayBeCredential(fact)) return;
    groups ??= groupTexts(facts.texts);
    const name = isSecondOfPair(fact, facts.texts[index - 1], source)
      ? 'connection_password'
      : nameOf(fact, groups[index], source);
    found.push(...secretsOfText(fact, name, groups[index], source, surroundings));
  });
  for (const comment of facts.comments) found.push(...secretsOfComment(comment, source, surroundings));
  if (!surroundings.test && source.includes(KEY_MARK)) found.push(...keysIn(source));
  return withoutDoubles(found);
}

const KEY_MARK = '-----BEGIN ';

/** Private keys, in whatever the file is: they span lines, which not every reader puts together. */
function keysIn(source: string): Secret[] {
  return shapesIn(source).flatMap(({ kind, what, start, end, last = end }) =>
    kind === 'private key'
      ? [{ rule: CREDENTIAL_RULES.key, at: { start, end }, hidden: { start, end: last }, what: `A ${what}` }]
      : [],
  );
}

/** Cheap, and true of every text that is found to be one: most texts are about something else. */
function mayBeCredential(fact: TextFact): boolean {
  const { context } = fact;
  if ('name' in context && (kindOfName(context.name) !== 'other' || NAMED_BY_OTHERS.test(context.name))) return true;
  if (context.kind === 'environmentDefault' && kindOfName(context.variable) !== 'other') return true;
  return context.kind === 'argument' || context.kind === 'other' || isWorthALook(flatten(fact));
}

/** What these hold goes by another name. */
const NAMED_BY_OTHERS = /^(?:value|default|defaultValue|(?:\w+_?)?auth|credentials?|userinfo)$/i;

function secretsOfText(
  fact: TextFact,
  name: string | undefined,
  group: TextGroup | undefined,
  source: string,
  surroundings: Surroundings,
): Secret[] {
  const flat = flatten(fact);
  if (flat.trim() === '') return [];
  const isDefault = countsWithoutAnother(fact, group, source);
  if (isWorthALook(flat)) {
    const trusted =
      (name !== undefined && kindOfName(name) === 'connection') ||
      insideSystem(fact) ||
      (name !== undefined && namesSystem(name));
    const reading: Reading = { surroundings, trusted, explains: explains(fact), isDefault };
    const inside = secretsInside(flat, fact.at, source, reading);
    if (inside.length > 0) return inside;
  }
  if (name === undefined || fact.context.kind === 'documentation' || fact.context.kind === 'comparison') return [];
  if (insideExample(fact)) return [];
  const inSystem = namesSystem(name) || insideSystem(fact) || speaksOfConnection(group);
  const named = { name, value: flat, isDefault, inSystem, withUser: namesUser(group), amongNames: amongNames(fact) };
  if (!isCredential(named, surroundings)) return [];
  if (surroundings.test && !countsInTest(flat, group?.host)) return [];
  const value = withoutScheme(flat.trim());
  const start = flat.indexOf(value);
  const kind = kindOfName(name);
  const rule = isDefault
    ? CREDENTIAL_RULES.default
    : kind === 'token'
      ? CREDENTIAL_RULES.token
      : CREDENTIAL_RULES.password;
  return [
    {
      rule,
      at: new Origin(source, fact.at, flat).placeOf(start, start + value.length),
      what: whatIsNamed(name, kind === 'password', isDefault),
    },
  ];
}

/** What a text holds besides being one: addresses, strings of pairs, commands, statements, keys. */
function secretsInside(flat: string, at: Place, source: string, reading: Reading): Secret[] {
  const found: { start: number; end: number; rule: CredentialRule; what: string }[] = [];
  for (const shape of shapesIn(flat)) {
    if (shape.kind === 'token') found.push({ ...shape, rule: CREDENTIAL_RULES.token, what: `A ${shape.what}` });
  }
  for (const connection of connectionsIn(flat, reading.trusted)) {
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

function connectionsIn(text: string, trusted: boolean): Connection[] {
  const urls = passwordsInUrls(text);
  if (urls.length > 0) return urls;
  const pairs = passwordsInPairs(text, trusted);
  if (pairs.length > 0 || !trusted) return pairs;
  const bare = passwordWithoutScheme(text.trim());
  const offset = text.indexOf(text.trim());
  return bare ? [{ ...bare, start: bare.start + offset, end: bare.end + offset }] : [];
}

const PLACEHOLDER_SCHEME = /^(?:driver|scheme|protocol|dialect|dialect\+driver|db|database|engine|backend|foo|proto)$/i;
const INTRODUCES =
  /(?:e\.?g\.?|example|such as|like|format|usage|syntax|looks|z\.\s?b\.|ví dụ|beispiel|default is|:param|>>>)[^\n]{0,80}$/i;

/** Whether the password of a connection is one that somebody could use. */
function isOpen(
  text: string,
  connection: Connection,
  { surroundings, explains: explaining, isDefault }: Reading,
): boolean {
  const { host, user, from, to } = connection;
  const password = decoded(text.slice(connection.start, connection.end));
  const kind = kindOfValue(password);
  if (kind === 'none') return false;
  const runs = surroundings.setting === 'code' || surroundings.setting === 'configuration';
  if (kind === 'asking') return runs && isDefault && asksForChange(password);
  if (PLACEHOLDER_SCHEME.test(text.slice(from, from + 40).split('://', 1)[0] ?? '')) return false;
  const inProse = explaining || (surroundings.setting !== 'document' && hasWordsAround(text, from, to));
  if (kind === 'generic' && (!runs || inProse || (isPlaceholderHost(host) && kindOfValue(user || 'user') !== 'real')))
    return false;
  if (surroundings.test) return isRealHost(host) && looksDrawn(password, 6);
  if (surroundings.setting === 'document')
    return (
      !isPlaceholderHost(host) &&
      !(hasWordsAround(text, from, to) && INTRODUCES.test(text.slice(Math.max(0, from - 100), from)))
    );
  return !inProse || (isRealHost(host) && !INTRODUCES.test(text.slice(Math.max(0, from - 100), from)));
}

/** Whether a text goes on in words before or behind an address: it is a sentence with an address in it. */
function hasWordsAround(text: string, from: number, to: number): boolean {
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

function secretsOfComment({ text, at }: CommentFact, source: string, surroundings: Surroundings): Secret[] {
  if (!isWorthALook(text) || surroundings.forPeople) return [];
  return secretsInside(text, at, source, { surroundings, trusted: false, explains: true, isDefault: false });
}

/** In a test a credential counts where it opens something outside of the machine. */
function countsInTest(value: string, host: string | undefined): boolean {
  return host !== undefined && isRealHost(host) && looksDrawn(value, 6);
}

const EXPLAINING =
  /^(?:help|description|desc|doc|docs|documentation|example|examples|title|label|placeholder|hint|message|usage|epilog|summary|comment|note)$/i;

/** Help texts, messages, examples. */
function explains({ context }: TextFact): boolean {
  if (context.kind === 'documentation') return true;
  if (context.kind === 'property' || context.kind === 'keyword' || context.kind === 'assignment')
    return EXPLAINING.test(context.name);
  return (
    context.kind === 'argument' && /(?:Error|Exception|Warning|describe|it|test|expect|fail)$/.test(context.callee)
  );
}

/** The name that says what a text is: its own, or the one that a neighbour gives. */
function nameOf(fact: TextFact, group: TextGroup | undefined, source: string): string | undefined {
  const { context } = fact;
  switch (context.kind) {
    case 'environmentDefault':
      return context.variable;
    case 'property':
      if (context.name === 'value' && group?.label !== undefined) return group.label;
      return context.name === 'default' || context.name === 'defaultValue' || context.name === 'value'
        ? context.object.at(-1)
        : context.name;
    case 'keyword':
      return context.name === 'default' || context.name === 'value'
        ? (optionOf(group) ?? nameInFront(source, fact.at.start))
        : context.name;
    case 'assignment':
    case 'parameterDefault':
      return context.name;
    case 'argument':
      return (
        passwordOfArgument(context.callee, context.index, group?.positions ?? new Map<number, string>()) ??
        (context.index === 0 && GIVES_DEFAULT.test(context.callee) ? nameInFront(source, fact.at.start) : undefined)
      );
    default:
      return LABEL.exec(source.slice(Math.max(0, fact.at.start - 120), fact.at.start))?.[1];
  }
}

/** `password: 'x'` at the beginning of a line: what is an entry of an object is no more than a label where the object around it is left out. */
const LABEL = /(?:^|[\n{,])\s*["']?([A-Za-z_][\w-]{0,80})["']?\s*:\s*$/;
const PAIR_OF_BOTH = /^(?:(?:basic|http|proxy)_?)?auth$|^credentials?$|^userinfo$/i;

/** `auth=("neo4j", "x")`: a user and a password in one. */
function isSecondOfPair(fact: TextFact, before: TextFact | undefined, source: string): boolean {
  const { context } = fact;
  if (
    (context.kind !== 'keyword' && context.kind !== 'property' && context.kind !== 'assignment') ||
    !PAIR_OF_BOTH.test(context.name)
  )
    return false;
  if (before?.context.kind !== context.kind || before.context.name !== context.name) return false;
  return /^\s*,\s*$/.test(source.slice(before.at.end, Math.min(fact.at.start, before.at.end + 40)));
}

/** `password: z.string().default('x')`, `password: str = Field('x')`. */
const GIVES_DEFAULT =
  /(?:^|\.)(?:default|prefault|catch|Field|field|mapped_column|Option|Argument|withDefault|devDefault)$/;

/** The name that a call is given to, as it stands in front of it in the source. */
function nameInFront(source: string, start: number): string | undefined {
  const before = source
    .slice(Math.max(0, start - 240), start)
    .replace(/\b(?:default|value)\s?[=:]\s?(?:[frbu]{0,2})$/, '');
  const annotated = /\b(\w{1,100})[ \t]?:[ \t]?[\w.[\], |"']{1,80}=\s?[\w.]{1,60}\(\s*$/.exec(before);
  return (annotated ?? /["']?([A-Za-z_][\w-]{0,100})["']?\s?[:=](?![:=])[^:={};]{0,160}$/.exec(before))?.[1];
}

/** `--db-password` of `add_argument('--db-password', default='x')`. */
function optionOf(group: TextGroup | undefined): string | undefined {
  const names = [...(group?.positions.values() ?? [])].map((text) => text.replace(/[ =<[].*$/s, ''));
  return names.find((name) => kindOfName(name) !== 'other') ?? names[0];
}

/** It counts where nothing else is given. */
function countsWithoutAnother({ context, at }: TextFact, group: TextGroup | undefined, source: string): boolean {
  if (context.kind === 'environmentDefault' || context.kind === 'parameterDefault') return true;
  if (/(?:\?\?|\|\||\bor)\s*[frbu]{0,2}$/i.test(source.slice(Math.max(0, at.start - 12), at.start))) return true;
  if (context.kind === 'property') return context.name === 'default' || context.name === 'defaultValue';
  if (context.kind === 'keyword') return context.name === 'default';
  if (context.kind === 'argument' && context.index === 0) return GIVES_DEFAULT.test(context.callee);
  return (
    context.kind === 'argument' &&
    context.index > 0 &&
    kindOfName(group?.positions.get(context.index - 1) ?? '') !== 'other'
  );
}

/** Names user and host, unless that gave the password away: `postgres:postgres@localhost`. */
function whatConnects({ user, host }: Connection, password: string): string {
  if (user.includes(password) || host.includes(password)) return 'The password of a connection';
  const of = user !== '' && !user.includes(HOLE) && user.length < 80 ? ` of ${user}` : '';
  const at = host !== '' && !host.includes(HOLE) && host.length < 120 ? ` at ${host}` : '';
  return `The password${of}${at}`;
}

function whatIsNamed(name: string, isPassword: boolean, isDefault: boolean): string {
  return `${isDefault ? 'The default' : 'The value'} of ${name.slice(0, 80)}${isPassword ? '' : ', a secret,'}`;
}

function withoutDoubles(secrets: Secret[]): Secret[] {
  const seen = new Set<number>();
  return secrets.sort((a, b) => a.at.start - b.at.start).filter(({ at }) => !seen.has(at.start) && seen.add(at.start));
}
