import type {
  EnvironmentRead,
  ImportedName,
  ImportFact,
  ImportKind,
  Place,
  TextContext,
  TextFact,
} from '@planner/target';
import type { Node, TSImportType } from 'oxc-parser';
import { namesOfPattern, placeOf } from './patterns';
import type { LookUp } from './process-environment';
import { bare, constantText } from './syntax';

/** What one walk over the tree finds; static imports and exports come from the parser's own record of them. */
export interface Walked {
  readonly imports: readonly ImportFact[];
  readonly texts: readonly TextFact[];
  readonly environment: readonly EnvironmentRead[];
  readonly uses: ReadonlySet<string>;
}

/** What a walk has found so far. */
export class Collected implements Walked {
  readonly imports: ImportFact[] = [];
  readonly texts: TextFact[] = [];
  readonly environment: EnvironmentRead[] = [];
  readonly uses = new Set<string>();
  /** What is taken from the module that the next import leads to, where that can be told. */
  private taken: readonly ImportedName[] | undefined;

  text(parts: TextFact['parts'], node: Node, context: TextContext): void {
    this.texts.push({ parts, context, at: placeOf(node) });
  }

  read({ variable, at }: LookUp, optional: boolean, fallback?: string): void {
    if (variable === '') return;
    this.environment.push({
      variable,
      kind: 'read',
      optional,
      ...(fallback === undefined ? {} : { fallback }),
      at: placeOf(at),
    });
  }

  /** From here on to `forget`, an import gives what a pattern takes out of it. */
  expectPattern(properties: readonly Node[]): void {
    this.taken = namesOfPattern(properties);
  }

  /** An import gives one name: `(await import('…')).name`. A pattern around it says more. */
  expectName(name: string, local: string, at: Place): void {
    this.taken ??= [{ name, local, at }];
  }

  forget(): void {
    this.taken = undefined;
  }

  /** A module that is loaded by its name; false where the name is computed, so that nothing can be told. */
  loaded(source: Node, kind: ImportKind): boolean {
    const names = this.taken ?? [];
    this.taken = undefined;
    const specifier = constantText(bare(source));
    if (specifier !== undefined) this.imports.push({ specifier, kind, names, at: placeOf(source) });
    return specifier !== undefined;
  }

  typeImport(node: TSImportType): void {
    let qualifier = node.qualifier;
    while (qualifier?.type === 'TSQualifiedName') qualifier = qualifier.left;
    const names = qualifier === null ? [] : [{ name: qualifier.name, local: qualifier.name, at: placeOf(qualifier) }];
    this.imports.push({ specifier: node.source.value, kind: 'type', names, at: placeOf(node.source) });
  }
}
