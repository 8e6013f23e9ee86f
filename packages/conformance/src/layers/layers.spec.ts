import { NOTHING_ISSUED, PHASES, type LanguageTarget, type SourceReader } from '@planner/target';
import { BROKER, contextModelOf, SCHOOL } from '@planner/testing';
import { pythonTarget } from '@planner/python';
import { typescriptTarget } from '@planner/typescript';
import type { Neighbour, VerifiedProject } from '../check';
import { readSettings, type RuleConfiguration } from '../settings';
import { projectInMemory, type WorkspaceTexts } from '../testing/verified-project';
import { verify } from '../verify';
import { layersCheck } from './check-layers';

const readers: SourceReader[] = [];

beforeAll(async () => {
  for (const target of [typescriptTarget, pythonTarget]) if (target.source) readers.push(await target.source());
}, 60_000);

const NEIGHBOURS: readonly Neighbour[] = [
  { directory: 'packages/kernel', kernel: true },
  { directory: 'packages/accounts', context: 'accounts' },
  { directory: 'packages/library' },
];

/** `rule path:line:column` of every finding. */
function check(
  texts: WorkspaceTexts,
  configuration: RuleConfiguration = {},
  rest: Partial<VerifiedProject> = {},
): string[] {
  const { settings, problems } = readSettings(configuration);
  expect(problems).toEqual([]);
  const { project, files } = projectInMemory({
    directory: 'packages/broker',
    texts: { ...SURROUNDINGS, ...texts },
    readers,
    neighbours: NEIGHBOURS,
    rest,
  });
  return verify(project, files, settings, [layersCheck]).map(
    ({ rule, span }) => `${rule} ${span.file.replace('packages/broker/', '')}:${span.start.line}:${span.start.column}`,
  );
}

/** What the imports of the tables lead to. */
const SURROUNDINGS: WorkspaceTexts = {
  'package.json': '{ "name": "@acme/source", "workspaces": ["packages/*"] }',
  'packages/kernel/package.json':
    '{ "name": "@acme/kernel", "exports": { ".": { "source": "./src/index.ts", "default": "./dist/index.js" } } }',
  'packages/kernel/src/index.ts': 'export class AggregateRoot {}',
  'packages/kernel/src/acme_kernel/__init__.py': 'class AggregateRoot: ...',
  'packages/accounts/package.json': '{ "name": "@acme/accounts" }',
  'packages/accounts/src/domain/account.ts': 'export class Account {}',
  'packages/accounts/src/index.ts': "export { Account } from './domain/account.js';",
  'packages/accounts/src/presentation/grpc/generated/accounts.ts': 'export interface AccountMessage {}',
  'packages/accounts/accounts/domain/account.py': 'class Account: ...',
  'packages/library/package.json': '{ "name": "@acme/library" }',
  'packages/library/src/index.ts': 'export const sum = 1;',
  'packages/broker/package.json':
    '{ "name": "@acme/broker", "imports": { "#db": "./src/infrastructure/database.ts", "#db/*": "./src/infrastructure/*.ts", "#money": "./src/domain/money.ts" } }',
  'packages/broker/tsconfig.json':
    '{ "extends": "./tsconfig.paths.json", /* as people write them */ "compilerOptions": { "strict": true, }, }',
  'packages/broker/tsconfig.paths.json':
    '{ "compilerOptions": { "baseUrl": ".", "paths": { "@infra/*": ["src/infrastructure/*"], "@app": ["./src/application/index.ts"] } } }',
  'packages/broker/src/domain/money.ts': 'export class Money {}',
  'packages/broker/src/application/index.ts': "export * from './ports.js';",
  'packages/broker/src/application/ports.ts': 'export interface Clock {}',
  'packages/broker/src/infrastructure/database.ts': 'export class Database {}',
  'packages/broker/src/infrastructure/index.ts': "export * from './database.js';",
  'packages/broker/src/presentation/server.ts': 'export class Server {}',
  'packages/broker/src/shared/index.ts':
    "export * from '../domain/money.js';\nexport { Database } from '../infrastructure/database.js';",
  'packages/broker/src/shared/outer.ts':
    "import { Database } from './index.js';\nexport { Database as Store };\nexport const LIMIT = 3;",
  'packages/broker/src/domain/__init__.py': '',
  'packages/broker/src/domain/money.py': 'class Money: ...',
  'packages/broker/src/infrastructure/__init__.py': 'from .database import Database',
  'packages/broker/src/infrastructure/database.py': 'class Database: ...',
  'packages/broker/src/presentation/server.py': 'class Server: ...',
  'packages/broker/src/application/ports.py': 'class Clock: ...',
  'packages/broker/src/shared/__init__.py':
    'from src.infrastructure.database import Database as Store\nfrom src.domain.money import Money\n',
};

