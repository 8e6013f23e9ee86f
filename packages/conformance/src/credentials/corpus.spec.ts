import type { SourceReader } from '@planner/target';
import { pythonTarget } from '@planner/python';
import { typescriptTarget } from '@planner/typescript';
import { CORPUS_PARTS, readCorpus, score, type CorpusCase } from '../testing/credential-corpus';
import { Lines } from '../lines';
import { readerOf } from '../readers';
import { checkCredentials } from './check-credentials';

const readers: SourceReader[] = [];

beforeAll(async () => {
  for (const target of [typescriptTarget, pythonTarget]) if (target.source) readers.push(await target.source());
});

function placesIn({ file, text }: CorpusCase): number[] {
  const lines = new Lines(text);
  const findings = checkCredentials([{ path: file, text }], () => readerOf(file, readers)?.read(file, text));
  return findings.map(({ span }) => lines.offset(span.start));
}

describe.each(CORPUS_PARTS)('credentials of the corpus: %s', (part) => {
  const cases = readCorpus(part);

  it('is found and nothing else is', () => {
    const { precision, recall, missed, wrong } = score(cases, placesIn);
    console.log(precision, recall, missed.join('\n'), '\nWRONG\n', wrong.join('\n'));
    expect({ missed, wrong, good: precision >= 0.95 && recall >= 0.95 }).toMatchObject({ good: true });
  });
});
