import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertInside, projectDirectory } from './safe-path';

describe('the directory of a project', () => {
  it.each([
    ['packages/broker', 'packages/broker'],
    ['./services//broker/', 'services/broker'],
    ['services\\broker', 'services/broker'],
    ['libs/@acme/đơn-hàng', 'libs/@acme/đơn-hàng'],
  ])('%p is %p', (text, directory) => {
    expect(projectDirectory(text)).toBe(directory);
  });

  it.each([
    ['../outside', 'leaves the workspace'],
    ['packages/../../outside', 'leaves the workspace'],
    ['/etc', 'absolute'],
    ['C:\\temp', 'absolute'],
    ['.', 'the workspace itself'],
    ['', 'the workspace itself'],
    ['packages/$(touch x)', 'no plain folder name'],
    ['packages/a b', 'no plain folder name'],
    ['.git/hooks', 'no plain folder name'],
    ['node_modules/x', 'no plain folder name'],
    ['-rf', 'no plain folder name'],
  ])('%p is refused, because it is %s', (text, why) => {
    expect(() => projectDirectory(text)).toThrow(why);
  });
});

describe('files stay in their folder', () => {
  let root: string;
  let outside: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'planner-inside-'));
    outside = mkdtempSync(join(tmpdir(), 'planner-outside-'));
    mkdirSync(join(root, 'packages/broker'), { recursive: true });
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
    rmSync(outside, { recursive: true });
  });

  const check = (...paths: string[]) => { assertInside(root, 'packages/broker', paths); };

  it('accepts files that exist and files that do not', () => {
    writeFileSync(join(root, 'packages/broker/a.ts'), '');
    check('packages/broker/a.ts', 'packages/broker/new/folder/b.ts');
  });

  it('accepts a link that stays in the folder', () => {
    mkdirSync(join(root, 'packages/broker/real'));
    symlinkSync('real', join(root, 'packages/broker/src'));
    check('packages/broker/src/a.ts');
  });

  it.each(['packages/other/a.ts', 'packages/broker/../../a.ts', 'a.ts'])('refuses %p', (path) => {
    expect(() => { check(path); }).toThrow(`${path} leads out of packages/broker`);
  });

  it('refuses a folder that is a link to another place', () => {
    symlinkSync(outside, join(root, 'packages/broker/src'));
    expect(() => { check('packages/broker/src/a.ts'); }).toThrow('leads out of packages/broker');
  });

  it('refuses a file that is a link to another place, even to one that does not exist yet', () => {
    symlinkSync(join(outside, 'new.ts'), join(root, 'packages/broker/a.ts'));
    expect(() => { check('packages/broker/a.ts'); }).toThrow('leads out of packages/broker');
  });

  it('refuses a folder that leads out of the workspace', () => {
    symlinkSync(outside, join(root, 'packages/linked'));
    expect(() => { assertInside(root, 'packages/linked', []); }).toThrow('packages/linked leads out of the workspace');
  });
});