describe('an import that breaks a layer', () => {
  it.each([
    ['import', "import { Database } from '../infrastructure/database.js';", 26],
    ['import without extension', "import { Database } from '../infrastructure/database';", 26],
    ['import of a folder', "import { Database } from '../infrastructure';", 26],
    ['import for effects', "import '../infrastructure/database.js';", 8],
    ['import of a namespace', "import * as db from '../infrastructure/database.js';", 21],
    ['import type', "import type { Database } from '../infrastructure/database.js';", 31],
    ['import of a type among others', "import { type Database } from '../infrastructure/database.js';", 31],
    ['export from', "export { Database } from '../infrastructure/database.js';", 26],
    ['export star', "export * from '../infrastructure/database.js';", 15],
    ['export star as', "export * as db from '../infrastructure/database.js';", 21],
    ['export type', "export type { Database } from '../infrastructure/database.js';", 31],
    ['require', "const { Database } = require('../infrastructure/database.js');", 30],
    ['require.resolve', "const path = require.resolve('../infrastructure/database.js');", 30],
    ['import equals', "import db = require('../infrastructure/database.js');", 21],
    ['dynamic import', "const db = await import('../infrastructure/database.js');", 25],
    ['dynamic import of a template', 'const db = await import(`../infrastructure/database.js`);', 25],
    ['import in a type', "let db: import('../infrastructure/database.js').Database;", 16],
    ['typeof import', "type Db = typeof import('../infrastructure/database.js');", 25],
    ['tsconfig paths', "import { Database } from '@infra/database';", 26],
    ['tsconfig baseUrl', "import { Database } from 'src/infrastructure/database';", 26],
    ['package imports', "import { Database } from '#db';", 26],
    ['package imports with a star', "import { Database } from '#db/database';", 26],
    ['the name of its own package', "import { Database } from '@acme/broker/src/infrastructure/database.js';", 26],
    ['the built file', "import { Database } from '../../dist/infrastructure/database.js';", 26],
    ['a barrel beside the layers', "import { Database } from '../shared/index.js';", 26],
    ['a barrel behind a barrel', "import { Store } from '../shared/outer.js';", 23],
  ])('is found at the specifier: %s', (_, statement, column) => {
    const at = `src/application/placed.ts:3:${column}`;
    expect(check({ 'packages/broker/src/application/placed.ts': `// é 😀\r\n\r\n${statement}\r\n` })).toEqual([
      `layers/application ${at}`,
    ]);
  });

  it.each([
    ['import', 'import src.infrastructure.database', 8],
    ['import as', 'import src.infrastructure.database as db', 8],
    ['import of a package', 'import src.infrastructure', 8],
    ['from import', 'from src.infrastructure.database import Database', 6],
    ['from import of a package', 'from src.infrastructure import Database', 6],
    ['from import star', 'from src.infrastructure.database import *', 6],
    ['from import of a module', 'from src.infrastructure import database', 6],
    ['from import of the layer', 'from src import domain, infrastructure', 25],
    ['relative import', 'from ..infrastructure.database import Database', 6],
    ['relative import of the layer', 'from .. import infrastructure', 16],
    ['import under TYPE_CHECKING', 'if TYPE_CHECKING: from src.infrastructure.database import Database', 24],
    ['import in a function', 'def late(): from src.infrastructure.database import Database', 18],
    ['import in a try', 'try: import src.infrastructure.database\nexcept ImportError: pass', 13],
    ['importlib', 'importlib.import_module("src.infrastructure.database")', 25],
    ['importlib by its function', 'import_module("src.infrastructure.database")', 15],
    ['importlib, relative', 'import_module("..infrastructure.database", package=__package__)', 15],
    ['importlib with a package', 'import_module(".database", "src.infrastructure")', 15],
    ['__import__', '__import__("src.infrastructure.database")', 12],
    ['a barrel beside the layers', 'from src.shared import Store', 6],
  ])('is found at the module: %s', (_, statement, column) => {
    const at = `src/application/placed.py:3:${column}`;
    expect(check({ 'packages/broker/src/application/placed.py': `# é 😀\n\n${statement}\n` })).toEqual([
      `layers/application ${at}`,
    ]);
  });

  it.each([
    ['domain', 'application', 'layers/domain'],
    ['domain', 'infrastructure', 'layers/domain'],
    ['domain', 'presentation', 'layers/domain'],
    ['application', 'infrastructure', 'layers/application'],
    ['application', 'presentation', 'layers/application'],
    ['infrastructure', 'presentation', 'layers/infrastructure'],
    ['presentation', 'infrastructure', 'layers/presentation'],
  ])('from %s to %s is found in both languages', (from, to, rule) => {
    const module = { application: 'ports', infrastructure: 'database', presentation: 'server' }[to] ?? '';
    expect(
      check({
        [`packages/broker/src/${from}/deep/placed.ts`]: `import '../../${to}/${module}.js';`,
        [`packages/broker/src/${from}/deep/placed.py`]: `from src.${to}.${module} import X`,
      }),
    ).toEqual([`${rule} src/${from}/deep/placed.py:1:6`, `${rule} src/${from}/deep/placed.ts:1:8`]);
  });

  it.each([
    ['domain', "import { z } from 'zod';", 'layers/domain'],
    ['domain', "import { sum } from '@acme/library';", 'layers/domain'],
    ['domain', "import { LIMIT } from '../shared/outer.js';", 'layers/domain'],
    ['application', "import pino from 'pino';", 'layers/application'],
    ['presentation', "import { Kysely } from 'kysely';", 'layers/presentation'],
    ['presentation', "import { DatabaseSync } from 'node:sqlite';", 'layers/presentation'],
  ])('may be one of a package: in %s, %s', (layer, statement, rule) => {
    const [start] = /'[^']*';$/.exec(statement) ?? [''];
    expect(check({ [`packages/broker/src/${layer}/placed.ts`]: statement })).toEqual([
      `${rule} src/${layer}/placed.ts:1:${statement.indexOf(start) + 1}`,
    ]);
  });

  it('says through which modules it comes, and where they pass it on', () => {
    const texts = {
      ...SURROUNDINGS,
      'packages/broker/src/domain/placed.ts': "import { Store } from '../shared/outer.js';",
    };
    const { project, files } = projectInMemory({
      directory: 'packages/broker',
      texts,
      readers,
      neighbours: NEIGHBOURS,
    });
    const allowed = readSettings({ 'layers/domain': ['error', { allow: ['src/shared'] }] }).settings;
    const [finding] = verify(project, files, allowed, [layersCheck]);
    expect(finding?.message).toContain('src/infrastructure/database.ts');
    expect(finding?.related?.map(({ span }) => `${span.file}:${span.start.line}`)).toEqual([
      'packages/broker/src/shared/outer.ts:1',
      'packages/broker/src/shared/index.ts:2',
    ]);
  });
});

