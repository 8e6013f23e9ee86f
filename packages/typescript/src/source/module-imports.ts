import type { ImportedName, ImportFact, Place } from '@planner/target';
import type { EcmaScriptModule, StaticExportEntry, StaticImport, StaticImportEntry } from 'oxc-parser';

/** The static imports and exports of a module, from the parser's record of them. */
export function staticImports(module: EcmaScriptModule): ImportFact[] {
  const imports = module.staticImports.map(importFact);
  return [...imports, ...exportFacts(module, importedFrom(module.staticImports))];
}

function importFact({ moduleRequest, entries }: StaticImport): ImportFact {
  return {
    specifier: moduleRequest.value,
    kind: entries.length > 0 && entries.every(({ isType }) => isType) ? 'type' : 'import',
    names: entries.map((entry) => ({
      name: importedName(entry),
      local: entry.localName.value,
      at: placeOfImport(entry),
    })),
    at: place(moduleRequest),
  };
}

function importedName({ importName }: StaticImportEntry): string {
  const kind: string = importName.kind;
  return importName.name ?? (kind === DEFAULT ? 'default' : '*');
}

function placeOfImport({ importName, localName }: StaticImportEntry): Place {
  return importName.start === null || importName.end === null
    ? place(localName)
    : { start: importName.start, end: importName.end };
}

/** An import by the name that it has in this module. */
interface Import {
  readonly module: StaticImport;
  readonly name: string;
}

function importedFrom(imports: readonly StaticImport[]): ReadonlyMap<string, Import> {
  return new Map(
    imports.flatMap((module) =>
      module.entries.map((entry) => [entry.localName.value, { module, name: importedName(entry) }] as const),
    ),
  );
}

/** `export … from`, and exports of what was imported before. One fact per module and statement. */
function exportFacts(module: EcmaScriptModule, imported: ReadonlyMap<string, Import>): ImportFact[] {
  return module.staticExports.flatMap(({ entries }) => {
    const facts = new Map<string, ImportFact & { names: ImportedName[] }>();
    for (const entry of entries) {
      const origin = originOf(entry, imported);
      if (origin === undefined) continue;
      const fact = facts.get(origin.specifier) ?? {
        specifier: origin.specifier,
        kind: 'export',
        names: [],
        at: origin.at,
      };
      fact.names.push({ name: origin.name, local: exportedName(entry), at: placeOfExport(entry) });
      facts.set(origin.specifier, fact);
    }
    return [...facts.values()];
  });
}

function originOf(
  entry: StaticExportEntry,
  imported: ReadonlyMap<string, Import>,
): { readonly specifier: string; readonly name: string; readonly at: Place } | undefined {
  const { moduleRequest, importName, localName } = entry;
  if (moduleRequest !== null)
    return { specifier: moduleRequest.value, name: importName.name ?? '*', at: place(moduleRequest) };
  const origin = localName.name === null ? undefined : imported.get(localName.name);
  if (origin === undefined) return undefined;
  const { moduleRequest: request } = origin.module;
  return { specifier: request.value, name: origin.name, at: place(request) };
}

function exportedName({ exportName }: StaticExportEntry): string {
  const kind: string = exportName.kind;
  return exportName.name ?? (kind === DEFAULT ? 'default' : '*');
}

function placeOfExport(entry: StaticExportEntry): Place {
  const { start, end } = entry.importName.start === null ? entry.exportName : entry.importName;
  return start === null || end === null ? place(entry) : { start, end };
}

/** The parser's enumerations are types only: at run time their values are these texts. */
const DEFAULT = 'Default';

function place({ start, end }: Place): Place {
  return { start, end };
}
