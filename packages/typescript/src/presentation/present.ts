import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';

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