describe('what is allowed', () => {
  it.each([
    ['domain', "import { AggregateRoot } from '@acme/kernel';"],
    ['domain', "import { randomUUID } from 'node:crypto'; import fs from 'fs';"],
    ['domain', "import { Money } from '#money';"],
    ['application', "import { Money } from '../domain/money.js';"],
    ['application', "import { Money } from '../shared/index.js';"],
    ['application', "import { LIMIT } from '../shared/outer.js';"],
    ['application', "import type { Clock } from '@app';"],
    ['infrastructure', "import { Kysely } from 'kysely'; import '../application/ports.js';"],
    ['infrastructure/di', "import { Server } from '../../presentation/server.js';"],
    [
      'presentation',
      "import * as grpc from '@grpc/grpc-js'; import '../application/ports.js'; import './generated/broker.js';",
    ],
    [
      'presentation',
      "import type { AccountMessage } from '../../../accounts/src/presentation/grpc/generated/accounts.js';",
    ],
    ['.', "import './infrastructure/database.js'; import './presentation/server.js';"],
    ['domain', "jest.mock('../infrastructure/database.js'); vi.mock(import('../infrastructure/database.js'));"],
    [
      'domain',
      "// import '../infrastructure/database.js'\nexport const text = \"import '../infrastructure/database.js'\";",
    ],
  ])('in %s: %s', (layer, text) => {
    expect(check({ [`packages/broker/src/${layer}/placed.ts`.replace('/./', '/')]: text })).toEqual([]);
  });

  it.each([
    ['domain', 'from acme_kernel import AggregateRoot'],
    ['domain', 'import decimal, datetime\nfrom collections.abc import Mapping\nfrom __future__ import annotations'],
    ['domain', 'from . import money\nfrom .money import Money\nfrom src.domain.money import Money as M'],
    ['application', 'from src.shared import Money'],
    ['infrastructure', 'import sqlalchemy\nfrom src.application.ports import Clock'],
    ['presentation', 'import grpc\nfrom src.application.ports import Clock'],
    ['domain', '"""from src.infrastructure.database import Database"""\n# import src.infrastructure'],
  ])('in %s of Python: %s', (layer, text) => {
    expect(check({ [`packages/broker/src/${layer}/placed.py`]: text })).toEqual([]);
  });

  it('is everything in tests beside the code', () => {
    const text = "import { Database } from '../infrastructure/database.js'; import 'vitest';";
    expect(
      check({
        'packages/broker/src/domain/money.spec.ts': text,
        'packages/broker/src/domain/__tests__/money.ts': text,
      }),
    ).toEqual([]);
  });

  it('is what a rule is told to allow', () => {
    const text = "import 'zod'; import '../shared/limits.js'; import 'pg';";
    const texts = { 'packages/broker/src/domain/placed.ts': text, 'packages/broker/src/shared/limits.ts': '' };
    const configuration: RuleConfiguration = { 'layers/domain': ['error', { allow: ['zod', 'src/shared/limits'] }] };
    expect(check(texts, configuration)).toEqual([`layers/domain src/domain/placed.ts:1:${text.indexOf("'pg'") + 1}`]);
  });

  it('is logging, for presentation', () => {
    const texts = {
      'packages/broker/src/presentation/placed.ts': "import '../infrastructure/logging/logger.js';",
      'packages/broker/src/infrastructure/logging/logger.ts': '',
    };
    expect(check(texts)).toEqual([]);
    expect(check(texts, { 'layers/presentation': ['error', { crossCutting: [] }] })).toEqual([
      'layers/presentation src/presentation/placed.ts:1:8',
    ]);
  });
});

