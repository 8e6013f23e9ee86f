import { RealWorkspace } from '../testing/real-workspace';
import { GitIgnores } from './git-ignores';

describe('what git ignores', () => {
  let workspace: RealWorkspace;

  beforeAll(() => {
    workspace = new RealWorkspace();
    workspace.write('.gitignore', '.env\n*.log\n/build\ndist/\n!keep.log\n');
    workspace.write('packages/a/.gitignore', '!.env\nlocal\n');
  });

  afterAll(() => {
    workspace.remove();
  });

  it.each([
    ['.env', true],
    ['packages/b/.env', true],
    ['packages/a/.env', false],
    ['packages/a/x.log', true],
    ['packages/a/keep.log', false],
    ['build', true],
    ['packages/a/build', false],
    ['dist/x.js', true],
    ['packages/a/dist/deep/x.js', true],
    ['packages/a/local/x', true],
    ['packages/b/local/x', false],
    ['packages/a/.env.example', false],
    ['dist', false],
    ['dist/', true],
  ])('%s: %s', (path, ignored) => {
    expect(new GitIgnores(workspace.root).isIgnored(path)).toBe(ignored);
  });
});
