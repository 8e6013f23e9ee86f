import type { ContextModel, FieldModel, TypeModel } from '@planner/model';
import type { ProtoService } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { type ExposedRpc, exposedRpcs, isDraft, slotOf } from './exposed';

/**
 * Whether reading a value of the type asks a clock: somewhere in it stands a `default now` that is filled in at the edge.
 * `draft`: entities are drafts, whose own defaults are left to the root.
 */
export function readsClock(model: ContextModel, type: TypeModel, draft: boolean): boolean {
  const inFields = (fields: readonly FieldModel[], ownDefaults: boolean): boolean =>
    fields.some((field) => (ownDefaults && field.default?.kind === 'now') || readsClock(model, field.type, draft));
  switch (type.kind) {
    case 'valueObject': {
      const found = model.valueObjects.find(({ name }) => name === type.name);
      return found?.kind === 'composite' && inFields(found.fields, true);
    }
    case 'entity': {
      const entities = model.aggregates.find(({ name }) => name === type.aggregate)?.entities ?? [];
      return inFields(entities.find(({ name }) => name === type.name)?.fields ?? [], !draft);
    }
    case 'aggregate':
      return inFields(model.aggregates.find(({ name }) => name === type.name)?.fields ?? [], true);
    case 'list':
      return readsClock(model, type.element, draft);
    case 'map':
      return readsClock(model, type.value, draft);
    default:
      return false;
  }
}

/** The same of the request of an rpc. */
export function requestReadsClock({ model }: Pick<RenderContext, 'model'>, { useCase, request }: ExposedRpc): boolean {
  return request.fields.some(
    ({ origin }) =>
      'slot' in origin && readsClock(model, origin.slot.type, isDraft(slotOf(model, useCase, origin.name))),
  );
}

/** The same of any request of a service; without one, of the whole server. */
export function serviceReadsClock(context: Pick<RenderContext, 'model' | 'proto'>, service?: ProtoService): boolean {
  return exposedRpcs(context).some(
    (rpc) => (service === undefined || rpc.service === service) && requestReadsClock(context, rpc),
  );
}

/** How the declaration of a schema of messages begins: `moneySchema: z.ZodType<MoneyData> =`; one that asks a clock is a function. */
export function schemaDeclaration(
  { application }: Pick<RenderContext, 'application'>,
  { name, type, reads }: DeclaredSchema,
  imports: ImportSet,
): string {
  imports.packageType('zod', 'z');
  return reads
    ? `${name} = (clock: ${imports.type(application.clock)}): z.ZodType<${type}> =>`
    : `${name}: z.ZodType<${type}> =`;
}

interface DeclaredSchema {
  readonly name: string;
  /** What it reads messages into. */
  readonly type: string;
  readonly reads: boolean;
}
