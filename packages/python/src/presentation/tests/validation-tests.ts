import {
  exposedRpcs,
  messageOfType,
  type ProtoField,
  type ProtoMessage,
  type RenderedFile,
  readsClock,
  requestReadsClock,
  sentTypes,
} from '@planner/target';
import { snakeCase } from '@planner/model';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { pyString } from '../../text';
import { generated } from '../generated';
import { changedText, isGenerated, joinPath, WireSamples } from './wire-samples';
import type { BrokenValue } from './wire-scalars';

const VIOLATED_FIELDS = { name: 'violated_fields', file: 'tests/support/errors.py' };

/** What one reader is tested with. */
interface Tested {
  /** Source of the function. */
  readonly reader: string;
  /** Part of the names of the tests. */
  readonly title: string;
  readonly message: ProtoMessage;
  /** Whether the id is the service's to give. */
  readonly draft: boolean;
  readonly clock: boolean;
  /** The attribute that a field is read into, where `None` stands for an absent one. */
  readonly attribute?: (field: ProtoField) => string | undefined;
}

/** Tests of every constraint at the edge: what callers send, by the mapper that reads it. */
export function renderValidationTests(context: RenderContext): RenderedFile[] {
  return [valueObjects(context), ...context.model.aggregates.map(({ name }) => aggregate(context, name))].flat();
}

function valueObjects(context: RenderContext): RenderedFile[] {
  const { drafts, whole } = sentTypes(context);
  const sent = [...drafts.valueObjects, ...whole.valueObjects];
  const composites = context.model.valueObjects.filter(({ kind, name }) => kind === 'composite' && sent.includes(name));
  return testFile(context, 'tests/unit/presentation/test_value_objects.py', (imports) =>
    composites.map(({ name }) => {
      const { fromMessage } = context.presentation.valueObject(name);
      const clock = readsClock(context.model, { kind: 'valueObject', name }, false);
      return {
        reader: imports.value(fromMessage),
        title: snakeCase(name),
        message: messageOfType(context.proto, name),
        draft: false,
        clock,
      };
    }),
  );
}

function aggregate(context: RenderContext, name: string): RenderedFile[] {
  const { mapper, entities, requests } = context.presentation.aggregate(name);
  const drafts = sentTypes(context).drafts.entities.filter((entity) => entity.aggregate === name);
  const rpcs = exposedRpcs(context).filter(({ useCase, request }, index, all) => {
    const first = all.findIndex((other) => other.useCase === useCase) === index;
    return useCase.aggregate === name && request.fields.length > 0 && first;
  });
  const { snake } = context.names.aggregate(name);
  return testFile(context, `tests/unit/presentation/test_${snake}_mapper.py`, (imports) => [
    ...drafts.map((entity): Tested => {
      const method = entities.get(entity.name)?.draft ?? '';
      const clock = readsClock(context.model, { kind: 'entity', aggregate: name, name: entity.name }, true);
      return {
        reader: `${imports.value(mapper)}.${method}`,
        title: method,
        message: messageOfType(context.proto, entity.name),
        draft: true,
        clock,
      };
    }),
    ...rpcs.map((rpc): Tested => {
      const method = requests.get(rpc.useCase.name) ?? '';
      return {
        reader: `${imports.value(mapper)}.${method}`,
        title: method,
        message: rpc.request,
        draft: false,
        clock: requestReadsClock(context, rpc),
        attribute: ({ origin }) => {
          const isNone =
            'slot' in origin && origin.kind !== 'id' && origin.slot.optional && origin.slot.default === undefined;
          return isNone ? context.application.useCase(rpc.useCase.name).attributes.get(origin.name) : undefined;
        },
      };
    }),
  ]);
}

function testFile(
  context: RenderContext,
  path: string,
  testedWith: (imports: ImportSet) => readonly Tested[],
): RenderedFile[] {
  const imports = context.imports(path);
  const tested = testedWith(imports);
  if (tested.length === 0) return [];
  const samples = new WireSamples(context, imports);
  imports.value(VIOLATED_FIELDS);
  const suites = tested.map((each) => suite(context, each, samples, imports));
  if (suites.some(({ cases }) => cases.length > 0)) imports.module('pytest');
  return [
    context.file(
      6,
      path,
      context.templates.render('presentation/tests/unit/validation.py', { suites, imports: imports.print() }),
    ),
  ];
}

function suite(
  context: RenderContext,
  { reader, title, message, draft, clock, attribute }: Tested,
  samples: WireSamples,
  imports: ImportSet,
) {
  const own = samples.of(message);
  const entries = own.entries(message, 0);
  const optional = new Set(message.fields.filter(({ label }) => label === 'optional').map(({ name }) => name));
  const fields = message.fields.filter(
    ({ origin }) => !(origin.kind === 'id' && (draft || isGenerated(context, message)) && message.kind !== 'request'),
  );
  const given = clock ? `, ${imports.value({ name: 'fixed_clock', file: context.application.surroundings })}()` : '';
  const call = (argument: string) => `${reader}(${argument}${given})`;
  return {
    title,
    call,
    absent: message.fields.flatMap((field) => (optional.has(field.name) ? (attribute?.(field) ?? []) : [])),
    reader: clock ? `lambda message: ${reader}(message${given})` : reader,
    type: generated(message, imports),
    valid: own.literal(message, entries),
    least:
      optional.size === 0
        ? undefined
        : own.literal(
            message,
            entries.filter(({ name }) => !optional.has(name)),
          ),
    cases: fields.flatMap((field) => cases(own, field, imports)),
    together: together(own, message, fields, imports),
  };
}

/** One line of the table per broken value: the place that is reported, and what is sent. */
function cases(samples: WireSamples, field: ProtoField, imports: ImportSet): { path: string; message: string }[] {
  return brokenValues(samples, field).map(({ path, value }) => ({
    path: pyString(joinPath(field.name, path)),
    message: changedText('VALID', [{ name: field.name, value: value() }], imports),
  }));
}

/**
 * Messages in which everything is wrong, and the places that are reported: a request once, what is sent in requests in as many
 * ways as one of its fields can be wrong.
 */
function together(
  samples: WireSamples,
  message: ProtoMessage,
  fields: readonly ProtoField[],
  imports: ImportSet,
): { paths: string; message: string }[] {
  const broken = fields
    .map((field) => ({ field, values: brokenValues(samples, field) }))
    .filter(({ values }) => values.length > 0);
  if (broken.length < 2) return [];
  const ways = message.kind === 'request' ? 1 : Math.max(...broken.map(({ values }) => values.length));
  return Array.from({ length: ways }, (_, way) => {
    const chosen = broken.flatMap(({ field, values }) => {
      const value = values[way % values.length];
      return value === undefined ? [] : [{ field, ...value }];
    });
    return {
      paths: `[${chosen.map(({ field, path }) => pyString(joinPath(field.name, path))).join(', ')}]`,
      message: changedText(
        'VALID',
        chosen.map(({ field, value }) => ({ name: field.name, value: value() })),
        imports,
      ),
    };
  });
}

function brokenValues(samples: WireSamples, field: ProtoField): BrokenValue[] {
  const implied = IMPLIED[field.origin.kind];
  return implied === undefined ? samples.brokenField(field) : [{ path: '', value: () => implied }];
}

const IMPLIED: Readonly<Partial<Record<ProtoField['origin']['kind'], string>>> = {
  expectedVersion: '0',
  pageSize: '-1',
};
