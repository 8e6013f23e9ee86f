import type { SourceFacts } from '@planner/target';
import * as fc from 'fast-check';
import { typescriptReader } from '.';

const read = (text: string, path = 'a.ts'): SourceFacts => typescriptReader.read(path, text);

/** All that there is to ask. */
function everything(facts: SourceFacts): unknown[] {
  return [
    facts.imports,
    facts.declarations,
    facts.texts,
    facts.environment,
    [...facts.uses].map((name) => ({ name })),
    facts.comments,
    facts.errors,
  ].flat();
}

describe('imports of TypeScript', () => {
  it.each([
    ["import a, { b as c } from 'm'", ['import m default>a b>c']],
    ["import * as n from 'm'", ['import m *>n']],
    ["import type { T } from 'm'", ['type m T>T']],
    ["export { a as b } from 'm'", ['export m a>b']],
    ["export * from 'm'", ['export m *>*']],
    ["export * as n from 'm'", ['export m *>n']],
    ["import { a } from 'm'; export { a as b }", ['import m a>a', 'export m a>b']],
    ["import a from 'm'; export default a", ['import m default>a', 'export m default>default']],
    ["const { a, b: c } = require('m')", ['require m a>a b>c']],
    ["const x = require('m').a", ['require m a>a']],
    ["import x = require('m')", ['require m *>x']],
    ["const { a } = await import('m')", ['dynamic m a>a']],
    ["const { a, ...rest } = await import('m')", ['dynamic m']],
    ["(await import('m')).a", ['dynamic m a>a']],
    ['import(`m`)', ['dynamic m']],
    ['import(`m${x}`)', []],
    ["type T = import('m').A.B", ['type m A>A']],
    ["type T = typeof import('m')", ['type m']],
    ["function f(x: import('m').A): Map<import('n').B, 1> {}", ['type m A>A', 'type n B>B']],
    ["jest.mock('m'); vi.mock(import('m'))", []],
    ["// import 'm'\nconst text = \"import 'm'\"", []],
  ])('%s', (text, expected) => {
    const found = read(text).imports.map(({ kind, specifier, names }) =>
      [kind, specifier, ...names.map(({ name, local }) => `${name}>${local}`)].join(' '),
    );
    expect(found).toEqual(expected);
  });
});

describe('texts of TypeScript', () => {
  it.each([
    ["const a = 'x'", 'x', { kind: 'assignment', name: 'a' }],
    ["this.a = ('x' as const)!", 'x', { kind: 'assignment', name: 'a' }],
    ["class C { static #a = 'x' }", 'x', { kind: 'assignment', name: 'a' }],
    ["enum E { A = 'x' }", 'x', { kind: 'assignment', name: 'A' }],
    ["const a = { b: { 'c': ['x'] } }", 'x', { kind: 'property', name: 'c', object: ['a', 'b'] }],
    ["new Pool({ password: 'x' })", 'x', { kind: 'property', name: 'password', object: ['Pool'] }],
    ["a.b(1, cond ? y : 'x')", 'x', { kind: 'argument', callee: 'a.b', index: 1 }],
    ["process.env.A ?? 'x'", 'x', { kind: 'environmentDefault', variable: 'A' }],
    ["const { A = 'x' } = process.env", 'x', { kind: 'environmentDefault', variable: 'A' }],
    ["process.env.A ? process.env.A : 'x'", 'x', { kind: 'environmentDefault', variable: 'A' }],
    ["const env = z.object({ A: z.string().min(1).default('x') })", 'x', { kind: 'environmentDefault', variable: 'A' }],
    ["const f = (a = 'x') => a", 'x', { kind: 'parameterDefault', name: 'a' }],
    ["if (a === 'x') {}", 'x', { kind: 'comparison' }],
    ["const a = 'x' + `y${'z'}` + \"\\u0041\"", 'xyzA', { kind: 'assignment', name: 'a' }],
    ["const a = 'x' + b.c + `${process.env.D ?? 1}y`", 'x{b.c}{$D}y', { kind: 'assignment', name: 'a' }],
    ["const [, a] = [1, 'x']", 'x', { kind: 'assignment', name: 'a' }],
    ["const a = ['x', b, `y${c}`].join(':')", 'x:{b}:y{c}', { kind: 'assignment', name: 'a' }],
    ["const a = 'x'.concat(b, 'y')", 'x{b}y', { kind: 'assignment', name: 'a' }],
    ["const a = 'x<b>y'.replace('<b>', 'z')", 'xzy', { kind: 'assignment', name: 'a' }],
    ["const a = format('x%s%%%s', 'y', b)", 'xy%{b}', { kind: 'assignment', name: 'a' }],
    ["const a = `x${encodeURIComponent('y')}`", 'xy', { kind: 'assignment', name: 'a' }],
    ["const a = Buffer.from('x').toString()", 'x', { kind: 'assignment', name: 'a' }],
    ["const a = () => 'x'", 'x', { kind: 'assignment', name: 'a' }],
    ["function a() { return 'x' }", 'x', { kind: 'assignment', name: 'a' }],
    ["class C { get a() { return 'x' } }", 'x', { kind: 'assignment', name: 'a' }],
    ["const b = { a: async () => ({ c: 'x' }) }", 'x', { kind: 'property', name: 'c', object: ['b', 'a'] }],
    ["f(() => 'x')", 'x', { kind: 'other' }],
    ["const a = (() => { return 'x' })()", 'x', { kind: 'assignment', name: 'a' }],
  ])('%s', (text, parts, context) => {
    const [found, ...others] = read(text).texts;
    const printed = found?.parts
      .map((part) => ('text' in part ? part.text : `{${part.hole === 'environment' ? '$' : ''}${part.name ?? ''}}`))
      .join('');
    expect([printed, found?.context]).toEqual([parts, context]);
    expect(others).toEqual([]);
  });

  it('are not those of types, directives and specifiers', () => {
    expect(read("'use strict'; import 'm'; type A = 'x' | `y`; let b: 'z'; f<'w'>()").texts).toEqual([]);
  });
});

