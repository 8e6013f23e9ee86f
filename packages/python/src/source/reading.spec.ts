import type { SourceFacts, SourceReader } from '@planner/target';
import * as fc from 'fast-check';
import { createPythonReader } from '.';

let reader: SourceReader;

beforeAll(async () => {
  reader = await createPythonReader();
}, 60_000);

const read = (text: string): SourceFacts => reader.read('a.py', text);

describe('imports of Python', () => {
  it.each([
    ['import a.b', ['import a.b *>a']],
    ['import a.b as c, d', ['import a.b *>c', 'import d *>d']],
    ['from a.b import (c as d,\n  e)', ['import a.b c>d e>e']],
    ['from . import a', ['import . a>a']],
    ['from ..a import *', ['import ..a *>*']],
    ['if TYPE_CHECKING:\n  from a import b', ['typeChecking a b>b']],
    ['if typing.TYPE_CHECKING:\n  import a\nelse:\n  import b', ['typeChecking a *>a', 'import b *>b']],
    ['importlib.import_module("a.b")', ['importlib a.b']],
    ["__import__('a')", ['importlib a']],
    ['import_module(".b", package="a.c")', ['importlib a.c.b']],
    ['import_module("..b", "a.c")', ['importlib a.b']],
    ['import_module(name)', []],
    ['"""import a"""\n# import b\nx = "from c import d"', []],
  ])('%s', (text, expected) => {
    const found = read(text).imports.filter(({ kind }) => kind !== 'export');
    expect(
      found.map(({ kind, specifier, names }) =>
        [kind, specifier, ...names.map(({ name, local }) => `${name}>${local}`)].join(' '),
      ),
    ).toEqual(expected);
  });

  it('of the top level go on to whoever imports the module', () => {
    const facts = read('from a import b\ndef f():\n  from c import d\n');
    expect(facts.imports.filter(({ kind }) => kind === 'export').map(({ specifier }) => specifier)).toEqual(['a']);
  });
});

describe('texts of Python', () => {
  it.each([
    ['a = "x"', 'x', { kind: 'assignment', name: 'a' }],
    ['self.a: str = ("x")', 'x', { kind: 'assignment', name: 'a' }],
    ['a["b"] = \'x\'', 'x', { kind: 'assignment', name: 'b' }],
    ['a = {"b": {"c": ["x"]}}', 'x', { kind: 'property', name: 'c', object: ['a', 'b'] }],
    ['f.g(1, "x")', 'x', { kind: 'argument', callee: 'f.g', index: 1 }],
    ['f(a="x")', 'x', { kind: 'keyword', callee: 'f', name: 'a' }],
    ['os.getenv("A", "x")', 'x', { kind: 'environmentDefault', variable: 'A' }],
    ['os.environ.get("A") or "x"', 'x', { kind: 'environmentDefault', variable: 'A' }],
    ['class S(BaseSettings):\n  a: str = "x"', 'x', { kind: 'environmentDefault', variable: 'A' }],
    ['class S(BaseSettings):\n  a: str = Field(default="x")', 'x', { kind: 'environmentDefault', variable: 'A' }],
    ['def f(a: str = "x"): ...', 'x', { kind: 'parameterDefault', name: 'a' }],
    ['a == "x"', 'x', { kind: 'comparison' }],
    ['def f():\n  """x"""', 'x', { kind: 'documentation' }],
    ['a = "x" "y" + r"\\n" + b"z"', 'xy\\nz', { kind: 'assignment', name: 'a' }],
    ['a = f"x{b.c}{os.environ[\'D\']!r:>{w}}{{y}}"', 'x{b.c}{$D}{y}', { kind: 'assignment', name: 'a' }],
    ['(b, a) = (1, "x")', 'x', { kind: 'assignment', name: 'a' }],
    ['a = ":".join(["x", b, f"y{c}"])', 'x:{b}:y{c}', { kind: 'assignment', name: 'a' }],
    ['a = "x<b>y".replace("<b>", "z")', 'xzy', { kind: 'assignment', name: 'a' }],
    ['a = f"x{quote_plus(\'y\')}"', 'xy', { kind: 'assignment', name: 'a' }],
    ['a = b64decode("x").decode()', 'x', { kind: 'assignment', name: 'a' }],
    ['f(a=lambda: "x")', 'x', { kind: 'keyword', callee: 'f', name: 'a' }],
    ['def a():\n  return "x"', 'x', { kind: 'assignment', name: 'a' }],
    ['a = "x%s%%%(n)d" % b', 'x{b}%{}', { kind: 'assignment', name: 'a' }],
    ['a = "{}{n}{{".format(b, n=c)', '{b}{c}{', { kind: 'assignment', name: 'a' }],
    ['a = "\\x41\\u00e9\\101\\\ny"', 'AéAy', { kind: 'assignment', name: 'a' }],
  ])('%s', (text, parts, context) => {
    const [found, ...others] = read(text).texts;
    const printed = found?.parts
      .map((part) => ('text' in part ? part.text : `{${part.hole === 'environment' ? '$' : ''}${part.name ?? ''}}`))
      .join('');
    expect([printed, found?.context]).toEqual([parts, context]);
    expect(others).toEqual([]);
  });
});

