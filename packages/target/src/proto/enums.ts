import { type EnumModel, upperSnakeCase } from '@planner/model';
import { Claims } from './claims';
import { owner, type ProtoNames } from './names';
import { issueMembers, type IssuedElement, type ProtoNumbers } from './numbers';
import type { ProtoEnum } from './proto-model';
import { reservedOf } from './reserved';

/** An enum with what is given out for it. */
export interface NumberedEnum {
  readonly proto: ProtoEnum;
  readonly issued: IssuedElement;
}

/**
 * The enums of the contract. Their values share one scope with the rest of the package (`Foo { BAR_X }` and
 * `FooBar { X }` would both be `FOO_BAR_X`), so all of them are named together.
 */
export function numberedEnums(enums: readonly EnumModel[], names: ProtoNames, issued: ProtoNumbers): NumberedEnum[] {
  const claims = new Claims(Object.entries(issued).flatMap(([of, element]) => valuesEverIssued(element).map((name): [string, string] => [name, of])));
  const zeros = enums.map((model) => zeroValue(names.type(model.name), owner.enum(model.name), claims));
  return enums.map((model, index) => numberedEnum(model, zeros[index] ?? '', names, issued[owner.enum(model.name)], claims));
}

function valuesEverIssued({ kind, members, reserved }: IssuedElement): string[] {
  return kind === 'enum' ? [...Object.keys(members), ...reserved.map(({ name }) => name)] : [];
}

function numberedEnum(model: EnumModel, unspecified: string, names: ProtoNames, before: IssuedElement | undefined, claims: Claims): NumberedEnum {
  const name = names.type(model.name);
  const values = valueNames(model, name, unspecified, claims);
  const { members, reserved } = issueMembers([unspecified, ...values.values()].map((value) => ({ name: value })), before, 0);
  const described = new Map(model.members.map((member) => [member.name, member.description]));
  return {
    proto: {
      name,
      planName: model.name,
      file: names.sharedFile,
      ...(model.description === undefined ? {} : { description: model.description }),
      unspecified,
      values: [...values]
        .map(([member, value]) => ({ name: value, number: members[value]?.number ?? 0, member, ...withDescription(described.get(member)) }))
        .sort((a, b) => a.number - b.number),
      reserved: reservedOf({ members, reserved }),
    },
    issued: { kind: 'enum', name, members, reserved },
  };
}

/** buf's ENUM_ZERO_VALUE_SUFFIX and ENUM_VALUE_PREFIX. */
function zeroValue(name: string, of: string, claims: Claims): string {
  return claims.takeFirst(of, repeated(upperSnakeCase(name), '_VALUE').map((stem) => `${stem}_UNSPECIFIED`));
}

function valueNames(model: EnumModel, name: string, unspecified: string, claims: Claims): Map<string, string> {
  const own = new Set([unspecified]);
  const named = model.members.map((member): [string, string] => {
    const free = repeated(`${upperSnakeCase(name)}_${member.name}`, '_VALUE').filter((spelling) => !own.has(spelling));
    const value = claims.takeFirst(owner.enum(model.name), free);
    own.add(value);
    return [member.name, value];
  });
  return new Map(named);
}

function repeated(stem: string, suffix: string): string[] {
  return Array.from({ length: 9 }, (_, times) => stem + suffix.repeat(times));
}

function withDescription(description: string | undefined): { description?: string } {
  return description === undefined ? {} : { description };
}
