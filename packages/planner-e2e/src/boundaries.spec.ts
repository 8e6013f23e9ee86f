import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintMessages, type LintMessage } from './workspace/lint';
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
  const probe = (room: string, name = 'import') => join(REPOSITORY, 'packages', room, 'src', `${name}-probe.ts`);
  const illegal = ILLEGAL.map(([room, imports], index) => ({
    room,
    imports,
    file: probe(room, `illegal-import-${index}`),
  }));
  let code: number;
  let broken: Map<string, readonly LintMessage[]>;

  /** Each run reads the whole repository first, so one looks at all of them. */
  beforeAll(async () => {
    try {
      for (const { file, imports } of illegal) writeFileSync(file, `import '${imports}';\n`);
      const finished = await lint('--format=json', ...illegal.map(({ file }) => file));
      code = finished.code;
      broken = lintMessages(finished.output);
    } finally {
      for (const { file } of illegal) rmSync(file, { force: true });
    }
  });

  const lint = (...args: string[]) =>
    run(process.execPath, [join(REPOSITORY, 'node_modules/eslint/bin/eslint.js'), ...args], REPOSITORY);

  it.each(illegal)('$room may not import $imports: the lint fails', ({ file }) => {
    expect(code).toBe(1);
    expect(broken.get(file)).toEqual([
      expect.objectContaining({ ruleId: '@nx/enforce-module-boundaries', severity: 2 }),
    ]);
  });

  it('plan may import model: the lint passes', async () => {
    try {
      writeFileSync(probe('plan'), "import '@planner/model';\n");
      expect(await lint(probe('plan'))).toEqual({ code: 0, output: '' });
    } finally {
      rmSync(probe('plan'), { force: true });
    }
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
