import type { AdapterModel, CallModel, FieldModel, ForeignEventModel, ServiceModel, TypeModel } from '../context-model';
import type {
  AdapterDeclaration,
  CallDeclaration,
  ModelDeclaration,
  OutputDeclaration,
  ServiceDeclaration,
  Text,
} from '../declaration';
import { plural, upperFirst } from '../naming';
import { didYouMean } from '../suggest';
import { membersFrom } from './declared-types';
import { resolveFields } from './fields';
import { checkCamel, checkMembers, checkPascal } from './member-names';
import { nameOfType } from './operations';
import { elementOf } from './scope';
import type { Scope } from './scope';
import { refuseConstraints, resolveType } from './types';
import type { Place } from './types';

type CallPlace = Omit<Place, 'member' | 'plan'>;

/** Domain services; their methods may take and give whole aggregates. */
export function resolveServices(scope: Scope, services: readonly ServiceDeclaration[]): ServiceModel[] {
  return services.map((service) => {
    checkPascal(scope.problems, service.name, 'The service');
    checkMembers(
      scope.problems,
      service.name.text,
      service.methods.map((each) => ({ name: each.name.text, span: each.name.span })),
    );
    return {
      ...elementOf(service),
      methods: service.methods.map((each) => resolveCall(scope, each, service.name.text, true)),
    };
  });
}

export function resolveAdapters(scope: Scope, adapters: readonly AdapterDeclaration[]): AdapterModel[] {
  return adapters.map((adapter) => {
    checkPascal(scope.problems, adapter.name, 'The adapter');
    checkMembers(
      scope.problems,
      adapter.name.text,
      adapter.operations.map((each) => ({ name: each.name.text, span: each.name.span })),
    );
    if (adapter.operations.length === 0) {
      scope.problems.error(
        'adapter/no-operations',
        adapter.name.span,
        `The adapter ${adapter.name.text} can do nothing.`,
        'Declare what is asked of the other system under "operations".',
      );
    }
    const select = selector(scope, adapter);
    return {
      ...elementOf(adapter),
      ...(select === undefined ? {} : { select }),
      env: variables(scope, adapter, select),
      operations: adapter.operations.map((each) => resolveCall(scope, each, adapter.name.text, false)),
    };
  });
}

function resolveCall(scope: Scope, call: CallDeclaration, owner: string, aggregates: boolean): CallModel {
  checkCamel(scope.problems, call.name, 'The name');
  const place = { owner: owner + upperFirst(call.name.text), aggregates };
  checkMembers(scope.problems, `The input of ${call.name.text}`, membersFrom(call.input));
  return {
    ...elementOf(call),
    input: resolveFields(scope, call.input, place),
    ...resolveOutput(scope, call.output, place, call.plan),
  };
}

/** A single type is one field named after its type, a list in the plural. */
export function resolveOutput(
  scope: Scope,
  output: OutputDeclaration | undefined,
  place: CallPlace,
  plan: string,
): { output: FieldModel[]; bare: boolean } {
  if (output === undefined) return { output: [], bare: false };
  if (output.kind === 'fields') {
    checkMembers(scope.problems, `The output of ${place.owner}`, membersFrom(output.fields));
    return { output: resolveFields(scope, output.fields, place), bare: false };
  }
  const expression = output.type;
  refuseConstraints(scope, expression, ['default', 'unique'], 'An answer is what it is, so');
  const type = resolveType(scope, expression, { ...place, member: 'value', plan });
  const collection = type.kind === 'list' || type.kind === 'map';
  if (collection && expression.optional) {
    scope.problems.error(
      'type/optional-collection',
      expression.span,
      `A ${type.kind} is never absent, only empty.`,
      'Remove the "?".',
    );
  }
  const field: FieldModel = {
    name: outputName(type),
    plan,
    span: expression.span,
    type,
    optional: expression.optional && !collection,
    unique: false,
  };
  return { output: [field], bare: true };
}

export function outputName(type: TypeModel): string {
  if (type.kind === 'list') return plural(nameOfType(type.element));
  return type.kind === 'map' ? plural(nameOfType(type.value)) : nameOfType(type);
}

function selector(scope: Scope, { select }: AdapterDeclaration): string | undefined {
  if (select === undefined || scope.enums.has(select.text)) return select?.text;
  scope.problems.error(
    'adapter/select',
    select.span,
    `There is no enum "${select.text}".`,
    `${didYouMean(select.text, scope.enums.keys())}"select" names a declared enum; each of its members gets an adapter.`,
  );
  return undefined;
}

