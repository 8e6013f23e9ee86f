import type { SourceSpan, Text } from '@planner/model';
import { slugOf } from '../naming/slug';
import type { Plan, PlanField } from '../plan';
import { asciiOf, keyOf, pascalName } from './names';

const LONGEST_PROSE = 500;

/** The context as kebab-case out of a sentence such as `Broker Bounded Context (SSI, VPS)`; undefined if it says none. */
export function contextIn(plan: Pick<Plan, 'overview'>): Text | undefined {
  const field = plan.overview.get('context');
  if (field === undefined) return undefined;
  const said = field.text.trim() === '' ? (field.items[0]?.text ?? '') : field.text;
  const name = kebabName(contextName(said.slice(0, LONGEST_PROSE)));
  return name === undefined ? undefined : { text: name, span: field.span };
}

/** kebab-case, beginning with a letter and no longer than a context may be. */
export function kebabName(text: string): string | undefined {
  const slug = slugOf(asciiOf(text)).replace(/^[0-9]+-?/, (digits) => `c${digits}`);
  const cut = slug.length <= LONGEST_CONTEXT ? slug : slug.slice(0, LONGEST_CONTEXT).replace(/-[^-]*$/, '');
  return cut === '' ? undefined : cut;
}
const LONGEST_CONTEXT = 40;

function contextName(text: string): string {
  const code = /`([^`]+)`/.exec(text)?.[1];
  if (code !== undefined) return stripped(code);
  const plain = text.replace(/\*\*|__/g, '').trim();
  const inside = /\(([^()]*)\)/.exec(plain)?.[1]?.trim() ?? '';
  const outside = plain.replace(/\([^()]*\)/g, ' ').trim();
  if (/[^\0-\x7f]/.test(outside) && /^[A-Za-z][A-Za-z0-9 _-]{0,40}$/.test(inside) && !CONTEXT_ONLY.test(inside))
    return stripped(inside);
  const [first = ''] = outside.split(/\s[–—-]+\s|[:;,.|/→]|\s->\s/);
  const named = NAMED_CONTEXT.exec(first)?.[1];
  return stripped(named ?? first);
}

const CONTEXT_ONLY = /^(?:bounded |ddd )?context$/i;

/** In a sentence, the words with capitals before the word `context`: `This belongs to the Market Data bounded context`. */
const NAMED_CONTEXT = /(?:^|\s)((?:\p{Lu}[\p{L}\p{N}]*[ -])+)(?:[Bb]ounded[ -])?[Cc]ontext/u;

const PADDING =
  /(?:^|[\s-])(?:bounded|ddd|context|contexts|the|a|an|domain|subdomain|module|service|ngữ cảnh|bối cảnh|giới hạn|ngữ cảnh giới hạn|thuộc|miền)(?=$|[\s-])/giu;

function stripped(text: string): string {
  const rest = text.replace(PADDING, ' ').replace(PADDING, ' ').trim();
  return rest === '' ? text : rest;
}

/** The aggregates that the overview names, in its order, each once. */
export function aggregatesIn(plan: Pick<Plan, 'overview'>): Text[] {
  const field = plan.overview.get('aggregates');
  if (field === undefined) return [];
  const found = new Map<string, Text>();
  for (const { text, span } of partsOf(field)) {
    for (const name of namesIn(text.slice(0, LONGEST_PROSE))) {
      if (!found.has(keyOf(name))) found.set(keyOf(name), { text: name, span });
    }
  }
  return [...found.values()];
}

function partsOf(field: PlanField): { text: string; span: SourceSpan }[] {
  return [
    ...(field.text.trim() === '' ? [] : [field]),
    ...field.items.map((item) => ({ ...item, text: headOf(item.text) })),
  ];
}

/** Of an item the name, not what is said about it: `Order: state transitions`, `**Order** - the root`. */
function headOf(text: string): string {
  return text.split(/:\s|\s[–—-]+\s|\s->\s|→/)[0] ?? text;
}

function namesIn(text: string): string[] {
  const codes = [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  if (codes.length > 0) return codes.flatMap(nameOf);
  const plain = text
    .replace(/\*\*|__/g, '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\.\s.*$/s, '');
  return plain.split(/[,;|+&/]|\s(?:and|và|with|cùng với|plus)\s/iu).flatMap(nameOf);
}

const ABOUT =
  /(?:^|[\s])(?:aggregates?|aggregate roots?|roots?|the|a|an|new|existing|mới|hiện có|gốc|root entity|entity|thực thể)(?=$|[\s])/giu;
/** What says that there is none. */
const NONE = /^(?:none|n\/?a|no|không|không có|tbd|todo|-)$/iu;

function nameOf(text: string): string[] {
  const words = headOf(text)
    .replace(ABOUT, ' ')
    .replace(ABOUT, ' ')
    .replace(/[.:!?"'“”*_[\]{}<>()]+/g, ' ')
    .trim();
  if (words === '' || NONE.test(words) || words.split(/\s+/).length > 4) return [];
  const name = pascalName(words);
  return name === '' || /^Aggregate(?:Root)?s?$/.test(name)
    ? []
    : [name.replace(/(?:Aggregate|AggregateRoot)$/, '') || name];
}
