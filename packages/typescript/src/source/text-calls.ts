import type { CallExpression, Node } from 'oxc-parser';
import type { ProcessEnvironment } from './process-environment';
import { bare, constantText, dottedName, keyName } from './syntax';
import { Pieces, type TakenApart } from './text-parts';

const FORMATS = /(?:^|\.)(?:format|sprintf|vsprintf)$/;
/** The placeholders of `util.format`: Node's documentation, "util.format(format[, ...args])"; `%%` is a percent sign. */
const PLACEHOLDER = /%([sdifjoOc%])/g;

/** The pieces of a text that a call makes of others: `[a, b].join(':')`, `'a'.concat(b)`, `'a'.replace('b', 'c')`, `format('%s', a)`. */
export function partsOfCall(call: CallExpression, environment: ProcessEnvironment): TakenApart | undefined {
  const { callee, arguments: given } = call;
  if (given.some(({ type }) => type === 'SpreadElement')) return undefined;
  const method = callee.type === 'MemberExpression' ? keyName(callee.property, callee.computed) : undefined;
  const pieces = new Pieces(environment);
  if (callee.type === 'MemberExpression') {
    const done = made(method, bare(callee.object), given, pieces);
    if (done) return pieces;
  }
  return FORMATS.test(dottedName(callee) ?? '') && format(given, pieces) ? pieces : undefined;
}

function made(method: string | undefined, object: Node, given: readonly Node[], pieces: Pieces): boolean {
  switch (method) {
    case 'join':
      return join(object, given.length === 0 ? ',' : constantText(given[0]), pieces);
    case 'concat':
      return concat(object, given, pieces);
    case 'replace':
    case 'replaceAll':
      return replace(object, given, pieces);
    default:
      return false;
  }
}

function join(list: Node, separator: string | undefined, pieces: Pieces): boolean {
  if (list.type !== 'ArrayExpression' || separator === undefined) return false;
  if (list.elements.some((element) => element?.type === 'SpreadElement')) return false;
  list.elements.forEach((element, index) => {
    if (index > 0) pieces.text(separator);
    if (element !== null) pieces.add(element);
  });
  return true;
}

function concat(first: Node, others: readonly Node[], pieces: Pieces): boolean {
  if (constantText(first) === undefined && first.type !== 'TemplateLiteral') return false;
  for (const each of [first, ...others]) pieces.add(each);
  return true;
}

/** A constant in place of a constant; anything else leaves the text as it was written. */
function replace(object: Node, [sought, replacement]: readonly Node[], pieces: Pieces): boolean {
  const [text, from, to] = [object, sought, replacement].map(constantText);
  if (text === undefined || from === undefined || to === undefined) return false;
  pieces.text(text.replaceAll(from, () => to));
  return true;
}

function format([template, ...values]: readonly Node[], pieces: Pieces): boolean {
  const text = constantText(template);
  if (text === undefined || !text.includes('%')) return false;
  let from = 0;
  for (const { 0: placeholder, 1: sign, index } of text.matchAll(PLACEHOLDER)) {
    const value = sign === '%' ? undefined : values.shift();
    pieces.text(text.slice(from, index));
    if (value !== undefined) pieces.filled(value);
    else pieces.text(sign === '%' ? '%' : placeholder);
    from = index + placeholder.length;
  }
  pieces.text(text.slice(from));
  for (const value of values) pieces.holes.push(value);
  return true;
}
