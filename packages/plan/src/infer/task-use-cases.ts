import type { SourceSpan, Text } from '@planner/model';
import type { Plan } from '../plan';
import { asciiOf, pascalName } from './names';

const LONGEST_TASK = 1000;
/** `use case`, `usecase`, `use-cases`, `ca sử dụng`. */
const PHRASE = /\buse[ -]?cases?\b|\bca sử dụng\b/iu;
const IDENTIFIER = '[\\p{L}][\\p{L}\\p{N}]*(?:[_-][\\p{L}\\p{N}]+)*';
const OTHER_KIND =
  /(?:Repository|RepositoryImpl|Dto|Servicer|Service|Mapper|Adapter|Gateway|Aggregate|Entity|Error|Exception|Event|Controller|Container|Port|Test|Tests)$/;
const ITEM = `(?:\`${IDENTIFIER}\`|\\p{Lu}[\\p{L}\\p{N}]*)`;
const LIST = `${ITEM}(?:(?:\\s*[,;/&+]\\s*(?:and\\s+|và\\s+)?|\\s+(?:and|và)\\s+)${ITEM})*`;
const SPOKEN = '(?:[Uu]se[ -]?[Cc]ases?|[Cc]a sử dụng)';
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}\`])(${LIST})\\s+${SPOKEN}`, 'gu');
const BEHIND = new RegExp(
  `${SPOKEN}(?:\\s+(?:class|classes|lớp|mới|sau|named|called|tên|cho|for))*\\s*[:(–-]*\\s*(${LIST})`,
  'gu',
);
const SUFFIXED = new RegExp(`(?<![\\p{L}\\p{N}])(${IDENTIFIER}?)_?[Uu]se_?[Cc]ase(?![\\p{L}\\p{N}])`, 'gu');
/** Words before or after the phrase that are no names. */
const VERBS =
  /^(?:Create|Implement|Write|Add|Build|Define|Design|Expose|Wire|Test|Update|Each|Every|The|All|New|For|This|Application|Custom|Use|Case|Cases|Classes|Class|Tao|Trien|Khai|Viet|Them|Xay|Dung|Dinh|Nghia|Cai|Dat|Cac|Moi)$/;

/** The use cases that only the tasks of a plan name: ``Implement `PlaceOrder` use case``, `Triển khai use case HuyLenh`. */
export function useCasesInTasks(plan: Pick<Plan, 'tasks'>): Text[] {
  const found = new Map<string, Text>();
  for (const task of plan.tasks) {
    for (const name of namesIn(task.text.slice(0, LONGEST_TASK))) add(found, name, task.span);
  }
  return [...found.values()];
}

function add(found: Map<string, Text>, text: string, span: SourceSpan): void {
  if (!found.has(text.toLowerCase())) found.set(text.toLowerCase(), { text, span });
}

function namesIn(task: string): string[] {
  const text = task.normalize('NFC').replace(/`[^`]*\/[^`]*`/g, ' ');
  const suffixed = [...text.matchAll(SUFFIXED)].map(([, name = '']) => name).filter((name) => /[\p{Lu}_]/u.test(name));
  const spoken = PHRASE.test(text) ? besidePhrase(text) : [];
  const anywhere = spoken.length === 0 && suffixed.length === 0 && PHRASE.test(text) ? inCode(text) : [];
  const names = [...suffixed, ...spoken, ...anywhere].map(nameOf);
  return names.filter((name) => name !== '' && !OTHER_KIND.test(name) && !VERBS.test(name));
}

/** In backticks: one identifier each. */
function inCode(text: string): string[] {
  const codes = [...text.matchAll(/`([^`]{1,80})`/g)].map(([, code = '']) => code.trim().replace(/\(.*\)$/s, ''));
  return codes.filter((code) => new RegExp(`^${IDENTIFIER}$`, 'u').test(code) && !/^[a-z]+$/.test(code));
}

/** The list of names that stands directly before the phrase or behind it. */
function besidePhrase(text: string): string[] {
  const before = [...text.matchAll(BEFORE)].map(([, list = '']) => list);
  const behind = [...text.matchAll(BEHIND)].map(([, list = '']) => list);
  const items = [...before, ...behind].flatMap((list) => list.match(new RegExp(ITEM, 'gu')) ?? []);
  return items.map((item) => item.replace(/`/g, '').trim()).filter((item) => !VERBS.test(asciiOf(item)));
}

function nameOf(text: string): string {
  return pascalName(text).replace(/Use_?Cases?$/, '');
}
