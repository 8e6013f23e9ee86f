import type { IssuedElement } from './numbers';
import type { ProtoReserved } from './proto-model';

/** What a message or enum must not use again: every number that was removed, and its name unless that is in use again. */
export function reservedOf({ members, reserved }: Pick<IssuedElement, 'members' | 'reserved'>): ProtoReserved {
  const names = new Set(reserved.map(({ name }) => name).filter((name) => !Object.hasOwn(members, name)));
  return { numbers: reserved.map(({ number }) => number).sort((a, b) => a - b), names: [...names].sort() };
}
