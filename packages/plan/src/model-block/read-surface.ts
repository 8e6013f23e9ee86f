import type {
  AdapterDeclaration,
  CallDeclaration,
  EnvDeclaration,
  EventDeclaration,
  GrpcServiceDeclaration,
  PolicyDeclaration,
  ServiceDeclaration,
  UseCaseDeclaration,
} from '@planner/model';
import { entriesOf, isEmpty, keysOf, textOf, textsOf } from './reading';
import type { Reading } from './reading';
import { declared, readFields, readOutput, readRules, readText } from './read-parts';
import type { YamlEntry, YamlMap, YamlNode } from './yaml-tree';

/** One entry under `events`, of this context or (`accounts.AccountFrozen`) of another. */
export function readEvent(reading: Reading, entry: YamlEntry): EventDeclaration {
  return { ...declared(reading, entry), fields: readFields(reading, entry.value, `The event "${entry.key.text}"`) };
}

/** One entry under `services`: a map of methods. */
export function readService(reading: Reading, entry: YamlEntry): ServiceDeclaration {
  const methods = entriesOf(reading, entry.value, `The service "${entry.key.text}"`).map((each) =>
    readCall(reading, each, 'method'),
  );
  return { ...declared(reading, entry), methods };
}

/** A method of a service, or an operation of an adapter. */
function readCall(reading: Reading, entry: YamlEntry, kind: string): CallDeclaration {
  const what = `The ${kind} "${entry.key.text}"`;
  const keys = keysOf(reading, mapOf(reading, entry, what), ['description', 'input', 'output'], what);
  const input = keys.get('input');
  const output = keys.get('output');
  const answer = output === undefined ? undefined : readOutput(reading, output.value);
  return {
    ...declared(reading, entry, keys.get('description')),
    input: input === undefined ? [] : readFields(reading, input.value, 'An input'),
    ...(answer === undefined ? {} : { output: answer }),
  };
}

/** One entry under `adapters`. */
export function readAdapter(reading: Reading, entry: YamlEntry): AdapterDeclaration {
  const what = `The adapter "${entry.key.text}"`;
  const keys = keysOf(reading, mapOf(reading, entry, what), ['description', 'select', 'env', 'operations'], what);
  const select = keys.get('select');
  const selector = select === undefined ? undefined : readText(reading, select);
  const env = keys.get('env');
  const operations = keys.get('operations');
  return {
    ...declared(reading, entry, keys.get('description')),
    ...(selector === undefined ? {} : { select: selector }),
    env: env === undefined ? [] : readEnv(reading, env.value),
    operations:
      operations === undefined
        ? []
        : entriesOf(reading, operations.value, '"operations"').map((each) => readCall(reading, each, 'operation')),
  };
}

/** A list of variables, or a map from the member of `select` to its variables. */
function readEnv(reading: Reading, node: YamlNode): EnvDeclaration[] {
  if (node.kind === 'map') {
    return node.entries.map(({ key, value, span }) => ({
      member: textOf(key),
      variables: textsOf(reading, value, 'A list of variables'),
      span,
    }));
  }
  return isEmpty(node) ? [] : [{ variables: textsOf(reading, node, '"env"'), span: node.span }];
}

/** One entry under `useCases`. */
export function readUseCase(reading: Reading, entry: YamlEntry): UseCaseDeclaration {
  const what = `The use case "${entry.key.text}"`;
  const known = ['description', 'kind', 'aggregate', 'action', 'input', 'output', 'uses', 'requires'] as const;
  const keys = keysOf(reading, mapOf(reading, entry, what), known, what);
  const text = <K extends 'kind' | 'aggregate' | 'action'>(key: K) => {
    const found = keys.get(key);
    const read = found === undefined ? undefined : readText(reading, found);
    return (read === undefined ? {} : { [key]: read }) as Partial<Pick<UseCaseDeclaration, K>>;
  };
  const input = keys.get('input');
  const output = keys.get('output');
  const answer = output === undefined ? undefined : readOutput(reading, output.value);
  const uses = keys.get('uses');
  const requires = keys.get('requires');
  return {
    ...declared(reading, entry, keys.get('description')),
    ...text('kind'),
    ...text('aggregate'),
    ...text('action'),
    ...(input === undefined ? {} : { input: readFields(reading, input.value, 'An input') }),
    ...(answer === undefined ? {} : { output: answer }),
    uses: uses === undefined ? [] : textsOf(reading, uses.value, '"uses"'),
    requires: requires === undefined ? [] : readRules(reading, requires.value, '"requires"'),
  };
}

/** One entry under `policies`. */
export function readPolicy(reading: Reading, entry: YamlEntry): PolicyDeclaration {
  const what = `The policy "${entry.key.text}"`;
  const keys = keysOf(reading, mapOf(reading, entry, what), ['description', 'on', 'run', 'with'], what);
  const onEntry = keys.get('on');
  const on = onEntry === undefined ? undefined : readTrigger(reading, onEntry);
  const runEntry = keys.get('run');
  const run = runEntry === undefined ? undefined : readText(reading, runEntry);
  const inputs = keys.get('with');
  return {
    ...declared(reading, entry, keys.get('description')),
    ...(on === undefined ? {} : { on }),
    ...(run === undefined ? {} : { run }),
    with:
      inputs === undefined
        ? []
        : entriesOf(reading, inputs.value, '"with"').flatMap((each) => {
            const field = readText(reading, each);
            return field === undefined ? [] : [{ input: textOf(each.key), field }];
          }),
  };
}

function readTrigger(reading: Reading, entry: YamlEntry) {
  const on = readText(reading, entry);
  if (on === undefined || !/^(every|cron|daily|hourly|weekly|at)\b|[\s*]/.test(on.text.trim())) return on;
  reading.refuse('schedule', on.span);
  return undefined;
}

/** One entry under `grpc`: the use cases that a service exposes. */
export function readGrpcService(reading: Reading, entry: YamlEntry): GrpcServiceDeclaration {
  return { ...declared(reading, entry), useCases: textsOf(reading, entry.value, `The service "${entry.key.text}"`) };
}

function mapOf(reading: Reading, entry: YamlEntry, what: string): YamlMap {
  return { kind: 'map', entries: entriesOf(reading, entry.value, what), span: entry.value.span };
}
