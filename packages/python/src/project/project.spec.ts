import type { Database } from '@planner/model';
import { NOTHING_ISSUED, PHASES, type Phase } from '@planner/target';
import { BROKER, contextModelOf } from '@planner/testing';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonTarget } from '..';
import { targets } from './targets';

const KERNEL = { directory: 'packages/kernel-python', packageName: '@acme/kernel-python' };
const PROJECT = { name: 'broker', directory: 'packages/broker', scope: '@acme', kernel: KERNEL, plans: [] };

function upTo(last: Phase): ReadonlySet<Phase> {
  return new Set(PHASES.filter((phase) => phase <= last));
}

function textOf(path: string, last: Phase = 6, database: Database = 'postgresql'): string {
  const model = contextModelOf(BROKER);
  const request = {
    model: { ...model, language: 'python', database },
    project: PROJECT,
    phases: upTo(last),
    issued: NOTHING_ISSUED,
  };
  const file = pythonTarget.render(request).files.find((each) => each.path === `${PROJECT.directory}/${path}`);
  if (file === undefined) throw new Error(`${path} was not rendered`);
  return file.text;
}

describe('the targets of a project', () => {
  const all = targets(PROJECT, upTo(6));

  it('come with the phases that need them', () => {
    expect(Object.keys(targets(PROJECT, upTo(1)))).toEqual(['install', 'build', 'typecheck', 'test', 'lint']);
    expect(Object.keys(targets(PROJECT, upTo(2)))).toContain('migrate');
    expect(Object.keys(all)).toEqual([
      'install',
      'codegen',
      'build',
      'typecheck',
      'test',
      'test-integration',
      'lint',
      'migrate',
      'serve',
    ]);
  });

  it('all need the environment, and run inside of it', () => {
    for (const [name, { dependsOn, command, options }] of Object.entries(all)) {
      if (name === 'install') continue;
      expect([name, dependsOn?.[0]]).toEqual([name, 'install']);
      for (const each of command === undefined ? (options.commands ?? []) : [command])
        expect(each).toMatch(/^node tools\/python\.mjs run /);
    }
  });

  it('are answered by the cache, except what acts on the world', () => {
    const uncached = Object.entries(all).filter(([, target]) => target.cache !== true);
    expect(uncached.map(([name]) => name)).toEqual(['migrate', 'serve']);
    expect(all['serve']?.continuous).toBe(true);
  });

  it('depend on everything that decides their result', () => {
    for (const name of ['build', 'typecheck', 'test', 'test-integration', 'lint'])
      expect(all[name]?.inputs).toEqual(
        expect.arrayContaining([
          ...[
            '{projectRoot}/src/**/*.py',
            '{projectRoot}/pyproject.toml',
            '{projectRoot}/uv.lock',
            '{projectRoot}/proto/**/*',
          ],
          ...['{projectRoot}/alembic/**/*', '{workspaceRoot}/packages/kernel-python/src/**/*.py'],
        ]),
      );
    expect(all['test-integration']?.inputs).toContainEqual({ env: 'TEST_DATABASE_URL' });
    expect(all['install']?.inputs).toContainEqual({ runtime: 'node packages/broker/tools/python.mjs status' });
  });
});

describe('pyproject.toml', () => {
  const needs = (name: string, last: Phase, database?: Database) =>
    textOf('pyproject.toml', last, database).includes(`"${name}`);

  it('names what the phases need', () => {
    expect(['sqlalchemy', 'dishka', 'grpcio', 'asyncpg'].filter((name) => needs(name, 1))).toEqual([]);
    expect(['sqlalchemy', 'dishka', 'grpcio', 'asyncpg'].filter((name) => needs(name, 2))).toEqual([
      'sqlalchemy',
      'asyncpg',
    ]);
    expect(['sqlalchemy', 'dishka', 'grpcio', 'asyncpg'].filter((name) => needs(name, 5, 'sqlite'))).toEqual([
      'sqlalchemy',
      'dishka',
      'grpcio',
    ]);
  });

  it('takes the kernel from its sources', () => {
    expect(textOf('pyproject.toml')).toContain('kernel-python = { path = "../kernel-python", editable = true }');
  });
});

describe('the README', () => {
  it('lists the commands and the places that people write', () => {
    const text = textOf('README.md');
    expect(text).toContain('npx nx install broker');
    expect(text).toContain('npx nx run broker:migrate');
    expect(text).toMatch(/\| `RouteOrder\.execute` \| `src\/application\/use_cases\/order\/route_order\.py` \|/);
  });
});

describe('tools/python.mjs', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'python-'));
    writeFileSync(join(folder, 'python.mjs'), textOf('tools/python.mjs'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, 'python.mjs'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, PYTHON: join(folder, 'none') },
    });

  it('says how it is used', () => {
    const { status, stderr } = run();
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^usage: node tools\/python\.mjs install/)]);
  });

  it('never looks the same twice while there is no environment, so that no cache answers for it', () => {
    const [first, second] = [run('status').stdout, run('status').stdout];
    expect(first).toMatch(/^missing /);
    expect(first).not.toBe(second);
  });

  it('refuses an interpreter that does not answer, in words', () => {
    const { status, stderr } = run('install');
    expect([status, stderr.trim()]).toEqual([
      1,
      'PYTHON does not name a fitting interpreter: 3.14, 3.13, 3.12 are tried',
    ]);
  });
});
