// node tools/bench/credentials.mjs: precision and recall on the corpus of credentials, beside secretlint and two regular expressions.
// The others count as right where what they report touches the credential; this project only at its exact place.
import { mkdtempSync, rmSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformFileSync } from '@swc/core';
import { mustRun } from '../process/run.mjs';
import { step } from '../process/steps.mjs';

/** The last version that runs on Node 20. */
const SECRETLINT = '11.7.1';

const repository = join(import.meta.dirname, '..', '..');
const corpusFolder = join(repository, 'packages/conformance/corpus');
const toolkit = createRequire(join(repository, 'packages/planner/package.json'));
const { CORPUS_PARTS, isExactly, readCorpus, score, touches } = loadTypeScript(
  join(repository, 'packages/conformance/src/testing/credential-corpus.ts'),
);
const showMisses = process.argv.includes('--misses');
const temporary = mkdtempSync(join(tmpdir(), 'planner-credentials-'));

try {
  const tools = {
    planner: { places: await ownPlaces(), finds: isExactly },
    secretlint: { places: await secretlintPlaces(), finds: touches },
    'regular expressions': { places: regularPlaces, finds: touches },
  };
  const rows = [];
  for (const part of [...CORPUS_PARTS, 'all']) {
    const cases =
      part === 'all' ? CORPUS_PARTS.flatMap((each) => readCorpus(corpusFolder, each)) : readCorpus(corpusFolder, part);
    for (const [name, { places, finds }] of Object.entries(tools)) {
      const found = new Map();
      for (const each of cases) found.set(each, await places(each));
      const { precision, recall, missed, wrong } = score(cases, (each) => found.get(each), finds);
      rows.push({
        corpus: part,
        tool: name,
        precision: precision.toFixed(3),
        recall: recall.toFixed(3),
        missed: missed.length,
        wrong: wrong.length,
      });
      if (showMisses && part === 'all' && name === 'planner')
        console.log([...missed.map((each) => `missed ${each}`), ...wrong.map((each) => `wrong ${each}`)].join('\n'));
    }
  }
  console.table(rows);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function ownPlaces() {
  const { checkCredentials, Lines, readerOf } = toolkit('@planner/conformance');
  const readers = await Promise.all(
    [toolkit('@planner/typescript').typescriptTarget, toolkit('@planner/python').pythonTarget].map((target) =>
      target.source(),
    ),
  );
  return ({ file, text }) => {
    const lines = new Lines(text);
    return checkCredentials([{ path: file, text }], () => readerOf(file, readers)?.read(file, text)).map(
      ({ rule, span, secrets }) => {
        const start = lines.offset(span.start);
        return {
          start,
          end: rule === 'credentials/private-key' ? text.indexOf('KEY-----', start) + 8 : lines.offset(secrets[0].end),
        };
      },
    );
  };
}

async function secretlintPlaces() {
  await step(`install secretlint ${SECRETLINT}`, () =>
    mustRun(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--silent',
        `@secretlint/core@${SECRETLINT}`,
        `@secretlint/secretlint-rule-preset-recommend@${SECRETLINT}`,
      ],
      { cwd: temporary },
    ),
  );
  const load = (name, file) => import(pathToFileURL(join(temporary, 'node_modules', name, file)));
  const { lintSource } = await load('@secretlint/core', 'module/index.js');
  const { creator } = await load('@secretlint/secretlint-rule-preset-recommend', 'module/index.js');
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
  return async ({ file, text }) => {
    const source = { filePath: `/${file}`, content: text, contentType: 'text', ext: file.slice(file.lastIndexOf('.')) };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    return messages.map(({ range: [start, end] }) => ({ start, end }));
  };
}

/** What a team writes in an hour: a name that says secret with a text behind it, and user information in a URL. */
function regularPlaces({ text }) {
  const patterns = [
    /(?:password|passwd|pwd|secret|token|api_?key)["']?\s*[:=]\s*["']?([^\s"',;]{4,})/gi,
    /[a-z][a-z0-9+.-]*:\/\/[^\s:@/"']*:([^\s@/"']+)@/gi,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index + match[0].lastIndexOf(match[1]),
      end: match.index + match[0].length,
    })),
  );
}

/** The corpus is read by the same code as in the tests. */
function loadTypeScript(path) {
  const { code } = transformFileSync(path, {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  });
  const loaded = new Module(path);
  loaded.filename = path;
  loaded.paths = Module._nodeModulePaths(path);
  loaded._compile(code, path);
  return loaded.exports;
}