describe('declarations of TypeScript', () => {
  it.each([
    [
      'export abstract class A extends B<C> implements D { a = 1; #b; constructor(readonly c: string) {} get d() {} async e() {} f = () => 1 }',
      'class A (B, D): a field, b field, c field, d accessor, e method, f method',
    ],
    ['export interface A extends B { a: string; b(): void }', 'interface A (B): a field, b method'],
    ["type A = 'x' | 'y'", 'type A (): x enumMember, y enumMember'],
    ["enum A { B = 'b', C }", 'enum A (): B enumMember, C enumMember'],
    ["const A = Object.freeze({ b: 'x', c() {} } as const)", 'constant A (): b property, c method'],
    ["const A = ['x', 'y'] as const", 'constant A (): x enumMember, y enumMember'],
    ['const a = () => 1', 'function a (): '],
    ['export default function a() {}', 'function a (): '],
  ])('%s', (text, expected) => {
    const [found] = read(text).declarations;
    const members = found?.members.map(({ name, kind }) => `${name} ${kind}`).join(', ');
    expect(`${found?.kind} ${found?.name} (${found?.bases.join(', ')}): ${members}`).toBe(expected);
    expect(text.slice(found?.at.start, found?.at.end)).toBe(found?.name);
  });

  it('say whether others see them', () => {
    expect(
      read('class A {} export class B {} class C {} export { C as D }').declarations.map(({ exported }) => exported),
    ).toEqual([false, true, true]);
  });
});

describe('a text that is no good TypeScript', () => {
  it.each([
    ['a syntax error', 'const = 1'],
    ['an open template', 'const a = `${'],
    ['brackets without end', '('.repeat(100_000)],
    ['arrays in arrays', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['types in types', `let a: ${'A<'.repeat(20_000)}`],
    ['templates in templates', '`${'.repeat(20_000)],
    ['operators without end', `a = ${'!'.repeat(200_000)}1`],
    ['conditions without end', `a = ${'b ? c : '.repeat(50_000)}d`],
    ['else if without end', 'if (a) {} else '.repeat(50_000)],
    ['functions without end', '() => '.repeat(50_000)],
  ])('says so and stops nothing: %s', (_, text) => {
    expect(read(text).errors.length).toBeGreaterThan(0);
  });

  it.each([
    ['a line of 5 MB', `const a = '${'x'.repeat(5_000_000)}';`],
    ['a file of 5 MB in one line', 'a(1);'.repeat(1_000_000)],
    ['five million line breaks', '\n'.repeat(5_000_000)],
    ['a list of texts', `const a = [${"'x', ".repeat(100_000)}];`],
    ['a sum of a thousand texts', `const a = ${"'x' +\n".repeat(1_000)} 'y';`],
    ['NUL in a text', "const a = '\0';"],
    ['CRLF and a byte order mark', "\ufeffimport 'm';\r\nconst a = `x\r\ny`;\r\n"],
    ['nothing', ''],
  ])('is read where it is merely unusual: %s', (_, text) => {
    expect(read(text).errors).toEqual([]);
    expect(everything(read(text))).toBeDefined();
  });

  it('counts offsets in UTF-16 code units behind a byte order mark and emoji', () => {
    const text = "\ufeff// 😀 é\r\nimport 'm'; f('y')";
    const { imports, texts } = read(text);
    expect([...imports, ...texts].map(({ at }) => text.slice(at.start, at.end))).toEqual(["'m'", "'y'"]);
  });

  it('never makes it throw, and places lie in it', () => {
    const pieces = [
      'import ',
      'export ',
      '{',
      '}',
      '(',
      ')',
      "'a'",
      '`',
      '${',
      'x',
      ' from ',
      '=',
      '=>',
      'class ',
      'process.env',
      '.',
      ';',
      '\n',
      '<',
      '>',
      ':',
      '"',
      '/*',
      '\\',
      '😀',
      '\0',
      'await ',
      'require',
      'const ',
      '??',
      '@',
      'type ',
      '...',
    ];
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('a.ts', 'a.tsx', 'a.cjs', 'a.d.ts', 'a.mts'), (text, path) => {
        for (const fact of everything(read(text, path)) as { at?: { start: number; end: number } }[])
          if (fact.at !== undefined)
            expect(fact.at.start >= 0 && fact.at.start <= fact.at.end && fact.at.end <= text.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
