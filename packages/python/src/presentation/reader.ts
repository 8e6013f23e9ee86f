import { type ProtoField, readsClock } from '@planner/target';
import type { TypeModel } from '@planner/model';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { fixed } from './places';
import { pyString } from '../text';

/** One part of a message: read into a variable, and handed on as an argument. */
export interface Part {
  /** On the wire, the start of the place that is reported. */
  readonly place: string;
  readonly local: string;
  /** Source that reads it. */
  readonly read: string;
  /** Keyword argument of what is made. */
  readonly argument: string;
}

export interface Reader {
  /** `place_order_command`; a static method of a mapper, or a function. */
  readonly name: string;
  /** `request`, `message`. */
  readonly parameter: string;
  readonly parameterType: string;
  /** What is made: a class. */
  readonly result: string;
  /** What comes out, if it is not just made of the parts: `Order.rehydrate(…)` around it. */
  readonly wrap?: (made: string) => string;
  readonly answers: string;
  /** What the violations are about. */
  readonly subject: string;
  readonly parts: readonly Part[];
  readonly clock: boolean;
}

/** Source of a function that reads a message, all of it before it complains. `indent`: of the whole. */
export function readerText(context: RenderContext, reader: Reader, imports: ImportSet, indent: string): string {
  const { name, parameter, parameterType, parts } = reader;
  const clock = reader.clock ? `, clock: ${imports.value(context.application.clock)}` : '';
  const given = parts.map(({ argument, local }) => `${argument}=${local}`).join(', ');
  const made = `${reader.result}(${given})`;
  const body = [
    `violations = ${imports.value(fixed('validation/violations', 'Violations'))}(${pyString(reader.subject)})`,
    ...parts.flatMap(({ place, local, read }) => [`with violations.at(${pyString(place)}):`, `    ${local} = ${read}`]),
    'violations.check()',
    `return ${reader.wrap === undefined ? made : reader.wrap(made)}`,
  ];
  return [
    `def ${name}(${parameter}: ${parameterType}${clock}) -> ${reader.answers}:`,
    ...body.map((line) => `    ${line}`),
  ]
    .map((line) => `${indent}${line}`)
    .join('\n');
}

/** Names that the body of a reader uses itself. */
export const READER_LOCALS = ['violations', 'request', 'message', 'clock', 'missing', 'item', 'key'];

/** Whether a function that reads the type takes a clock. */
export function takesClock({ model }: RenderContext, type: TypeModel, draft: boolean): boolean {
  return readsClock(model, type, draft);
}

/** The field of the contract that an identity, a version and so on is read from. */
export function placeOf({ name }: ProtoField): string {
  return name;
}
