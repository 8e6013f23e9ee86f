import { hasTarget, loadReaders, loadTarget, sourceExtensions } from './targets';

describe('the languages', () => {
  it('are those that plans are scaffolded in', async () => {
    expect((await loadTarget('python')).language).toBe('python');
    expect(hasTarget('cobol')).toBe(false);
    await expect(loadTarget('cobol')).rejects.toThrow('scaffolds python, typescript, not cobol');
  });

  it('are read by the extensions that the registry names, which their readers confirm', async () => {
    const readers = await loadReaders(sourceExtensions().map((extension) => `a${extension}`));
    expect(readers.map(({ language }) => language).sort()).toEqual(['python', 'typescript']);
    expect(readers.flatMap(({ extensions }) => extensions).sort()).toEqual(sourceExtensions());
  });

  it.each([
    [['src/a.py'], ['python']],
    [['src/A.TS', 'b.yaml'], ['typescript']],
    [['b.yaml'], []],
  ])('are loaded for %j alone: %j', async (paths, languages) => {
    expect((await loadReaders(paths)).map(({ language }) => language)).toEqual(languages);
  });
});
