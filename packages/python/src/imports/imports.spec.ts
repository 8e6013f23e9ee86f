import { NOTHING_ISSUED, PHASES, type RenderedFile } from '@planner/target';
import { arbitraryModel, contextModelOf, FIXTURES } from '@planner/testing';
import * as fc from 'fast-check';
import { ImportSet, withoutUnused } from '.';
import { pythonTarget } from '..';

const KERNEL = { directory: 'packages/kernel-python', packageName: 'kernel-python' };
const PROJECT = { name: 'shop', directory: 'packages/shop', scope: '@acme', kernel: KERNEL, plans: [] };
/** More by hand: `MODEL_RUNS=200`. */
const numRuns = Number(process.env['MODEL_RUNS'] ?? 3);

function modules(yaml: string): readonly RenderedFile[] {
  const model = { ...contextModelOf(yaml), language: 'python' };
  const request = { model, project: PROJECT, phases: new Set(PHASES), issued: NOTHING_ISSUED };
  return pythonTarget.render(request).files.filter(({ path }) => path.endsWith('.py') && !path.endsWith('__init__.py'));
}

/** Names that a module imports and never says again. */
function unused({ path, text }: RenderedFile): string[] {
  const statements = [...text.matchAll(/^\s*(?:from (?!__future__)[\w.]+ )?import (?:\(([^)]*)\)|(.*))$/gm)];
  const body = statements.reduce((rest, [statement]) => rest.replace(statement, ''), text);
  const imported = statements.flatMap(([, several, one]) => (several ?? one ?? '').split(','));
  const names = imported
    .map((each) => (each.trim().split(' as ').pop() ?? '').split('.')[0] ?? '')
    .filter((name) => name !== '');
  return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(body)).map((name) => `${path}: ${name}`);
}

describe('imports', () => {
  const printed = (body: string) => {
    const imports = new ImportSet('src/a.py');
    imports.from('typing', 'Any');
    imports.from('decimal', 'Decimal');
    imports.module('datetime', 'dt');
    const text = withoutUnused(`${imports.print()}--\n${body}`, imports);
    return text.slice(0, text.indexOf('--')).trim().split('\n');
  };

  it.each([
    ['Any | dt.date | Decimal', ['import datetime as dt', 'from decimal import Decimal', 'from typing import Any']],
    ['x: Any = y.Decimal  # Decimal', ['from typing import Any']],
    ['"""A Decimal, or:\n\nAny."""', ['']],
    ['raise ValueError("no Decimal: \\" Any, (none)")', ['']],
    ['cast("dict[str, Any]", x)', ['from typing import Any']],
    ['f"{Any}" + str(Decimal(1)) + "b"', ['from decimal import Decimal', 'from typing import Any']],
    ["rf'{dt}'", ['import datetime as dt']],
  ])('of %j are what it says', (body, expected) => {
    expect(printed(body)).toEqual(expected);
  });
});

describe('every module', () => {
  it.each(Object.keys(FIXTURES))('of %s imports what it uses, and nothing else', (name) => {
    expect(modules(FIXTURES[name as keyof typeof FIXTURES]).flatMap(unused)).toEqual([]);
  });

  it('of any model imports what it uses, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryModel(), (yaml) => {
        expect(modules(yaml).flatMap(unused)).toEqual([]);
      }),
      { numRuns },
    );
  });
});
