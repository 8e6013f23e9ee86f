import type { ProtoService } from '@planner/target';
import { basename } from 'node:path/posix';
import type { ImportSet } from '../imports';
import { KEYWORDS } from '../names/reserved';
import { pyString } from '../text';
import { GENERATED } from './places';

/** A message, enum or enum value of the contract as generated code names it: `order_pb2.Order`. */
export function generated(
  { file, name }: { readonly file: string; readonly name: string },
  imports: ImportSet,
): string {
  return `${generatedModule(file, 'pb2', imports)}.${name}`;
}

/** `order_service_pb2_grpc.OrderServiceServicer`. */
export function generatedServicer(service: ProtoService, imports: ImportSet): string {
  return `${generatedModule(service.file, 'pb2_grpc', imports)}.${service.name}Servicer`;
}

/** `order_service_pb2_grpc.OrderServiceStub`. */
export function generatedStub(service: ProtoService, imports: ImportSet): string {
  return `${generatedModule(service.file, 'pb2_grpc', imports)}.${service.name}Stub`;
}

/** `order_service_pb2_grpc.add_OrderServiceServicer_to_server`. */
export function generatedRegistration(service: ProtoService, imports: ImportSet): string {
  return `${generatedModule(service.file, 'pb2_grpc', imports)}.add_${service.name}Servicer_to_server`;
}

function generatedModule(file: string, suffix: string, imports: ImportSet): string {
  return imports.from(GENERATED.replaceAll('/', '.'), `${basename(file, '.proto')}_${suffix}`);
}

/** Whether a field's name cannot be written behind a dot or before a `=`. */
export function isKeywordField(name: string): boolean {
  // Soft keywords are names like any other there.
  return KEYWORDS.has(name) && !['match', 'case', 'type'].includes(name);
}

/** The field of a message: `request.limit_price`, `getattr(request, "from")`. */
export function fieldOf(message: string, name: string): string {
  return isKeywordField(name) ? `getattr(${message}, ${pyString(name)})` : `${message}.${name}`;
}
