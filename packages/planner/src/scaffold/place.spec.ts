import { writeJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import type { ScaffoldedProject, WorkspaceProjects } from '../workspace/scaffolded-projects';
import { choosePlace, placeOf } from './place';

const kernel = { directory: 'packages/kernel-typescript', packageName: '@acme/kernel-typescript' };

function scaffolded(directory: string, context: string, language = 'typescript'): ScaffoldedProject {
  const options = { name: context, language, scope: '@acme', kernel };
  return { directory, state: { options, model: { context } } as ScaffoldedProject['state'] };
}

function workspace(roots: Record<string, string>, ...projects: ScaffoldedProject[]): WorkspaceProjects {
  return { roots: new Map(Object.entries(roots)), scaffolded: projects };
}

describe('the place of a new project', () => {
  let tree: Tree;
  const wish = { context: 'orders', language: 'typescript' };

  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
    writeJson(tree, 'package.json', { name: '@acme/source' });
  });

  it('is named after the context, and so is its folder', () => {
    expect(choosePlace(tree, workspace({}), wish)).toEqual({
      directory: 'packages/orders',
      settings: { name: 'orders', language: 'typescript', scope: '@acme', kernel },
    });
  });

  it.each([
    ['another directory holds the name', { orders: 'apps/orders' }, undefined, 'packages/orders', 'orders-typescript'],
    ['the same directory holds the name', { orders: 'packages/orders' }, undefined, 'packages/orders', 'orders'],
    ['a person wants another directory', {}, './services/orders/', 'services/orders', 'orders'],
  ])('when %s', (_, roots, directory, folder, name) => {
    const place = choosePlace(tree, workspace(roots), { ...wish, directory });
    expect([place.directory, place.settings.name]).toEqual([folder, name]);
  });

  it('lies beside the same context in another language', () => {
    const projects = workspace({ orders: 'packages/orders' }, scaffolded('packages/orders', 'orders', 'python'));
    const place = choosePlace(tree, projects, wish);
    expect([place.directory, place.settings.name]).toEqual(['packages/orders-typescript', 'orders-typescript']);
  });

  it('is refused when both names are taken', () => {
    const roots = { orders: 'apps/orders', 'orders-typescript': 'apps/other' };
    expect(() => choosePlace(tree, workspace(roots), wish)).toThrow('orders (in apps/orders) and orders-typescript (in apps/other) are both taken');
  });

  it('is refused in a folder of another context', () => {
    const projects = workspace({ users: 'packages/users' }, scaffolded('packages/users', 'users'));
    expect(() => choosePlace(tree, projects, { ...wish, directory: 'packages/users' })).toThrow('already holds users');
  });

  it('uses the kernel where the other projects of the language have it', () => {
    const moved = { directory: 'libs/kernel', packageName: '@acme/kernel' };
    const other = scaffolded('packages/users', 'users');
    const projects = workspace({}, { ...other, state: { ...other.state, options: { ...other.state.options, kernel: moved } } });
    expect(choosePlace(tree, projects, wish).settings.kernel).toEqual(moved);
  });

  it.each([
    ['@acme/source', '@acme'],
    ['shop', '@shop'],
    ['My Shop', ''],
    [undefined, ''],
  ])('takes the npm scope from the workspace %p: %p', (name, scope) => {
    writeJson(tree, 'package.json', name === undefined ? {} : { name });
    expect(choosePlace(tree, workspace({}), wish).settings.scope).toBe(scope);
  });
});

describe('the place of a project that is there', () => {
  const project = scaffolded('services/orders', 'orders');
  const wish = { context: 'orders', language: 'typescript' };

  it('stays, with the settings of its first run', () => {
    expect(placeOf(project, wish)).toEqual({ directory: 'services/orders', settings: project.state.options });
    expect(placeOf(project, { ...wish, directory: 'services/orders/' }).directory).toBe('services/orders');
  });

  it('does not move for --directory', () => {
    expect(() => placeOf(project, { ...wish, directory: 'packages/orders' })).toThrow('already scaffolded in services/orders');
  });
});
