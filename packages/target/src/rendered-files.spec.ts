import { finishFiles } from './rendered-files';

const file = (path: string, text = 'x') => ({ path, text, phase: 1 as const });

describe('finished files', () => {
  it('are sorted, with LF and one line end', () => {
    const files = finishFiles(['p'], [file('p/b', 'a  \r\nb\r\n\r\n\r\n\r\nc\n\n'), file('p/a')]);
    expect(files.map(({ path }) => path)).toEqual(['p/a', 'p/b']);
    expect(files[1]?.text).toBe('a\nb\n\nc\n');
  });

  it.each(['q/a', 'p/../a', 'p//a', 'p/./a', 'p\\a', '/p/a', 'p'])('do not lie at %s', (path) => {
    expect(() => finishFiles(['p'], [file(path)])).toThrow('outside the project');
  });

  it('do not share a path', () => {
    expect(() => finishFiles(['p'], [file('p/a'), file('p/a')])).toThrow('two renderers claim p/a');
  });
});
