/**
 * What the wire contract has given out, by owner: a type of the plan (`Order`, `enum OrderStatus`), a service
 * (`service OrderService`), or one side of an rpc (`OrderService.PlaceOrder request`). Plain JSON, kept in `planner.json`: a name stays with its owner, a
 * number is never changed and never given to another member; a removed member stays `reserved`.
 */
export interface ProtoNumbers {
  readonly [owner: string]: IssuedElement;
}

export interface IssuedElement {
  readonly kind: 'service' | 'message' | 'enum';
  /** In the contract: `Order`, `PlaceOrderRequest`. */
  readonly name: string;
  /** Members in use by wire name; a service has none here. */
  readonly members: Readonly<Record<string, IssuedMember>>;
  readonly reserved: readonly { readonly name: string; readonly number: number }[];
}

export interface IssuedMember {
  readonly number: number;
  /** Of a field: what it holds on the wire (`int32`, `repeated Fill`); another type gets another number. Absent in enums. */
  readonly type?: string;
}

/** A member that a message or enum should have now. */
export interface WantedMember {
  readonly name: string;
  readonly type?: string;
}

/**
 * Gives every wanted member its number: the one it has, else the next that was never used. What is no longer wanted, or
 * holds something else now, is reserved. Counting starts at `first`: 1 for
 * fields, 0 for an enum, whose `UNSPECIFIED` is wanted before the others.
 */
export function issueMembers(wanted: readonly WantedMember[], before: IssuedElement | undefined, first: number): Pick<IssuedElement, 'members' | 'reserved'> {
  const reserved = [...(before?.reserved ?? [])];
  const kept = new Map<string, IssuedMember>();
  for (const [name, member] of Object.entries(before?.members ?? {})) {
    const now = wanted.find((candidate) => candidate.name === name);
    if (now && sameOnTheWire(member.type, now.type)) kept.set(name, { ...member, ...(now.type === undefined ? {} : { type: now.type }) });
    else reserved.push({ name, number: member.number });
  }
  let next = Math.max(first, ...[...kept.values(), ...reserved].map(({ number }) => number + 1));
  const members = wanted.map(({ name, type }): [string, IssuedMember] => {
    const known = kept.get(name);
    if (known) return [name, known];
    const number = beyondReservedRange(next);
    next = number + 1;
    return [name, { number, ...(type === undefined ? {} : { type }) }];
  });
  return { members: Object.fromEntries(members), reserved };
}

/**
 * Whether a reader of the one type understands the other: presence does not matter, and `int32` may grow to `int64`
 * (protobuf.dev, "Updating A Message Type").
 */
function sameOnTheWire(before: string | undefined, now: string | undefined): boolean {
  return before === now || (before === 'int32' && now === 'int64');
}

/** protobuf keeps 19000 to 19999 for itself. */
function beyondReservedRange(number: number): number {
  return number >= 19000 && number <= 19999 ? 20000 : number;
}
