import { readJson, writeJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { includeMembers } from './package-members';

describe('the members of a workspace', () => {
  let tree: Tree;

  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
  });

  it.each([
    ['nothing yet', undefined, ['packages/orders'], ['packages/*']],
    ['a glob that covers it', ['packages/*'], ['packages/orders'], ['packages/*']],
    ['a deep glob that covers it', ['./packages/**'], ['packages/orders'], ['./packages/**']],
    ['another folder', ['packages/*'], ['services/orders'], ['packages/*', 'services/orders']],
    ['a glob that leaves it out', ['packages/*', '!packages/orders'], ['packages/orders'], ['packages/*', '!packages/orders', 'packages/orders']],
    ['two packages of one folder', ['apps/*'], ['packages/orders', 'packages/kernel'], ['apps/*', 'packages/*']],
  ])('%s', (_, before, directories, after) => {
    writeJson(tree, 'package.json', { name: 'shop', ...(before && { workspaces: before }) });
    includeMembers(tree, directories, 'npm');
    expect(readJson<{ workspaces: string[] }>(tree, 'package.json').workspaces).toEqual(after);
  });

  it('keep the form with nohoist, and the indentation of package.json', () => {
    tree.write('package.json', '{\n    "name": "shop",\n    "workspaces": { "packages": [], "nohoist": ["x"] }\n}\n');
    includeMembers(tree, ['packages/orders'], 'npm');
    expect(readJson<{ workspaces: unknown }>(tree, 'package.json').workspaces).toEqual({ packages: ['packages/*'], nohoist: ['x'] });
    expect(tree.read('package.json', 'utf8')).toContain('\n    "name"');
  });

  it('are left alone, bytes and all, when nothing is missing', () => {
    const text = '{ "name": "shop",\n "workspaces": ["packages/*"] }';
    tree.write('package.json', text);
    includeMembers(tree, ['packages/orders'], 'npm');
    expect(tree.read('package.json', 'utf8')).toBe(text);
  });

  it('stand in pnpm-workspace.yaml where pnpm is in use, and its comments stay', () => {
    tree.write('pnpm-workspace.yaml', '# ours\npackages:\n  - apps/*\n');
    includeMembers(tree, ['packages/orders'], 'pnpm');
    expect(tree.read('pnpm-workspace.yaml', 'utf8')).toBe('# ours\npackages:\n  - apps/*\n  - packages/*\n');
  });

  it('need a package.json', () => {
    tree.delete('package.json');
    expect(() => { includeMembers(tree, ['packages/orders'], 'npm'); }).toThrow('has no package.json');
  });
});
