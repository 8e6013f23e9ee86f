import { plannerConfigOf, readPlannerConfig } from './planner-config';

describe('planner.config', () => {
  it.each([
    [{ planner: { config: { layers: {} } } }, { layers: {} }],
    [{ 'planner.config': { layers: {} } }, { layers: {} }],
    [{ planner: { layers: {} } }, { layers: {} }],
    [{ name: 'x' }, undefined],
    [[], undefined],
    [undefined, undefined],
  ])('is found in %j', (manifest, config) => {
    expect(plannerConfigOf(manifest)).toEqual(config);
  });

  it('names the folders of layers, one or several each', () => {
    const { config, problems } = readPlannerConfig({
      language: 'python',
      layers: { domain: './src/core/', application: ['src/app', 'src\\jobs'] },
    });
    expect(config).toEqual({
      language: 'python',
      layers: { domain: ['src/core'], application: ['src/app', 'src/jobs'], infrastructure: [], presentation: [] },
    });
    expect(problems).toEqual([]);
  });

  it.each([
    [5, '"planner" is no object'],
    [{}, 'names no layers'],
    [{ layers: { core: 'src' } }, 'has no "core"'],
    [{ layers: {}, extra: 1 }, 'has no "extra"'],
    [{ layers: { domain: '../other' } }, '"../other" of the layer domain'],
    [{ layers: { domain: '/etc' } }, '"/etc" of the layer domain'],
    [{ layers: { domain: 5 } }, '5 of the layer domain'],
    [{ layers: { domain: '' } }, '"" of the layer domain'],
    [{ layers: {}, language: 5 }, '"language"'],
  ])('%j is refused', (config, problem) => {
    expect(readPlannerConfig(config).problems.join('\n')).toContain(problem);
  });
});
