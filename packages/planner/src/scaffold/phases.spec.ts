import fc from 'fast-check';
import { PHASES } from '@planner/target';
import { LAYERS, parsePhases, phaseOf, phasesAfter } from './phases';

describe('the phases that a command line names', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5, 6]],
    ['', [1, 2, 3, 4, 5, 6]],
    ['1', [1]],
    ['1-3', [1, 2, 3]],
    ['2, 4-5', [2, 4, 5]],
    ['domain,grpc', [1, 5]],
    ['Tests,1 - 2,domain', [1, 2, 6]],
  ])('%p are %j', (text, phases) => {
    expect(parsePhases(text)).toEqual(phases);
  });

  it.each(['0', '7', '3-1', 'model', '1-', '1,,2', '1.5'])('%p is refused with the list of what there is', (text) => {
    expect(() => parsePhases(text)).toThrow(/is no phase[^]*domain, repository, application, infrastructure, grpc, tests/);
  });

  it('knows every layer under its name and its number', () => {
    for (const layer of LAYERS) expect(parsePhases(layer)).toEqual(parsePhases(String(phaseOf(layer))));
  });
});

describe('the phases of a project after a run', () => {
  it.each([
    [[], [1], [1]],
    [[], [1, 2, 3], [1, 2, 3]],
    [[1, 2], [3], [1, 2, 3]],
    [[1, 2, 3], [1], [1, 2, 3]],
    [[1], [2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]],
  ] as const)('%j and then %j', (present, wanted, after) => {
    expect([...phasesAfter(present, wanted, 'p')].sort()).toEqual(after);
  });

  it('names the phases that are missing before the one asked for', () => {
    expect(() => phasesAfter([1], [4], '35-001')).toThrow(
      /Phase 4 \(infrastructure\) needs phase 2 \(repository\), 3 \(application\)[^]*Nothing was written[^]*35-001 --phases=2-4/,
    );
  });

  it('never leaves a gap', () => {
    const phases = fc.subarray([...PHASES]);
    fc.assert(
      fc.property(phases, fc.subarray([...PHASES], { minLength: 1 }), (present, wanted) => {
        const all = new Set([...present, ...wanted]);
        const gapless = Math.max(...all) === all.size;
        const run = () => phasesAfter(present, wanted, 'p');
        if (gapless) expect(run()).toEqual(all);
        else expect(run).toThrow('Nothing was written');
      }),
    );
  });
});