describe('settings of Python', () => {
  it.each([
    ['class S(BaseSettings):\n  model_config = SettingsConfigDict(env_prefix="app_")\n  a: int', 'APP_A required'],
    ['class S(BaseSettings, env_prefix="APP_"):\n  a: int = 1', 'APP_A optional'],
    ['class S(BaseSettings):\n  a: int = Field(validation_alias=AliasChoices("B", "C"))', 'B required'],
    ['class S(BaseSettings):\n  a: Annotated[int, Field(alias="B")] = 1', 'B optional'],
    ['class S(BaseSettings):\n  class Config:\n    env_prefix = "X_"\n  a: int = ...', 'X_A required'],
    ['class S(Variables):\n  a: Annotated[int, Field(alias="B")]\n  c: int', 'B required'],
    ['class S(BaseModel):\n  A: int', ''],
  ])('%s', (text, expected) => {
    expect(
      read(text)
        .environment.map(({ variable, optional }) => `${variable} ${optional ? 'optional' : 'required'}`)
        .join(),
    ).toBe(expected);
  });
});

describe('declarations of Python', () => {
  it.each([
    [
      'class A(B, abc.C, metaclass=M):\n  a: int\n  def __init__(self):\n    self.b = 1\n  @property\n  def c(self): ...\n  def d(self): ...',
      'class A (B, abc.C): a field, b field, c accessor, d method',
    ],
    ['@dataclass(frozen=True)\nclass A:\n  a: int = 1', 'class A (): a field'],
    ['class A(StrEnum):\n  B = "b"\n  C = auto()', 'class A (StrEnum): B enumMember, C enumMember'],
    ['A = Literal["x", "y"]', 'type A (): x enumMember, y enumMember'],
    ['type A = Literal["x"]', 'type A (): x enumMember'],
    ['A = NewType("A", UUID)', 'type A (): '],
    ['A = {"b": 1}', 'constant A (): b property'],
    ['async def a(): ...', 'function a (): '],
  ])('%s', (text, expected) => {
    const [found] = read(text).declarations;
    expect(
      `${found?.kind} ${found?.name} (${found?.bases.join(', ')}): ${found?.members.map(({ name, kind }) => `${name} ${kind}`).join(', ')}`,
    ).toBe(expected);
    expect(text.slice(found?.at.start, found?.at.end)).toBe(found?.name);
  });
});

describe('a text that is no good Python', () => {
  it.each([
    ['a syntax error', 'def f(:\n  x = "a"\nz = 1'],
    ['brackets without end', '('.repeat(20_000)],
    ['another language', 'const a = { b: 1 };\nfunction f() {}'],
  ])('says so and stops nothing: %s', (_, text) => {
    expect(read(text).errors.length).toBeGreaterThan(0);
  });

  it.each([
    ['a line of 5 MB', `a = "${'x'.repeat(5_000_000)}"\n`],
    ['a sum of a thousand texts', `a = (${'"x" +\n'.repeat(1_000)} "y")\n`],
    ['CRLF and a byte order mark', '\ufeffimport m\r\na = """x\r\ny"""\r\n'],
    ['nothing', ''],
  ])('is read where it is merely unusual: %s', (_, text) => {
    expect(read(text).errors).toEqual([]);
  });

  it('counts offsets in UTF-16 code units behind a byte order mark and emoji', () => {
    const text = '\ufeff# 😀 é\r\nimport m\r\nf("y")';
    const { imports, texts } = read(text);
    expect([...imports, ...texts].map(({ at }) => text.slice(at.start, at.end))).toEqual(['m', '"y"']);
  });

  it('never makes it throw, and places lie in it', () => {
    const pieces = [
      'import ',
      'from ',
      '.',
      ' import ',
      '(',
      ')',
      '[',
      ']',
      '"a"',
      "'",
      '"""',
      'f"{',
      '}',
      'x',
      '=',
      ':',
      '\n',
      '\n  ',
      'class A',
      'def f',
      'os.environ',
      '%',
      '.format',
      '#',
      '\\',
      '😀',
      '\0',
      'if ',
      'lambda ',
      '@',
      ',',
      '*',
      'or ',
    ];
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { imports, declarations, texts, environment, comments, errors } = read(text);
        for (const { at } of [...imports, ...declarations, ...texts, ...environment, ...comments, ...errors])
          expect(at.start >= 0 && at.start <= at.end && at.end <= text.length).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
