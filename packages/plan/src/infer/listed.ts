import type { ListedPath } from './listed-paths';
import { keyOf } from './names';
import { roleOf, type Role, type RoleKind } from './roles';

/** A listed file with what its path says that it is. */
export interface Listed extends ListedPath {
  readonly role: Role;
}

/**
 * What every listed file is. One that lies in the domain below no folder of a kind is what its name says: the root of the
 * aggregate in whose folder it lies, or a part of it.
 */
export function withRoles(files: readonly ListedPath[], aggregates: readonly string[] = []): Listed[] {
  const roots = files
    .map(roleOf)
    .filter(({ kind, name, owner }) => kind === 'element' && owner !== undefined && keyOf(name) === keyOf(owner));
  const known = new Set([...aggregates, ...roots.map(({ name }) => name)].map(keyOf));
  return files.map((file) => {
    const role = roleOf(file);
    return { ...file, role: role.kind === 'element' ? elementRole(role, file, known) : role };
  });
}

/** What a person writes behind a path says what a folder does not: `settlement_status.py` (enum). */
const NOTED: readonly (readonly [RegExp, RoleKind])[] = [
  [/\benum/i, 'enum'],
  [/\bvalue[ -]?object|\bVO\b|đối tượng giá trị/i, 'valueObject'],
  [/\bentity|thực thể/i, 'entity'],
  [/\bdomain service|dịch vụ miền/i, 'service'],
];

function elementRole(role: Role, { folders, note = '' }: ListedPath, known: ReadonlySet<string>): Role {
  const { name, owner } = role;
  const isOwned =
    owner !== undefined && (known.has(keyOf(owner)) || folders.some((folder) => /^aggregates?$/.test(folder)));
  if (owner !== undefined && keyOf(name) === keyOf(owner)) return { kind: 'aggregate', name: owner, owner };
  if (known.has(keyOf(name))) return { kind: 'aggregate', name };
  const noted = NOTED.find(([pattern]) => pattern.test(note.slice(0, 200)))?.[1];
  if (noted !== undefined) return isOwned ? { ...role, kind: noted } : { kind: noted, name };
  return isOwned ? { ...role, kind: 'entity' } : { kind: 'extra', name };
}
