import { snakeCase } from '@planner/model';
import { KEYWORDS, OPERATION_LOCALS, OTHER_BUILTINS, OWN_MEMBERS, ROOT_MEMBERS, USED_BUILTINS } from './reserved';

/** A field of a generated class, and the keyword argument that fills it: `limitPrice` is `limit_price`, `class` is `class_`. */
export function attribute(name: string): string {
  return free(plain(name), [KEYWORDS, USED_BUILTINS, OWN_MEMBERS]);
}

/** A method of an aggregate root. */
export function rootMethod(name: string, taken: Iterable<string> = []): string {
  return free(plain(name), [KEYWORDS, USED_BUILTINS, ROOT_MEMBERS, new Set(taken)]);
}

/** A method of any other class, or a function. */
export function method(name: string, taken: Iterable<string> = []): string {
  return free(plain(name), [KEYWORDS, USED_BUILTINS, new Set(['self', 'cls', ...taken])]);
}

/** What an operation takes: `attribute`, but nothing that its body uses. `taken` are further names in scope. */
export function argument(name: string, taken: Iterable<string> = []): string {
  return free(attribute(name), [OPERATION_LOCALS, OTHER_BUILTINS, new Set(taken)]);
}

/** A local variable, a module-level function or constant. */
export function binding(name: string, taken: Iterable<string> = []): string {
  return free(plain(name), [KEYWORDS, USED_BUILTINS, OTHER_BUILTINS, new Set(taken)]);
}

/** A module or package of the project: `class` is `class_`. */
export function moduleName(name: string): string {
  return free(plain(name), [KEYWORDS]);
}

/** A snake_case name that Python takes for an identifier. */
function plain(name: string): string {
  const snake = snakeCase(name).replace(/[^\p{L}\p{N}_]/gu, '');
  return /^[\p{L}_]/u.test(snake) ? snake : `_${snake}`;
}

function free(name: string, reserved: readonly ReadonlySet<string>[]): string {
  let found = name;
  while (reserved.some((set) => set.has(found))) found += '_';
  return found;
}
