import type { TextFact } from '@planner/target';
import { flatten } from './flat-text';
import { namesSystem } from './names';
import { wordsIn } from './vocabulary';

/** The properties of one object, or the arguments of one call, as far as they are texts. */
export interface TextGroup {
  readonly names: Set<string>;
  /** The texts under `name`, `key` and `host`, which say what the others are. */
  label: string | undefined;
  host: string | undefined;
  user: string | undefined;
  /** The call that an object is given to. */
  readonly call: TextGroup | undefined;
  /** The arguments by position. */
  readonly positions: Map<number, string>;
  lastEnd: number;
}

/** Texts further apart belong to two objects that only look alike. */
const NEAR = 1500;
const LONGEST_LABEL = 200;

/** Which texts stand together. One pass. */
export function groupTexts(facts: readonly TextFact[]): (TextGroup | undefined)[] {
  const open = new Map<string, TextGroup>();
  return facts.map((fact) => {
    const { context, at } = fact;
    const key = keyOf(fact);
    if (key === undefined) return undefined;
    let group = open.get(key);
    const again =
      group &&
      ((context.kind === 'argument' && group.positions.has(context.index)) ||
        ('name' in context && group.names.has(context.name.toLowerCase())));
    if (!group || again || at.start - group.lastEnd > NEAR) {
      group = newGroup(
        context.kind === 'property' && context.object.length === 1 ? open.get(`(${context.object.join()}`) : undefined,
        at.end,
      );
      open.set(key, group);
    }
    group.lastEnd = Math.max(group.lastEnd, at.end);
    note(group, fact);
    return group;
  });
}

function newGroup(call: TextGroup | undefined, lastEnd: number): TextGroup {
  return { names: new Set(), label: undefined, host: undefined, user: undefined, call, positions: new Map(), lastEnd };
}

function keyOf({ context }: TextFact): string | undefined {
  if (context.kind === 'property') return `{${context.object.join('\0')}`;
  if (context.kind === 'argument' || context.kind === 'keyword') return `(${context.callee}`;
  return undefined;
}

function note(group: TextGroup, fact: TextFact): void {
  const { context } = fact;
  const short = fact.at.end - fact.at.start <= LONGEST_LABEL;
  if (context.kind === 'argument' && short) group.positions.set(context.index, flatten(fact));
  if (context.kind !== 'property' && context.kind !== 'keyword') return;
  const name = context.name.toLowerCase();
  group.names.add(name);
  if (!short) return;
  if (name === 'name' || name === 'key') group.label = flatten(fact);
  if (USERS.has(name)) group.user = flatten(fact);
  if (name === 'host' || name === 'hostname' || name === 'server') group.host = flatten(fact);
}

const USERS = new Set(
  'user username userid user_name uid login usr taikhoan tai_khoan nguoidung nguoi_dung tendangnhap ten_dang_nhap'.split(
    ' ',
  ),
);
const PLACES = new Set([
  'host',
  'hostname',
  'server',
  'database',
  'dbname',
  'db',
  'port',
  'dialect',
  'engine',
  'dsn',
  'driver',
  'adapter',
  'drivername',
  'schema',
  'initialcatalog',
  'jdbcurl',
  'connectstring',
  'sid',
  'bucket',
]);

/** Whether the names beside a password are those of the settings of a connection. */
export function speaksOfConnection(group: TextGroup | undefined): boolean {
  if (!group) return false;
  for (const name of group.names) if (PLACES.has(name)) return true;
  return false;
}

/** Whether somebody is named beside it. */
export function namesUser(group: TextGroup | undefined): boolean {
  if (!group) return false;
  for (const name of group.names) if (USERS.has(name)) return true;
  return false;
}

/** `{ user: 'username', password: 'passwd' }`: what is called a user is the name of a field or of a variable. */
export function namesFields(group: TextGroup | undefined): boolean {
  return group?.user !== undefined && FIELD_OF_USER.test(group.user);
}

const FIELD_OF_USER =
  /^(?:user|user_?name|user_?id|uid|usr|login|e?mail|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_?USER(?:_?NAME)?|PGUSER)$/i;

/** The names around a text, outermost first. */
export function surroundingNames({ context }: TextFact): readonly string[] {
  if (context.kind === 'property') return context.object;
  if (context.kind === 'argument' || context.kind === 'keyword') return [context.callee];
  return [];
}

/** Whether a text is given to something that opens a database or the like, or stands in its settings. */
export function insideSystem(fact: TextFact): boolean {
  return surroundingNames(fact).some(namesSystem);
}

const PEOPLE = new Set(
  'label labels message messages error errors translation translations i18n locale locales placeholder placeholders title titles description descriptions help hint hints tooltip validation validations rule rules field fields column columns header headers attribute attributes route routes path paths endpoint endpoints selector selectors locator locators icon icons text texts copy strings enum types type scopes permissions keys names aria'.split(
    ' ',
  ),
);

/** Whether a text stands in an example of what a document describes: a schema of OpenAPI or of pydantic. */
export function insideExample({ context }: TextFact): boolean {
  return context.kind === 'property' && context.object.some((name) => /^examples?$/i.test(name));
}

/** Whether a text stands among labels, messages, routes, columns and the like. */
export function amongNames(fact: TextFact): boolean {
  return fact.context.kind === 'property' && fact.context.object.some((name) => PEOPLE.has(wordsIn(name).at(-1) ?? ''));
}
