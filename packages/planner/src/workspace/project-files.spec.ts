import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RealWorkspace } from '../testing/real-workspace';
import { GitIgnores } from './git-ignores';
import { decode, ProjectFiles } from './project-files';

describe('the files of a project', () => {
  let workspace: RealWorkspace;

  beforeEach(() => {
    workspace = new RealWorkspace();
    workspace.write('.gitignore', 'ignored\n.env\n');
    workspace.write('packages/a/src/index.ts', 'export {};\n');
  });

  afterEach(() => {
    workspace.remove();
  });

  const open = (nested: string[] = [], directory = 'packages/a') =>
    new ProjectFiles({
      root: workspace.root,
      directory,
      nested: new Set(nested),
      ignores: new GitIgnores(workspace.root),
      wants: (path) => /\.(ts|yaml|env|example|local)$|\.env$/.test(path),
    });
  const told = (files: ProjectFiles) => files.findings.map(({ rule, span }) => `${rule} ${span.file}`);

  it('are those that a check wants to see', () => {
    workspace.write('packages/a/README.md', '# A\n');
    workspace.write('packages/a/deploy/app.yaml', 'a: 1\n');
    workspace.write('packages/b/src/index.ts', '');
    expect(open().paths).toEqual(['packages/a/deploy/app.yaml', 'packages/a/src/index.ts']);
  });

  it.each([
    'node_modules/x/i.ts',
    'dist/i.ts',
    '.venv/i.ts',
    'src/generated/i.ts',
    'ignored/i.ts',
    'nested/src/i.ts',
    '.env',
    'src/.env',
    '.env.local',
    'coverage/i.ts',
  ])('leave %s out', (path) => {
    workspace.write(`packages/a/${path}`, 'export {};\n');
    expect(open(['packages/a/nested']).paths).toEqual(['packages/a/src/index.ts']);
  });

  it('are all of the workspace for a project at its root, other projects aside', () => {
    workspace.write('src/main.ts', '');
    expect(open(['packages/a'], '').paths).toEqual(['src/main.ts']);
  });

  it('leave out what .nxignore names: no cache sees it', () => {
    workspace.write('.nxignore', 'packages/a/old\n');
    workspace.write('packages/a/old/i.ts', '');
    expect(open().paths).toEqual(['packages/a/src/index.ts']);
  });

  it('report symbolic links that lead in a circle, and follow none', () => {
    symlinkSync('..', join(workspace.root, 'packages/a/src/up'));
    symlinkSync('self.ts', join(workspace.root, 'packages/a/self.ts'));
    symlinkSync('nowhere.ts', join(workspace.root, 'packages/a/dangling.ts'));
    symlinkSync('src', join(workspace.root, 'packages/a/fine'));
    const files = open();
    expect(files.paths).toEqual(['packages/a/src/index.ts']);
    expect(told(files).sort()).toEqual(['source/unreadable packages/a/self.ts', 'source/unreadable packages/a/src/up']);
  });

  it('report what holds binary data, and read on', () => {
    writeFileSync(join(workspace.root, 'packages/a/src/binary.ts'), Buffer.from([0x65, 0x00, 0x66]));
    const files = open();
    expect([...files.read()].map(({ path }) => path)).toEqual(['packages/a/src/index.ts']);
    expect(told(files)).toEqual(['source/binary packages/a/src/binary.ts']);
  });

  it('report what has gone or cannot be read, and read on', () => {
    workspace.write('packages/a/src/gone.ts', '');
    const files = open();
    workspace.remove();
    mkdirSync(workspace.root);
    expect([...files.read()]).toEqual([]);
    expect(told(files)).toEqual([
      'source/unreadable packages/a/src/gone.ts',
      'source/unreadable packages/a/src/index.ts',
    ]);
    expect(told(open())).toEqual(['source/unreadable packages/a']);
  });

  it('may have lines of 5 MB', () => {
    workspace.write('packages/a/src/long.ts', `const a = '${'x'.repeat(5_000_000)}';\n`);
    expect([...open().read()].map(({ text }) => text.length)).toEqual([11, 5_000_014]);
  });

  it('are read without a byte-order mark', () => {
    expect(decode(Buffer.from('\ufeffa'))).toBe('a');
  });
});
