import type { CommentFact, Place, SourceFacts, TextFact } from '@planner/target';
import { passwordInWord } from './command-lines';
import { isCredential, withoutScheme } from './decide-named';
import { embeddedTexts } from './embedded';
import { flatten, Origin } from './flat-text';
import { handedOn } from './handed-on';
import { isRealHost } from './hosts';
import { secretsInside, type Reading } from './inside';
import { countsWithoutAnother, goesByAnotherName, isOneOfPasswords, nameOf, nameOfSecond } from './naming';
import { kindOfName, namesBoth, namesSystem } from './names';
import { CREDENTIAL_RULES, type Secret } from './secret';
import { shapesIn } from './shapes';
import type { Surroundings } from './surroundings';
import {
  amongNames,
  groupTexts,
  insideExample,
  insideSystem,
  namesFields,
  namesUser,
  speaksOfConnection,
  type TextGroup,
} from './text-groups';
import { kindOfValue, looksDrawn } from './values';
import { isWorthALook } from './worth-a-look';

/** The facts that credentials are found in. */
export type Texts = Pick<SourceFacts, 'texts' | 'comments'>;

/** Every credential in the texts of one file, each once, in the order of the source. */
export function secretsIn(facts: Texts, source: string, surroundings: Surroundings): Secret[] {
  const { texts } = facts;
  const found: Secret[] = [];
  let constants: ReadonlyMap<string, string> | undefined;
  let groups: (TextGroup | undefined)[] | undefined;
  texts.forEach((fact, index) => {
    const word = surroundings.test ? undefined : passwordInWord(texts, index, source);
    if (word) found.push(...secretOfCommand(fact, word, source));
    let named = nameOfSecond(fact, texts[index - 1], source);
    const neutral = named === undefined ? neutralName(fact) : undefined;
    if (neutral !== undefined) named = (constants ??= handedOn(texts, source)).get(neutral);
    if (named === undefined && !mayBeCredential(fact)) return;
    groups ??= groupTexts(texts);
    const name = named ?? nameOf(fact, groups[index], source);
    found.push(...secretsOfText(fact, name, groups[index], source, surroundings));
  });
  for (const comment of facts.comments) found.push(...secretsOfComment(comment, source, surroundings));
  if (!surroundings.test && source.includes(KEY_MARK)) found.push(...keysIn(source));
  return withoutDoubles(found);
}

/** The name of a constant that does not say what it is, with something drawn in it. */
function neutralName(fact: TextFact): string | undefined {
  const { context } = fact;
  if (context.kind !== 'assignment' || kindOfName(context.name) !== 'other') return undefined;
  return looksDrawn(flatten(fact), 6) ? context.name : undefined;
}

function secretOfCommand(fact: TextFact, { start, end }: Place, source: string): Secret[] {
  const flat = flatten(fact);
  const kind = kindOfValue(flat.slice(start, end));
  if (kind !== 'real' && kind !== 'generic') return [];
  const at = new Origin(source, fact.at, flat).placeOf(start, end);
  return [{ rule: CREDENTIAL_RULES.password, at, what: 'A password in a command' }];
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
  if ('name' in context && (kindOfName(context.name) !== 'other' || goesByAnotherName(context.name))) return true;
  if (context.kind === 'environmentDefault' && kindOfName(context.variable) !== 'other') return true;
  return (
    context.kind === 'argument' || context.kind === 'other' || isOneOfPasswords(fact) || isWorthALook(flatten(fact))
  );
}

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
  const holdsBoth = name !== undefined && namesBoth(name);
  if (holdsBoth || isWorthALook(flat)) {
    const trusted =
      (name !== undefined && kindOfName(name) === 'connection') ||
      insideSystem(fact) ||
      (name !== undefined && namesSystem(name));
    const reading: Reading = { surroundings, trusted, holdsBoth, explains: explains(fact), isDefault };
    const inside = [...secretsInside(flat, fact.at, source, reading), ...secretsEmbedded(flat, fact, source, reading)];
    if (inside.length > 0) return inside;
  }
  if (name === undefined || fact.context.kind === 'documentation' || fact.context.kind === 'comparison') return [];
  if (insideExample(fact)) return [];
  const inSystem = namesSystem(name) || insideSystem(fact) || speaksOfConnection(group);
  const named = {
    name,
    value: flat,
    isDefault,
    inSystem,
    withUser: namesUser(group),
    amongNames: amongNames(fact) || namesFields(group),
  };
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

/** A configuration within a text is read like a file of its own. */
function secretsEmbedded(flat: string, fact: TextFact, source: string, { surroundings, explains }: Reading): Secret[] {
  if (explains) return [];
  const texts = embeddedTexts(flat);
  if (texts.length === 0) return [];
  const origin = new Origin(source, fact.at, flat);
  return secretsIn({ texts, comments: [] }, flat, surroundings).map((secret) => ({
    ...secret,
    at: origin.placeOf(secret.at.start, secret.at.end),
  }));
}

function secretsOfComment({ text, at }: CommentFact, source: string, surroundings: Surroundings): Secret[] {
  if (!isWorthALook(text) || surroundings.forPeople) return [];
  return secretsInside(text, at, source, {
    surroundings,
    trusted: false,
    holdsBoth: false,
    explains: true,
    isDefault: false,
  });
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

function whatIsNamed(name: string, isPassword: boolean, isDefault: boolean): string {
  return `${isDefault ? 'The default' : 'The value'} of ${name.slice(0, 80)}${isPassword ? '' : ', a secret,'}`;
}

function withoutDoubles(secrets: Secret[]): Secret[] {
  const seen = new Set<number>();
  return secrets.sort((a, b) => a.at.start - b.at.start).filter(({ at }) => !seen.has(at.start) && seen.add(at.start));
}