/** Names that the service itself, its runtime or Nx reads: `.env` would change them for those too. */
const RESERVED = /^(DATABASE|TEST_DATABASE|GRPC|LOG|SHUTDOWN|NODE|NX)_|^(PATH|HOME|PYTHONPATH)$/;

function variables(scope: Scope, adapter: AdapterDeclaration, select: string | undefined): Record<string, string[]> {
  const members = select === undefined ? [''] : (scope.enums.get(select)?.members.map((member) => member.name) ?? []);
  const found = new Map(members.map((member) => [member, [] as string[]]));
  for (const { member, variables: names, span } of adapter.env) {
    if ((member === undefined) !== (adapter.select === undefined)) {
      scope.problems.error(
        'adapter/env',
        span,
        member === undefined
          ? `${adapter.name.text} has one adapter per member of ${adapter.select?.text ?? ''}.`
          : `${adapter.name.text} has no "select", so its variables are one list.`,
        member === undefined ? 'Write { MEMBER: [VARIABLE, …] }.' : 'Write a list, or add "select" with an enum.',
      );
      continue;
    }
    const key = member?.text ?? '';
    if (member !== undefined && select !== undefined && !members.includes(key)) {
      scope.problems.error(
        'adapter/env',
        member.span,
        `${select} has no member ${key}.`,
        `${didYouMean(key, members)}Its members are ${members.join(', ')}.`,
      );
    }
    for (const name of names) checkVariable(scope, name, names);
    found.set(
      key,
      names.map((name) => name.text),
    );
  }
  return Object.fromEntries(found);
}

function checkVariable(scope: Scope, name: Text, all: readonly Text[]): void {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name.text)) {
    scope.problems.error(
      'adapter/env-name',
      name.span,
      `"${name.text}" is no name of an environment variable.`,
      'Write it in UPPER_SNAKE.',
    );
  } else if (RESERVED.test(name.text)) {
    scope.problems.error(
      'adapter/env-name',
      name.span,
      `${name.text} is a variable of the service itself.`,
      "Put the other system's name in front.",
    );
  } else if (all.find((other) => other.text === name.text) !== name) {
    scope.problems.error('adapter/env-name', name.span, `${name.text} is listed twice.`, 'Remove one of them.');
  }
}

/** Events of other contexts with the fields that this context uses, checked against that context where it is known. */
export function resolveForeignEvents(scope: Scope, declaration: ModelDeclaration): ForeignEventModel[] {
  return declaration.events.flatMap((event): ForeignEventModel[] => {
    const dot = event.name.text.indexOf('.');
    if (dot === -1) return [];
    const [context, name] = [event.name.text.slice(0, dot), event.name.text.slice(dot + 1)];
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(context) || !/^[A-Z][a-zA-Z0-9]*$/.test(name)) {
      {
        scope.problems.error(
          'event/foreign-name',
          event.name.span,
          `"${event.name.text}" is no event of another context.`,
          'Write context.EventName, such as accounts.AccountFrozen.',
        );
        return [];
      }
    }
    if (context === scope.context) {
      {
        scope.problems.error('event/own-context', event.name.span, `"${context}" is this context.`, `Write ${name}.`);
        return [];
      }
    }
    checkMembers(scope.problems, event.name.text, membersFrom(event.fields));
    const fields = resolveFields(scope, event.fields, { owner: upperFirst(camelContext(context)) + name });
    checkForeign(scope, event.name, context, name, fields);
    return [{ ...elementOf(event), name, context, fields }];
  });
}

function camelContext(context: string): string {
  return context.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function checkForeign(scope: Scope, at: Text, context: string, name: string, fields: readonly FieldModel[]): void {
  const known = scope.known.get(context);
  if (known === undefined) return;
  const event = known.events.find((each) => each.name === name);
  if (event === undefined) {
    scope.problems.error(
      'event/unknown-foreign',
      at.span,
      `The context ${context} has no event ${name}.`,
      `${didYouMean(
        name,
        known.events.map((each) => each.name),
      )}Check the plan of ${context}.`,
    );
    return;
  }
  const there = new Set([
    ...event.fields.map((field) => field.name),
    `${nameOfType({ kind: 'aggregate', name: event.aggregate })}Id`,
    'occurredAt',
  ]);
  for (const field of fields) {
    if (there.has(field.name)) continue;
    scope.problems.error(
      'event/unknown-foreign',
      field.span ?? at.span,
      `${context}.${name} carries no "${field.name}".`,
      `${didYouMean(field.name, there)}It carries ${[...there].join(', ')}.`,
    );
  }
}
