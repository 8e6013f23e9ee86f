import { NOTHING_ISSUED, PHASES, type RenderedFile } from '@planner/target';
import { arbitraryModel, contextModelOf, FIXTURES } from '@planner/testing';
import * as fc from 'fast-check';
import { ImportSet, withoutUnused } from '.';
import { typescriptTarget } from '..';

const KERNEL = { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' };
const PROJECT = { name: 'shop', directory: 'packages/shop', scope: '@acme', kernel: KERNEL, plans: [] };
/** More by hand: `MODEL_RUNS=200`. */
const numRuns = Number(process.env['MODEL_RUNS'] ?? 3);

function files(yaml: string): readonly RenderedFile[] {
  const request = { model: contextModelOf(yaml), project: PROJECT, phases: new Set(PHASES), issued: NOTHING_ISSUED };
  return typescriptTarget.render(request).files.filter(({ path }) => path.endsWith('.ts'));
}

/** Names that a file imports and never says again. */
function unused({ path, text }: RenderedFile): string[] {
  const statements = [...text.matchAll(/^import (?:type )?([^;]+) from '[^']+';$/gm)];
  const body = statements.reduce((rest, [statement]) => rest.replace(statement, ''), text);
  const names = statements.flatMap(([, clauses = '']) =>
    clauses
      .replace(/[{}]/g, '')
      .split(',')
      .map(
        (each) =>
          each
            .trim()
            .replace(/^type /, '')
            .split(' as ')
            .pop() ?? '',
      ),
  );
  const code = body.replace(/^\s*(?:\/\/|\/\*|\*).*$/gm, '');
  return names
    .filter((name) => name !== '' && !new RegExp(`\\b${name}\\b`).test(code))
    .map((name) => `${path}: ${name}`);
}

describe('imports', () => {
  const printed = (body: string) => {
    const imports = new ImportSet('src/a.ts', '@acme/kernel');
    imports.kernel('Decimal');
    imports.kernelType('DomainEvent');
    imports.packageDefault('pg', 'pg');
    imports.packageNamespace('./rules.js', 'rules');
    const text = withoutUnused(`${imports.print()}--\n${body}`, imports);
    return text.slice(0, text.indexOf('--')).trim().split('\n');
  };

  it.each([
    ['new Decimal(1)', ["import { Decimal } from '@acme/kernel';"]],
    ['const x: DomainEvent = y.Decimal;\n// pg', ["import { type DomainEvent } from '@acme/kernel';"]],
    ['[...rules, new pg.Pool()]', ["import pg from 'pg';", "import * as rules from './rules.js';"]],
    ['/**\n * Decimal, rules\n */', ['']],
    ['`${Decimal}`', ["import { Decimal } from '@acme/kernel';"]],
  ])('of %j are what it says', (body, expected) => {
    expect(printed(body).map((line) => line.replace('import type {', 'import { type'))).toEqual(expected);
  });
});

describe('every file', () => {
  it.each(Object.keys(FIXTURES))('of %s imports what it uses, and nothing else', (name) => {
    expect(files(FIXTURES[name as keyof typeof FIXTURES]).flatMap(unused)).toEqual([]);
  });

  it('of any model imports what it uses, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryModel(), (yaml) => {
        expect(files(yaml).flatMap(unused)).toEqual([]);
      }),
      { numRuns },
    );
  });
});
