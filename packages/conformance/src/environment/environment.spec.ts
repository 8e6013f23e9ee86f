import { NOTHING_ISSUED, PHASES, type LanguageTarget, type SourceReader } from '@planner/target';
import { BROKER, contextModelOf, SCHOOL } from '@planner/testing';
import { pythonTarget } from '@planner/python';
import { typescriptTarget } from '@planner/typescript';
import * as fc from 'fast-check';
import type { VerifiedProject } from '../check';
import type { Finding } from '../finding';
import { readSettings, type RuleConfiguration } from '../settings';
import { projectInMemory, type WorkspaceTexts } from '../testing/verified-project';
import { verify } from '../verify';
import { environmentCheck } from './check-environment';
import { readExample } from './example-file';

const readers: SourceReader[] = [];

beforeAll(async () => {
  for (const target of [typescriptTarget, pythonTarget]) if (target.source) readers.push(await target.source());
}, 60_000);

function findingsOf(
  texts: WorkspaceTexts,
  configuration: RuleConfiguration = {},
  rest: Partial<VerifiedProject> = {},
): Finding[] {
  const { project, files } = projectInMemory({ directory: 'app', texts, readers, rest });
  return verify(project, files, readSettings(configuration).settings, [environmentCheck]);
}

/** `rule path:line:column` of every finding. */
function check(...given: Parameters<typeof findingsOf>): string[] {
  return findingsOf(...given).map(
    ({ rule, span }) =>
      `${rule.replace('environment/', '')} ${span.file.replace('app/', '')}:${span.start.line}:${span.start.column}`,
  );
}

const SCHEMA = 'const Env = z.object({ PORT: z.string() });\nexport const config = Env.parse(process.env);';
const SETTINGS = 'class AppSettings(BaseSettings):\n    port: int\n';

describe('a variable that is read', () => {
  it.each([
    ['process.env.TOKEN', 13],
    ["process.env['TOKEN']", 13],
    ["process.env.TOKEN ?? ''", 13],
    ['import.meta.env.TOKEN', 17],
    ['((environment = process.env) => environment.TOKEN)()', 45],
    ['(({ TOKEN } = process.env) => TOKEN)()', 5],
    ["'TOKEN' in process.env", 1],
    ['Bun.env.TOKEN', 9],
    ["configService.getOrThrow('TOKEN')", 26],
  ])('is looked for in .env.example: %s', (expression, column) => {
    expect(check({ 'app/.env.example': 'PORT=1\n', 'app/src/a.ts': `// PORT\n${expression};` })).toEqual([
      `not-in-example src/a.ts:2:${column}`,
    ]);
    expect(check({ 'app/.env.example': 'PORT=1\nTOKEN=\n', 'app/src/a.ts': `// PORT\n${expression};` })).toEqual([]);
  });

  it.each([
    ['os.environ["TOKEN"]', 12],
    ['os.environ.get("TOKEN")', 16],
    ['os.getenv("TOKEN", "")', 11],
    ['environ["TOKEN"]', 9],
    ['"TOKEN" in os.environ', 1],
    ['config("TOKEN", default="")', 8],
  ])('is looked for in .env.example, in Python: %s', (expression, column) => {
    expect(check({ 'app/.env.example': 'PORT=1\n', 'app/src/a.py': `# PORT\n${expression}` })).toEqual([
      `not-in-example src/a.py:2:${column}`,
    ]);
  });

  it('may stand in a comment of the example', () => {
    expect(check({ 'app/.env.example': '# TOKEN=abc\n', 'app/src/a.ts': 'process.env.TOKEN' })).toEqual([]);
  });

  it('may be one that tests and tools have for themselves', () => {
    const texts = {
      'app/src/a.spec.ts': 'process.env.TOKEN',
      'app/tools/a.mjs': 'process.env.TOKEN',
      'app/tests/test_a.py': 'os.environ["TOKEN"]',
    };
    expect(check({ 'app/.env.example': '', ...texts })).toEqual([]);
    expect(check({ 'app/.env.example': 'TOKEN=', ...texts })).toEqual([]);
  });

  it('may be one of the platform', () => {
    expect(check({ 'app/src/a.ts': 'process.env.NODE_ENV; process.env.CI; process.env.npm_package_version' })).toEqual(
      [],
    );
  });

  it('is reported once, with the fix that adds it', () => {
    const [finding, ...others] = findingsOf({
      'app/.env.example': 'PORT=1',
      'app/src/a.ts': 'process.env.TOKEN; process.env.TOKEN; process.env.PORT',
    });
    expect(others).toEqual([]);
    expect(finding?.fix?.edits).toEqual([{ file: 'app/.env.example', start: 6, end: 6, text: '\nTOKEN=\n' }]);
  });

  it.each([
    [
      'TypeScript',
      { 'app/src/config/env.ts': SCHEMA, 'app/src/a.ts': 'process.env.TOKEN; process.env.PORT' },
      'src/a.ts:1:13',
    ],
    [
      'Python',
      { 'app/src/config/settings.py': SETTINGS, 'app/src/a.py': 'os.environ["TOKEN"]\nos.environ["PORT"]' },
      'src/a.py:1:12',
    ],
  ])('must not go past the schema: %s', (_, texts, place) => {
    expect(check({ 'app/.env.example': 'PORT=1\nTOKEN=\n', ...texts })).toEqual([`not-in-schema ${place}`]);
  });

  it('may be read beside the schema, in tests and by tools', () => {
    const read = 'process.env.TOKEN';
    const texts = {
      'app/src/config/env.ts': SCHEMA,
      'app/src/config/more.ts': read,
      'app/test/a.ts': read,
      'app/vitest.config.ts': read,
      'app/src/a.spec.ts': read,
    };
    expect(check({ 'app/.env.example': 'PORT=1\nTOKEN=\n', ...texts })).toEqual([]);
  });

  it('by a schema is looked for in .env.example', () => {
    expect(
      check({
        'app/.env.example': '',
        'app/src/env.ts': SCHEMA,
        'app/src/settings.py': SETTINGS.replace('port', 'host'),
      }),
    ).toEqual(['not-in-example src/env.ts:1:24', 'not-in-example src/settings.py:2:5']);
  });
});

