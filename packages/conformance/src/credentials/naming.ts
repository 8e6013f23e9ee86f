import type { TextFact } from '@planner/target';
import { flatten } from './flat-text';
import { kindOfName, namesBoth, namesPasswords } from './names';
import { passwordOfArgument } from './positions';
import type { TextGroup } from './text-groups';
import { looksDrawn } from './values';

/** The name that says what a text is: its own, or the one that a neighbour gives. */
export function nameOf(fact: TextFact, group: TextGroup | undefined, source: string): string | undefined {
  const { context } = fact;
  switch (context.kind) {
    case 'environmentDefault':
      return context.variable;
    case 'property':
      if (context.name === 'value' && group?.label !== undefined) return group.label;
      if (isOneOfPasswords(fact)) return context.object.at(-1)?.replace(/s$/i, '');
      return isDefaultKey(context.name) || context.name === 'value'
        ? (optionOf(group?.call) ?? context.object.at(-1))
        : context.name;
    case 'keyword':
      return isDefaultKey(context.name) || context.name === 'value'
        ? (optionOf(group) ?? nameInFront(source, fact.at.start))
        : context.name;
    case 'assignment':
    case 'parameterDefault':
      return context.name;
    case 'argument':
      return (
        passwordOfArgument(context.callee, context.index, group?.positions ?? new Map<number, string>()) ??
        (givesDefault(context) ? nameInFront(source, fact.at.start) : undefined) ??
        (context.index === 0 && SETS_PASSWORD.test(context.callee) && looksDrawn(flatten(fact), 6)
          ? 'connection_password'
          : undefined)
      );
    default:
      return LABEL.exec(source.slice(Math.max(0, fact.at.start - 120), fact.at.start))?.[1];
  }
}

/** `password: 'x'` at the beginning of a line: what is an entry of an object is no more than a label where the object around it is left out. */
const LABEL = /(?:^|[\n{,])\s*["']?([A-Za-z_][\w-]{0,80})["']?\s*:\s*$/;

/** What the second of two texts in brackets goes by. */
export function nameOfSecond(fact: TextFact, before: TextFact | undefined, source: string): string | undefined {
  if (before === undefined || before.at.end >= fact.at.start) return undefined;
  if (!/^\s*,\s*$/.test(source.slice(before.at.end, Math.min(fact.at.start, before.at.end + 40)))) return undefined;
  const name = isUserAndPassword(fact, before) ? 'connection_password' : nameOfEntry(fact, before);
  return name !== undefined && areAlone(fact, before, source) ? name : undefined;
}

/** Whether brackets hold these two and nothing else, and are no call. */
function areAlone(fact: TextFact, before: TextFact, source: string): boolean {
  const opened = /(?:^|[^\w\s)\]])\s*[[(]\s*$/.test(source.slice(Math.max(0, before.at.start - 20), before.at.start));
  return opened && /^\s*,?\s*[\])]/.test(source.slice(fact.at.end, fact.at.end + 20));
}

/** `auth=("neo4j", "x")`: a user and a password in one. */
function isUserAndPassword(fact: TextFact, { context: before }: TextFact): boolean {
  const { context } = fact;
  if (context.kind !== 'keyword' && context.kind !== 'property' && context.kind !== 'assignment') return false;
  return (
    namesBoth(context.name) &&
    before.kind === context.kind &&
    before.name === context.name &&
    (context.kind !== 'assignment' || looksDrawn(flatten(fact), 6))
  );
}

/** `new Map([['DB_PASSWORD', 'x']])`, `dict([("password", "x")])`. Two words are as often a choice and its label, or a row of a table. */
function nameOfEntry(fact: TextFact, before: TextFact): string | undefined {
  const name = flatten(before);
  return name.length <= LONGEST_KEY && kindOfName(name) !== 'other' && looksDrawn(flatten(fact)) ? name : undefined;
}

const LONGEST_KEY = 100;

/** `builder.user('x').password('y')`; a word may as well be a message or a label. */
const SETS_PASSWORD = /\.(?:password|passwd|pwd)$/i;

/** `password: z.string().default('x')`, `password: str = Field('x')`. */
const GIVES_DEFAULT = /(?:^|\.)(?:default|prefault|catch|Field|field|Option|Argument|withDefault|devDefault)$/;
/** `password: v.optional(v.string(), 'x')`: valibot takes the default behind the schema. */
const GIVES_DEFAULT_BEHIND = /(?:^|\.)(?:optional|nullish|nullable|undefinedable|fallback)$/;

function givesDefault({ callee, index }: { readonly callee: string; readonly index: number }): boolean {
  return (index === 0 && GIVES_DEFAULT.test(callee)) || (index === 1 && GIVES_DEFAULT_BEHIND.test(callee));
}

/** The name that a call is given to, as it stands in front of it in the source. */
function nameInFront(source: string, start: number): string | undefined {
  const before = source
    .slice(Math.max(0, start - 240), start)
    .replace(/\b(?:default(?:_factory|_value)?|factory|value)\s?[=:]\s?(?:lambda\s?:\s?)?(?:[frbu]{0,2})$/, '');
  const annotated = /\b(\w{1,100})[ \t]?:[ \t]?[\w.[\], |"']{1,80}=\s?[\w.]{1,60}\(\s*$/.exec(before);
  return (annotated ?? /["']?([A-Za-z_][\w-]{0,100})["']?\s?[:=](?![:=])[^:={};]{0,160}$/.exec(before))?.[1];
}

/** `--db-password` of `add_argument('--db-password', default='x')`. */
function optionOf(group: TextGroup | undefined): string | undefined {
  const names = [...(group?.positions.values() ?? [])].map((text) => text.replace(/[ =<[].*$/s, ''));
  return names.find((name) => kindOfName(name) !== 'other') ?? names[0];
}

/** It counts where nothing else is given. */
export function countsWithoutAnother({ context, at }: TextFact, group: TextGroup | undefined, source: string): boolean {
  if (context.kind === 'environmentDefault' || context.kind === 'parameterDefault') return true;
  if (/(?:\?\?|\|\||\bor)\s*[frbu]{0,2}$/i.test(source.slice(Math.max(0, at.start - 12), at.start))) return true;
  if (context.kind === 'property' || context.kind === 'keyword') return isDefaultKey(context.name);
  if (context.kind === 'argument' && givesDefault(context)) return true;
  return (
    context.kind === 'argument' &&
    context.index > 0 &&
    kindOfName(group?.positions.get(context.index - 1) ?? '') !== 'other'
  );
}

/** `passwords: { dev: 'x' }`; a word may as well be a label. */
export function isOneOfPasswords(fact: TextFact): boolean {
  const { context } = fact;
  return context.kind === 'property' && namesPasswords(context.object.at(-1) ?? '') && looksDrawn(flatten(fact), 6);
}

/** What such a key holds is called by something else. */
export function goesByAnotherName(name: string): boolean {
  return isDefaultKey(name) || namesBoth(name) || /^value$/i.test(name);
}

/** What says that a value counts for want of another one; a factory is a function that returns it. */
function isDefaultKey(name: string): boolean {
  return /^(?:default|defaultValue|default_value|default_factory|factory)$/.test(name);
}
