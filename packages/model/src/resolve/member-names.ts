import type { Text } from '../declaration';
import { snakeCase } from '../naming';
import type { SourceSpan } from '../source';
import type { Problems } from './problems';

const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const PASCAL = /^[A-Z][a-zA-Z0-9]*$/;
const UPPER = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;
const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** The shortest limit of the databases (PostgreSQL: 63 bytes), with room for a suffix. */
const MAX_LENGTH = 56;

/** Reports a name that is not spelled as the plan format wants it. */
export function checkCamel(problems: Problems, name: Text, what: string): void {
  check(problems, name, CAMEL, what, 'camelCase, such as limitPrice');
}
export function checkPascal(problems: Problems, name: Text, what: string): void {
  check(problems, name, PASCAL, what, 'PascalCase, such as OrderLine');
}
export function checkUpperSnake(problems: Problems, name: Text, what: string): void {
  check(problems, name, UPPER, what, 'UPPER_SNAKE, such as PARTIALLY_FILLED');
}
export function checkKebab(problems: Problems, name: Text, what: string): void {
  check(problems, name, KEBAB, what, 'kebab-case, such as market-data');
}

function check(problems: Problems, name: Text, form: RegExp, what: string, wanted: string): void {
  if (!form.test(name.text)) {
    problems.error(
      'name/spelling',
      name.span,
      `${what} "${name.text}" is not written as it should be.`,
      `Write it in ${wanted}, in ASCII letters and digits.`,
    );
  } else if (name.text.length > MAX_LENGTH) {
    problems.error(
      'name/too-long',
      name.span,
      `${what} "${name.text.slice(0, 20)}…" has more than ${MAX_LENGTH} characters.`,
      'Choose a shorter name: databases cut longer ones.',
    );
  }
}

/** A name in one message, table or class; `implied` ones come with the kind of owner. */
export interface MemberName {
  readonly name: string;
  readonly span: SourceSpan;
}

/**
 * Reports members of one owner that would meet on the wire or in the database, where names are snake_case, and those
 * that meet an implied member.
 * @param settled names among the members that were compared with one another elsewhere
 */
export function checkMembers(
  problems: Problems,
  owner: string,
  members: readonly MemberName[],
  implied: readonly string[] = [],
  settled: ReadonlySet<string> = new Set(),
): void {
  const reserved = new Map(implied.map((name) => [snakeCase(name), name]));
  const taken = new Map(
    members.filter((member) => settled.has(member.name)).map((member) => [snakeCase(member.name), member]),
  );
  for (const member of members) {
    const key = snakeCase(member.name);
    const first = taken.get(key);
    const own = reserved.get(key);
    if (own !== undefined) {
      problems.error(
        'name/implied',
        member.span,
        `${owner} has the member "${own}" by itself.`,
        `Remove "${member.name}" or give it another name.`,
      );
    } else if (first !== undefined && !settled.has(member.name)) {
      const same = first.name === member.name ? 'appears twice' : `meets "${first.name}" on the wire, as ${key}`;
      problems.error(
        'name/clash',
        member.span,
        `"${member.name}" of ${owner} ${same}.`,
        `Rename it; the first stands in line ${first.span.start.line}.`,
      );
    } else taken.set(key, member);
  }
}