describe('a variable of .env.example', () => {
  it('that nothing reads is declared in vain', () => {
    const texts = {
      'app/.env.example': 'A_B=1\nOLD_A_B=2\n  export C=3\n# D=4',
      'app/src/a.ts': 'process.env.A_B',
      'app/docker-compose.yml': 'x: ${C}',
    };
    expect(check(texts)).toEqual(['unused .env.example:2:1']);
    expect(check(texts, { 'environment/unused': ['warning', { ignore: ['OLD_*'] }] })).toEqual([]);
  });

  it('is set once', () => {
    const [finding] = findingsOf({
      'app/.env.example': 'A=1\nB=2\nA=3\n# B=4\n',
      'app/src/a.ts': 'process.env.A; process.env.B',
    });
    expect(finding).toMatchObject({
      rule: 'environment/duplicate',
      span: { start: { line: 3, column: 1 } },
      related: [{ span: { start: { line: 1 } } }],
    });
  });

  it.each([
    ['PORT', 1],
    ['PORT: 1', 1],
    ['1PORT=1', 1],
    ['=1', 1],
    ['export PO RT=1', 8],
    ['PORT =1', 1],
    ['PORT="1', 1],
  ])('is NAME=value: %s is malformed', (line, column) => {
    expect(
      check({ 'app/.env.example': `OK=1\r\n${line}\r\n`, 'app/src/a.ts': 'process.env.OK; process.env.PORT' }).filter(
        (each) => each.startsWith('malformed'),
      ),
    ).toEqual([`malformed .env.example:2:${column}`]);
  });

  it.each([
    'PORT=1',
    "PORT='a # b'",
    'PORT="a\nNO LINE\n"',
    'PORT= # none',
    'export PORT=1',
    '\ufeffPORT=1',
    '# PORT is a word\nPORT=',
    'PORT="a\\"b"',
  ])('may be written as %j', (text) => {
    const { variables, malformed } = readExample(`${text}\nLAST=1`);
    expect(malformed).toEqual([]);
    expect(variables.map(({ name, at }) => [name, `${text}\nLAST=1`.slice(at.start, at.end)])).toEqual([
      ['PORT', 'PORT'],
      ['LAST', 'LAST'],
    ]);
  });

  it('is read from any text without an exception, and at places in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', '=', '"', "'", '#', '\n', '\r', ' ', '\\', '1', '\0', 'é') }),
        (text) => {
          for (const { at } of [...readExample(text).variables, ...readExample(text).malformed])
            expect(at.start >= 0 && at.end <= text.length && at.start <= at.end).toBe(true);
        },
      ),
    );
  });

  it('is there for every adapter of the plan', () => {
    const model = contextModelOf(BROKER);
    expect(
      check({ 'app/.env.example': 'SSI_BASE_URL=\n', 'app/src/a.ts': "process.env['SSI_BASE_URL']" }, {}, { model })
        .length,
    ).toBe(model.adapters.flatMap(({ env }) => Object.values(env).flat()).length - 1);
  });
});

describe('.env', () => {
  const texts = { 'app/.gitignore': 'dist', 'app/.env.example': '', 'app/.env': 'SECRET', 'app/src/a.ts': '' };

  it('has to be ignored by git', () => {
    const findings = findingsOf(texts, {}, { isIgnored: () => false });
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'environment/ignored app/.env is not ignored by git: whatever is written into it would be committed.',
    ]);
    expect(findings[0]?.fix?.edits).toEqual([{ file: 'app/.gitignore', start: 4, end: 4, text: '\n/.env\n' }]);
    expect(check(texts, {}, { isIgnored: (path) => path === 'app/.env' })).toEqual([]);
  });

  it('does not matter where there is no environment', () => {
    expect(check({ 'app/src/a.ts': 'export {}' }, {}, { isIgnored: () => false })).toEqual([]);
  });
});

describe('what planner scaffolds', () => {
  const targets: readonly LanguageTarget[] = [typescriptTarget, pythonTarget];
  it.each(targets.flatMap((target) => [BROKER, SCHOOL].map((yaml) => [target.language, target, yaml] as const)))(
    'is silent, and is not when a variable is taken from its example: %s',
    (language, target, yaml) => {
      const place = {
        name: 'app',
        directory: 'app',
        scope: '@acme',
        kernel: { directory: 'kernel', packageName: 'kernel' },
        plans: [],
      };
      const model = { ...contextModelOf(yaml), language };
      const { files } = target.render({ model, project: place, phases: new Set(PHASES), issued: NOTHING_ISSUED });
      const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]));
      expect(check(texts, {}, { model })).toEqual([]);
      const example = texts['app/.env.example'] ?? '';
      expect(check({ ...texts, 'app/.env.example': example.replace(/^GRPC_PORT=.*$/m, '') }, {}, { model })).toEqual([
        expect.stringMatching(/^not-in-example src\/infrastructure\/config\//),
      ]);
      expect(check({ ...texts, 'app/.env.example': `${example}\nIN_VAIN=1\n` }, {}, { model })).toEqual([
        expect.stringMatching(/^unused \.env\.example/),
      ]);
    },
    120_000,
  );
});
