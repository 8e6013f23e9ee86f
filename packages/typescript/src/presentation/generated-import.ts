import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { generatedType } from './ts-proto-names';

/** Imports what ts-proto makes of a message or enum; a type of the plan with the same name makes it give way. */
export function generatedImport({ names }: RenderContext, { name, file }: { readonly name: string; readonly file: string }, imports: ImportSet, as: 'type' | 'value'): string {
  const generated = generatedType(name, file);
  const local = names.registry.isFree(generated.name) ? generated.name : `${generated.name}_`;
  const specifier = imports.specifier(generated.file);
  return as === 'type' ? imports.packageType(specifier, generated.name, local) : imports.package(specifier, generated.name, local);
}
