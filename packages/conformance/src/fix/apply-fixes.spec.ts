import type { TextEdit } from '../finding';
import { finding } from '../testing/models';
import { applyFixes, isSecretFile } from '.';

const fixing = (...edits: TextEdit[]) => finding(1, { fix: { description: 'Mend it', edits } });
const edit = (start: number, end: number, text: string, file = 'a.txt'): TextEdit => ({ file, start, end, text });
const apply = (...findings: ReturnType<typeof fixing>[]) => {
  const { files, count } = applyFixes(findings, (file) => (file === 'a.txt' ? '0123456789' : undefined));
  return { files: Object.fromEntries(files), count };
};

describe('fixes', () => {
  it('are applied wherever they stand in the file', () => {
    expect(apply(fixing(edit(0, 1, 'A')), fixing(edit(9, 10, 'Z')), fixing(edit(4, 4, '-')))).toEqual({
      files: { 'a.txt': 'A123-45678Z' },
      count: 3,
    });
  });

  it('insert in the order of their findings', () => {
    expect(apply(fixing(edit(10, 10, 'a')), fixing(edit(10, 10, 'b'))).files).toEqual({ 'a.txt': '0123456789ab' });
  });

  it('make a file that is absent', () => {
    expect(apply(fixing(edit(0, 0, 'X=\n', '.env.example'))).files).toEqual({ '.env.example': 'X=\n' });
  });

  it('that overlap an earlier one wait for the next run', () => {
    expect(apply(fixing(edit(2, 5, 'A')), fixing(edit(4, 6, 'B')))).toEqual({
      files: { 'a.txt': '01A56789' },
      count: 1,
    });
  });

  it('that say the same are made once and count each', () => {
    expect(apply(fixing(edit(2, 5, 'A')), fixing(edit(2, 5, 'A')))).toEqual({
      files: { 'a.txt': '01A56789' },
      count: 2,
    });
  });

  it('of several edits are made as a whole or not at all', () => {
    expect(apply(fixing(edit(2, 5, 'A')), fixing(edit(8, 9, 'B'), edit(3, 4, 'C'))).files).toEqual({
      'a.txt': '01A56789',
    });
  });

  it.each(['.env', 'packages/a/.env', '.env.local', '.env.production'])('never edit %s', (file) => {
    expect(isSecretFile(file)).toBe(true);
    expect(apply(fixing(edit(0, 0, 'X=1', file)))).toEqual({ files: {}, count: 0 });
  });

  it.each(['.env.example', 'a/.env.sample', '.env.template', '.environment', 'env', 'x.env'])('may edit %s', (file) => {
    expect(isSecretFile(file)).toBe(false);
  });
});
