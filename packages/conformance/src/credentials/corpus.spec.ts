import { join } from 'node:path';
import { pythonTarget } from '@planner/python';
import type { SourceReader } from '@planner/target';
import { typescriptTarget } from '@planner/typescript';
import { Lines } from '../lines';
import { readerOf } from '../readers';
import {
  CORPUS_PARTS,
  isExactly,
  readCorpus,
  score,
  type CorpusCase,
  type Stretch,
} from '../testing/credential-corpus';
import { checkCredentials } from './check-credentials';
import { CREDENTIAL_RULES } from './secret';

const CORPUS = join(__dirname, '..', '..', 'corpus');
const readers: SourceReader[] = [];
/** What a message says of any credential. */
const WORDS = new Set(['password', 'secret']);

beforeAll(async () => {
  for (const target of [typescriptTarget, pythonTarget]) if (target.source) readers.push(await target.source());
}, 60_000);

describe.each(CORPUS_PARTS)('the corpus, %s', (part) => {
  const cases = readCorpus(CORPUS, part);

  it('gives at least 0.95 of precision and of recall, every credential at its exact place', () => {
    const { precision, recall, missed, wrong } = score(cases, placesIn, isExactly);
    const verdict = { precision: precision >= 0.95, recall: recall >= 0.95 };
    expect({ missed, wrong, ...verdict }).toEqual({ missed, wrong, precision: true, recall: true });
  });
});

describe('the corpus as a whole', () => {
  const cases = CORPUS_PARTS.flatMap((part) => readCorpus(CORPUS, part));

  it('has 150 snippets with and 150 without a credential in TypeScript and Python alone', () => {
    const code = cases.filter(({ file }) => /\.(?:ts|py)$/.test(file));
    expect(code.filter(({ secrets }) => secrets.length > 0).length).toBeGreaterThanOrEqual(150);
    expect(code.filter(({ secrets }) => secrets.length === 0).length).toBeGreaterThanOrEqual(150);
  });

  it('shows no credential in any message', () => {
    const told = cases.flatMap((each) => {
      const secrets = each.secrets
        .map(({ start, end }) => each.text.slice(start, end))
        .filter((text) => !WORDS.has(text));
      const texts = findingsIn(each).map(({ message, hint }) => `${message} ${hint}`);
      return texts.filter((text) => secrets.some((secret) => text.includes(secret)));
    });
    expect(told).toEqual([]);
  });
});

function findingsIn({ file, text }: CorpusCase) {
  return checkCredentials([{ path: file, text }], () => readerOf(file, readers)?.read(file, text));
}

/** What is reported, as offsets. Of a private key the first line is the place; all of it is kept from view. */
function placesIn(each: CorpusCase): Stretch[] {
  const lines = new Lines(each.text);
  return findingsIn(each).map(({ rule, span, secrets = [] }) => {
    const start = lines.offset(span.start);
    if (rule === CREDENTIAL_RULES.key) return { start, end: each.text.indexOf('KEY-----', start) + 'KEY-----'.length };
    return { start, end: Math.max(start, ...secrets.map(({ end }) => lines.offset(end))) };
  });
}
