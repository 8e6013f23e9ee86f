import { readJson, readNxJson, updateNxJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import initGenerator from './generator';

describe('init', () => {
  let tree: Tree;

  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
  });

  const ours = () => readNxJson(tree)?.plugins?.filter((plugin) => typeof plugin !== 'string' && plugin.plugin === 'planner/plugin');

  it('registers the plugin with its defaults and keeps the others', async () => {
    updateNxJson(tree, { ...readJson(tree, 'nx.json'), plugins: ['@nx/eslint/plugin'] });
    await initGenerator(tree, { skipFormat: true });
    expect(readNxJson(tree)?.plugins?.[0]).toBe('@nx/eslint/plugin');
    expect(ours()).toEqual([{ plugin: 'planner/plugin', options: { language: 'typescript', database: 'postgresql' } }]);
  });

  it('makes the plan directory, with the commands in its README', async () => {
    await initGenerator(tree, { skipFormat: true });
    expect(tree.read('docs/plan/README.md', 'utf8')).toContain('nx g planner:plan');
  });

  it('changes nothing at the second run', async () => {
    await initGenerator(tree, { database: 'sqlite', skipFormat: true });
    const before = snapshot(tree);
    await initGenerator(tree, { language: 'python', skipFormat: true });
    expect(snapshot(tree)).toEqual(before);
    expect(ours()).toEqual([{ plugin: 'planner/plugin', options: { language: 'typescript', database: 'sqlite' } }]);
  });

  it('leaves a README that a person wrote', async () => {
    tree.write('docs/plan/README.md', 'Ours.\n');
    await initGenerator(tree, { skipFormat: true });
    expect(tree.read('docs/plan/README.md', 'utf8')).toBe('Ours.\n');
  });

  it('accepts a plugin that is registered by its name alone', async () => {
    updateNxJson(tree, { ...readJson(tree, 'nx.json'), plugins: ['planner/plugin'] });
    await initGenerator(tree, { skipFormat: true });
    expect(readNxJson(tree)?.plugins).toEqual(['planner/plugin']);
  });
});

function snapshot(tree: Tree): Record<string, string | null> {
  return Object.fromEntries(tree.listChanges().map(({ path }) => [path, tree.read(path, 'utf8')]));
}
