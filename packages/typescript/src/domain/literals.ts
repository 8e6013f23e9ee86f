import { stringLiteral } from '@planner/target';

/** `Pick<Money, 'amount' | 'currency'>`. */
export function pick(type: string, fields: readonly { readonly property: string }[]): string {
  return `Pick<${type}, ${fields.map(({ property }) => stringLiteral(property)).join(' | ')}>`;
}

/** `{ amount: …, currency: … }`, or just `data` where every field is taken over as it is. */
export function argument<F extends { readonly name: string; readonly property: string }>(
  fields: readonly F[],
  value: (field: F) => string,
): string {
  if (fields.every((field) => value(field) === `data.${field.name}` && field.name === field.property)) return 'data';
  return `{ ${fields.map((field) => `${field.property}: ${value(field)}`).join(', ')} }`;
}

/** `{ a: input.a, b: 1 }` as it stands in an array or a call. */
export function objectLiteral(members: readonly { readonly name: string; readonly value: string }[]): string {
  return `{ ${members.map(memberLiteral).join(', ')} }`;
}

/** `fills`, or `fills: frozenList([])`. */
export function memberLiteral({ name, value }: { readonly name: string; readonly value: string }): string {
  return name === value ? name : `${name}: ${value}`;
}