describe('another context', () => {
  it.each([
    ['src/infrastructure/placed.ts', "import { Account } from '../../../accounts/src/domain/account.js';", 25],
    ['src/main.ts', "import { Account } from '../../accounts/src/domain/account.js';", 25],
    ['src/application/placed.ts', "import type { Account } from '@acme/accounts/src/domain/account.js';", 30],
    ['src/presentation/placed.ts', "import { Account } from '@acme/accounts';", 25],
    ['test/placed.test.ts', "import { Account } from '@acme/accounts/src/domain/account';", 25],
  ])('must not be reached into: %s', (path, text, column) => {
    expect(check({ [`packages/broker/${path}`]: text })).toEqual([`layers/context ${path}:1:${column}`]);
  });

  it('must not be reached into from Python', () => {
    const neighbours = [
      {
        directory: 'packages/accounts',
        context: 'accounts',
        layers: { domain: ['accounts/domain'], application: [], infrastructure: [], presentation: [] },
      },
    ];
    expect(
      check({ 'packages/broker/src/main.py': 'from accounts.domain.account import Account' }, {}, { neighbours }),
    ).toEqual(['layers/context src/main.py:1:6']);
  });

  it('may lie in the same project, where a star stands for it', () => {
    const layers = { domain: ['src/*/domain'], application: [], infrastructure: ['src/*/db'], presentation: [] };
    const texts = {
      'packages/broker/src/orders/domain/order.ts':
        "import '../../billing/domain/bill.js'; import '../db/table.js'; import './line.js';",
      'packages/broker/src/billing/domain/bill.ts': "import 'node:fs';",
      'packages/broker/src/orders/db/table.ts': '',
      'packages/broker/src/orders/domain/line.ts': '',
    };
    expect(check(texts, {}, { layers, context: undefined } as unknown as Partial<VerifiedProject>)).toEqual([
      'layers/context src/orders/domain/order.ts:1:8',
      'layers/domain src/orders/domain/order.ts:1:47',
    ]);
  });
});

