import type {
  AdapterDeclaration,
  AggregateDeclaration,
  CallDeclaration,
  EnumMemberDeclaration,
  FieldDeclaration,
  ModelDeclaration,
  OperationDeclaration,
  OutputDeclaration,
  PolicyDeclaration,
  RuleDeclaration,
  UseCaseDeclaration,
  ValueObjectDeclaration,
} from '@planner/model';
import { Document, isCollection, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { printAssignment, printType } from './print-type';

type Value = Scalar | YAMLMap | YAMLSeq;
type Entry = readonly [key: string, value: Value | undefined];
type Named = { readonly name: { readonly text: string } };

/** An entry goes on one line, in braces, when it is no longer than this. */
const LINE = 110;

/**
 * A declaration as the text of a model block, in the order of the declaration, quoted where YAML or the grammar needs it.
 * Reading the text again gives the same declaration, places and comments aside. Ends with a line break.
 */
export function printModelBlock(declaration: ModelDeclaration): string {
  const root = map([
    ['context', word(declaration.context)],
    ['language', word(declaration.language)],
    ['database', word(declaration.database)],
    ['change', words(declaration.change)],
    ['remove', words(declaration.remove)],
    ['enums', section(declaration.enums, (each) => members(each.members))],
    ['valueObjects', section(declaration.valueObjects, valueObject)],
    ['aggregates', section(declaration.aggregates, aggregate)],
    ['events', section(declaration.events, (each) => short(fields(each.fields)))],
    [
      'services',
      section(declaration.services, (each) =>
        map(each.methods.map((method) => [method.name.text, short(call(method))])),
      ),
    ],
    ['adapters', section(declaration.adapters, adapter)],
    ['useCases', section(declaration.useCases, (each) => short(useCase(each)))],
    ['policies', section(declaration.policies, (each) => short(policy(each)))],
    [
      'grpc',
      declaration.grpc &&
        map(declaration.grpc.map((each) => [each.name.text, flow(list(each.useCases.map((name) => text(name.text))))])),
    ],
  ]);
  return render(root);
}

function aggregate(each: AggregateDeclaration): Value {
  return map([
    ['description', word(each.description)],
    ['fields', some(each.fields) && fields(each.fields)],
    [
      'unique',
      some(each.unique) && flow(list(each.unique.map((set) => list(set.paths.map((path) => text(path.text)))))),
    ],
    ['entities', section(each.entities, (entity) => body(entity))],
    [
      'lifecycle',
      each.lifecycle &&
        map([
          ['field', word(each.lifecycle.field)],
          ['states', members(each.lifecycle.states)],
        ]),
    ],
    ['operations', section(each.operations, (operation) => short(operationOf(operation)))],
    ['invariants', rules(each.invariants)],
    [
      'finders',
      section(each.finders, (finder) =>
        short(
          map([
            ['description', word(finder.description)],
            [
              'by',
              some(finder.by) && list(finder.by.map((filter) => text(filter.path.text + (filter.optional ? '?' : '')))),
            ],
            [
              'sort',
              some(finder.sort) &&
                list(finder.sort.map((sort) => text([sort.path.text, sort.direction?.text].filter(Boolean).join(' ')))),
            ],
          ]),
        ),
      ),
    ],
    ['persistence', word(each.persistence)],
  ]);
}

function operationOf(each: OperationDeclaration): YAMLMap {
  return map([
    ['description', word(each.description)],
    ['from', each.from && words(each.from, true)],
    ['to', each.to && words(each.to, true)],
    ['set', each.set && (each.set.all ? text('all') : list(each.set.items.map((item) => text(printAssignment(item)))))],
    ['add', words(each.add)],
    ['remove', words(each.remove)],
    ['input', some(each.input) && fields(each.input)],
    ['requires', rules(each.requires)],
    ['emits', each.emits && emissions(each.emits)],
    ['deletes', each.deletes && text('true')],
  ]);
}

function emissions(each: NonNullable<OperationDeclaration['emits']>): Value {
  const byState = new Map<string, string[]>();
  for (const { event, state } of each) {
    if (state === undefined) return oneOrMany(each.map((emission) => emission.event.text));
    byState.set(state.text, [...(byState.get(state.text) ?? []), event.text]);
  }
  return each.length === 0 ? list([]) : map([...byState].map(([state, events]): Entry => [state, oneOrMany(events)]));
}

function valueObject(each: ValueObjectDeclaration): Value {
  if (each.body.kind === 'simple') return text(printType(each.body.type));
  return body({ ...each.body, description: each.description });
}

/** Fields alone, or the long form when there is more to say. */
function body(each: {
  fields: readonly FieldDeclaration[];
  invariants: readonly RuleDeclaration[];
  description?: { text: string } | undefined;
}): Value {
  if (each.invariants.length === 0 && each.description === undefined) return fields(each.fields);
  return map([
    ['description', word(each.description)],
    ['fields', fields(each.fields)],
    ['invariants', rules(each.invariants)],
  ]);
}

function adapter(each: AdapterDeclaration): Value {
  const [first] = each.env;
  const shared = first !== undefined && first.member === undefined;
  const variables = (env: (typeof each.env)[number]) => list(env.variables.map((variable) => text(variable.text)));
  return map([
    ['description', word(each.description)],
    ['select', word(each.select)],
    [
      'env',
      first &&
        flow(shared ? variables(first) : map(each.env.map((env): Entry => [env.member?.text ?? '', variables(env)]))),
    ],
    ['operations', section(each.operations, (operation) => short(call(operation)))],
  ]);
}

function call(each: CallDeclaration): YAMLMap {
  return map([
    ['description', word(each.description)],
    ['input', some(each.input) && fields(each.input)],
    ['output', output(each.output)],
  ]);
}

function useCase(each: UseCaseDeclaration): YAMLMap {
  return map([
    ['description', word(each.description)],
    ['kind', word(each.kind)],
    ['aggregate', word(each.aggregate)],
    ['action', word(each.action)],
    ['input', each.input && fields(each.input)],
    ['output', output(each.output)],
    ['uses', words(each.uses)],
    ['requires', rules(each.requires)],
  ]);
}

function policy(each: PolicyDeclaration): YAMLMap {
  const inputs = each.with.map(({ input, field }): Entry => [input.text, text(field.text)]);
  return map([
    ['description', word(each.description)],
    ['on', word(each.on)],
    ['run', word(each.run)],
    ['with', some(each.with) && map(inputs)],
  ]);
}

function output(each: OutputDeclaration | undefined): Value | undefined {
  if (each === undefined) return undefined;
  return each.kind === 'type' ? text(printType(each.type)) : fields(each.fields);
}

function fields(each: readonly FieldDeclaration[]): YAMLMap {
  return map(each.map((field) => [field.name.text, text(printType(field.type))]));
}

function rules(each: readonly RuleDeclaration[]): Value | undefined {
  return some(each) && map(each.map((rule) => [rule.name.text, text(rule.text.text)]));
}

function members(each: readonly EnumMemberDeclaration[]): Value {
  if (each.every((member) => member.description === undefined))
    return flow(list(each.map((member) => text(member.name.text))));
  return map(each.map((member) => [member.name.text, text(member.description?.text ?? '')]));
}

function section<T extends Named>(each: readonly T[], print: (item: T) => Value): Value | undefined {
  return some(each) && map(each.map((item): Entry => [item.name.text, print(item)]));
}

// ---------------------------------------------------------------- YAML nodes

function map(entries: readonly Entry[]): YAMLMap {
  const node = new YAMLMap();
  for (const [key, value] of entries) if (value !== undefined) node.items.push(new Pair(text(key), value));
  return node;
}

function list(items: readonly Value[]): YAMLSeq {
  const node = new YAMLSeq();
  node.items.push(...items);
  return node;
}

/** Control characters and line ends are escaped, everything else is quoted by the library where it must be. */
function text(value: string): Scalar {
  const scalar = new Scalar(value);
  if (/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]/.test(value))
    scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function word(value: { readonly text: string } | undefined): Scalar | undefined {
  return value && text(value.text);
}

/** One name stands alone, several are a list; none is left out unless it was written. */
function words(values: readonly { readonly text: string }[], evenNone = false): Value | undefined {
  return values.length === 0 && !evenNone ? undefined : oneOrMany(values.map((value) => value.text));
}

function oneOrMany(values: readonly string[]): Value {
  const [only] = values;
  return values.length === 1 && only !== undefined ? text(only) : flow(list(values.map(text)));
}

function some(values: readonly unknown[]): true | undefined {
  return values.length > 0 ? true : undefined;
}

function flow<T extends Value>(node: T): T {
  if (!isCollection(node)) return node;
  node.flow = true;
  return node;
}

/** In braces when it is short enough, else one entry per line with its own parts in braces where they are short. */
function short(node: YAMLMap): YAMLMap {
  node.flow = true;
  if (render(node).length <= LINE) return node;
  node.flow = false;
  for (const pair of node.items) {
    const value = pair.value;
    if (value instanceof YAMLMap) short(value);
    else if (value instanceof YAMLSeq) value.flow = true;
  }
  return node;
}

function render(node: Value): string {
  const document = new Document(undefined, { schema: 'failsafe', version: '1.2' });
  document.contents = node;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
