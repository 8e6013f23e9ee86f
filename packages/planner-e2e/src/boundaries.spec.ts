import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './workspace/places';
import { run } from './workspace/processes';

/** An import that the rooms forbid, by the package that would do it. */
const ILLEGAL: readonly [room: string, imports: string][] = [
  ['model', '@planner/plan'],
  ['model', '@planner/target'],
  ['plan', '@planner/typescript'],
  ['target', '@planner/plan'],
  ['typescript', '@planner/plan'],
  ['conformance', '@planner/typescript'],
  ['conformance', 'planner'],
  ['typescript', 'planner'],
];

describe('the rooms of this repository', () => {
  const probe = (room: string) => join(REPOSITORY, 'packages', room, 'src', 'illegal-import-probe.ts');

  afterEach(() => {
    for (const [room] of ILLEGAL) rmSync(probe(room), { force: true });
  });

  const lint = (file: string) =>
    run(process.execPath, [join(REPOSITORY, 'node_modules/eslint/bin/eslint.js'), file], REPOSITORY);

  it.each(ILLEGAL)('%s may not import %s: the lint fails', async (room, imports) => {
    writeFileSync(probe(room), `import '${imports}';\n`);
    const { code, output } = await lint(probe(room));
    expect(output).toContain('@nx/enforce-module-boundaries');
    expect(code).toBe(1);
  });

  it('plan may import model: the lint passes', async () => {
    writeFileSync(probe('plan'), "import '@planner/model';\n");
    const { code, output } = await lint(probe('plan'));
    expect(output).toBe('');
    expect(code).toBe(0);
  });

  it('every package has a room, and the lint knows it', () => {
    const config = readFileSync(join(REPOSITORY, 'eslint.config.mjs'), 'utf8');
    const { references } = JSON.parse(readFileSync(join(REPOSITORY, 'tsconfig.json'), 'utf8')) as {
      references: { path: string }[];
    };
    for (const { path } of references) {
      const manifest = join(REPOSITORY, path, 'package.json');
      expect(existsSync(manifest)).toBe(true);
      const { nx } = JSON.parse(readFileSync(manifest, 'utf8')) as { nx: { tags: string[] } };
      const room = nx.tags.find((tag) => tag.startsWith('room:'))?.slice('room:'.length) ?? '';
      expect(config).toMatch(new RegExp(`^  ${room}: \\[`, 'm'));
    }
  });
});