describe('a project that planner did not scaffold', () => {
  const layers = {
    domain: ['lib/core'],
    application: ['lib/app'],
    infrastructure: ['lib/db', 'lib/http-client'],
    presentation: ['lib/api'],
  };

  it('is checked by the folders that it names', () => {
    const texts = {
      'packages/broker/lib/core/order.ts': "import '../db/table.js';",
      'packages/broker/lib/app/place.ts': "import 'express'; import '../http-client/client.js';",
      'packages/broker/lib/db/table.ts': '',
      'packages/broker/lib/http-client/client.ts': '',
    };
    const { context: _, ...rest } = projectInMemory({ directory: 'packages/broker', texts: {}, readers }).project;
    const { project, files } = projectInMemory({ directory: 'packages/broker', texts, readers });
    const { context: _context, ...other } = project;
    expect(rest.directory).toBe(other.directory);
    expect(
      verify({ ...other, layers }, files, readSettings({}).settings, [layersCheck]).map(
        ({ rule, span }) => `${rule} ${span.file}:${span.start.column}`,
      ),
    ).toEqual([
      'layers/application packages/broker/lib/app/place.ts:26',
      'layers/domain packages/broker/lib/core/order.ts:8',
    ]);
  });
});

describe('what planner scaffolds', () => {
  const targets: readonly LanguageTarget[] = [typescriptTarget, pythonTarget];
  it.each(targets.flatMap((target) => [BROKER, SCHOOL].map((yaml) => [target.language, target, yaml] as const)))(
    'is silent: %s',
    (language, target, yaml) => {
      const packageName = language === 'python' ? 'kernel-python' : '@acme/kernel';
      const place = {
        name: 'broker',
        directory: 'packages/broker',
        scope: '@acme',
        kernel: { directory: 'packages/kernel', packageName },
        plans: [],
      };
      const { files } = target.render({
        model: { ...contextModelOf(yaml), language },
        project: place,
        phases: new Set(PHASES),
        issued: NOTHING_ISSUED,
      });
      const texts = Object.fromEntries([...files, ...target.kernel(place)].map(({ path, text }) => [path, text]));
      const rendered = projectInMemory({ directory: 'packages/broker', texts, readers, neighbours: NEIGHBOURS });
      const findings = verify(rendered.project, rendered.files, readSettings({}).settings, [layersCheck]);
      expect(findings.map(({ message, span }) => `${span.file}:${span.start.line} ${message}`)).toEqual([]);
      expect(files.length).toBeGreaterThan(50);
    },
  );
});
