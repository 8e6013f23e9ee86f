import type { ListedPath } from './listed-paths';
import { keyOf } from './names';
import { roleOf, type Role } from './roles';

/** A listed file with what its path says that it is. */
export interface Listed extends ListedPath {
  readonly role: Role;
}

/**
 * What every listed file is. One that lies in the domain below no folder of a kind is what its name says: the root of the
 * aggregate in whose folder it lies, or a part of it.
 */
export function withRoles(files: readonly ListedPath[], aggregates: readonly string[] = []): Listed[] {
  const known = new Set(aggregates.map(keyOf));
  return files.map((file) => {
    const role = roleOf(file);
    return { ...file, role: role.kind === 'element' ? elementRole(role, file.folders, known) : role };
  });
}

function elementRole(role: Role, folders: readonly string[], known: ReadonlySet<string>): Role {
  const { name, owner } = role;
  const isOwned =
    owner !== undefined && (known.has(keyOf(owner)) || folders.some((folder) => /^aggregates?$/.test(folder)));
  if (owner !== undefined && keyOf(name) === keyOf(owner)) return { kind: 'aggregate', name: owner, owner };
  if (known.has(keyOf(name))) return { kind: 'aggregate', name };
  return isOwned ? { ...role, kind: 'entity' } : { kind: 'extra', name };
}
