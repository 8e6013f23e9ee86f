import type { FieldModel } from '@planner/model';
import {
  type Exported,
  exposedRpcs,
  messageOfType,
  type ProtoField,
  type ProtoMessage,
  type ProtoService,
  readsClock,
  type RenderedFile,
  requestReadsClock,
  sentTypes,
} from '@planner/target';
import { stringLiteral } from '@planner/target';
import { presentOf } from '../../application/tests/scenario';
import { CHANGE_CONTEXT_FILE } from '../../domain/tests/sample-values';
import type { ImportSet } from '../../imports';
import type { RenderContext } from '../../render-context';
import { generatedImport } from '../generated-import';
import { takesAnything } from '../requests';
import { messageProperty } from '../ts-proto-names';
import { type Entry, joinPath, WireSamples } from './wire-samples';

const VIOLATED_FIELDS: Exported = { name: 'violatedFields', file: 'test/support/violated-fields.ts' };

/** What one schema is tested with. */
interface Tested {
  readonly schema: Exported;
  readonly message: ProtoMessage;
  /** Fields that the schema does not read: the id of a draft. */
  readonly ignored: readonly string[];
  /** Whether it has to be given a clock. */
  readonly reads: boolean;
  /** What the schema fills in where a caller leaves it out; of a request and a draft the root does that. */
  readonly defaults: readonly FieldModel[];
}

/** Tests of every constraint at the edge: what callers send, by schema. */
export function renderValidationTests(context: RenderContext): RenderedFile[] {
  return [...context.proto.services.flatMap((service) => requestTests(context, service)), ...typeTests(context)];
}

function requestTests(context: RenderContext, service: ProtoService): RenderedFile[] {
  const names = context.presentation.service(service.planName);
  const rpcs = exposedRpcs(context).filter((rpc) => rpc.service === service && takesAnything(rpc));
  const tested = rpcs.map((rpc) => ({ schema: names.requestSchema(rpc.useCase.name), message: rpc.request, ignored: [], reads: requestReadsClock(context, rpc), defaults: [] }));
  return testFile(context, tested);
}

/** Of composite value objects and entities; everything else has no message of its own. */
function typeTests(context: RenderContext): RenderedFile[] {
  const { drafts, whole } = sentTypes(context);
  const { presentation, proto, model } = context;
  const composites = model.valueObjects.filter((found) => found.kind === 'composite').filter(({ name }) => [...drafts.valueObjects, ...whole.valueObjects].includes(name));
  const valueObjects = composites.map(({ name, fields }) => ({
    schema: presentation.valueObjectSchema(name),
    message: messageOfType(proto, name),
    ignored: [],
    reads: readsClock(model, { kind: 'valueObject', name }, false),
    defaults: fields.filter((field) => field.default !== undefined),
  }));
  return [
    ...testFile(context, valueObjects),
    ...model.aggregates.flatMap(({ name }) => {
      const own = drafts.entities.filter(({ aggregate }) => aggregate === name);
      const entities = own.map((entity) => ({
        schema: presentation.entitySchema(name, entity.name, true),
        message: messageOfType(proto, entity.name),
        ignored: ['id'],
        reads: readsClock(model, { kind: 'entity', aggregate: name, name: entity.name }, true),
        defaults: [],
      }));
      return testFile(context, entities);
    }),
  ];
}

/** All schemas stand in one file, and so do their tests. */
function testFile(context: RenderContext, tested: readonly Tested[]): RenderedFile[] {
  const [first] = tested;
  if (!first) return [];
  const file = first.schema.file.replace(/^src\/presentation\/grpc/, 'test/unit/presentation').replace(/\.ts$/, '.test.ts');
  const imports = context.imports(file);
  const samples = new WireSamples(context, imports);
  imports.value(VIOLATED_FIELDS);
  ['describe', 'expect', 'it'].forEach((name) => imports.package('vitest', name));
  const clock = () => imports.value({ name: 'fixedClock', file: context.application.surroundings });
  const suites = tested.map(({ schema, message, ignored, reads, defaults }) => ({
    schema: imports.value(schema) + (reads ? `(${clock()})` : ''),
    defaults: defaults.map((field) => `${field.name}: ${defaultOf(context, field, imports)}`),
    title: stringLiteral(schema.name),
    message: generatedImport(context, message, imports, 'type'),
    valid: samples.of(message).entries(message, 0),
    absent: message.fields.filter(isOptional).map((field): Entry => ({ name: messageProperty(field), value: 'undefined' })),
    cases: message.fields.filter(({ origin }) => !ignored.includes(origin.kind)).flatMap((field) => cases(samples.of(message), field)),
  }));
  return [context.file(6, file, context.templates.render('presentation/test/validation.test.ts', { suites, imports: imports.print() }))];
}

/** What stands in for a field that is left out, as data. */
function defaultOf(context: RenderContext, { type, default: fallback }: FieldModel, imports: ImportSet): string {
  if (fallback?.kind === 'literal') return context.types.dataLiteral(type, fallback.text, imports);
  imports.value({ name: 'NOW', file: CHANGE_CONTEXT_FILE });
  return presentOf(type, context, imports);
}

function isOptional({ label }: ProtoField): boolean {
  return label === 'optional';
}

/** One line of the table per broken value: the place that is reported, and what is sent instead. */
function cases(samples: WireSamples, field: ProtoField): { path: string; property: string; value: string }[] {
  const property = messageProperty(field);
  const implied = IMPLIED[field.origin.kind];
  const broken = implied ? [{ path: '', value: implied }] : samples.brokenField(field);
  return broken.map(({ path, value }) => ({ path: stringLiteral(joinPath(field.name, path)), property, value }));
}

const IMPLIED: Readonly<Partial<Record<ProtoField['origin']['kind'], string>>> = { expectedVersion: '0n', pageSize: '-1' };
