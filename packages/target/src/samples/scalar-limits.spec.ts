import type { ScalarType } from '@planner/model';
import { atLimits, beyondLimits, decimalValue, floatValue, type LimitSample, textValue, wholeValue } from '.';

function shown(samples: readonly LimitSample[]): string[] {
  return samples.map(({ rule, value }) => {
    const own = 'value' in value ? value.value : 'text' in value ? value.text : `${value.kind} ${String(value.length)}`;
    return `${rule} ${String(own)}`;
  });
}

describe('values that tests use of a built-in type', () => {
  it.each<[ScalarType, readonly string[], readonly string[]]>([
    [{ kind: 'scalar', scalar: 'int', min: '1', max: '5' }, ['min 1', 'max 5'], ['min 0', 'max 6']],
    [{ kind: 'scalar', scalar: 'bigint' }, [], []],
    [
      { kind: 'scalar', scalar: 'decimal', precision: 4, scale: 2, min: '0' },
      ['min 0', 'precision 99.99'],
      ['scale 0.001', 'precision 100', 'min -0.01'],
    ],
    [{ kind: 'scalar', scalar: 'float', max: '1' }, ['max 1'], ['max 1.0000000000000002']],
    [{ kind: 'scalar', scalar: 'float', max: '1.7976931348623157e308' }, ['max 1.7976931348623157e+308'], []],
    [
      { kind: 'scalar', scalar: 'string', min: '1', max: '3' },
      ['min longText 1', 'max longText 3'],
      ['min longText 0', 'max longText 4'],
    ],
    [{ kind: 'scalar', scalar: 'string', max: '2', pattern: '[A-Z]{2}' }, ['max AA'], ['max longText 3', 'pattern !']],
    [{ kind: 'scalar', scalar: 'bytes', max: '8' }, ['max bytes 8'], ['max bytes 9']],
    [{ kind: 'scalar', scalar: 'date' }, [], []],
  ])('%j: right at its limits, and just beyond them', (type, at, beyond) => {
    expect(shown(atLimits(type))).toEqual(at);
    expect(shown(beyondLimits(type))).toEqual(beyond);
  });

  it('keep to the limits, and differ as long as the type has further values', () => {
    const whole = (variant: number) => wholeValue({ kind: 'scalar', scalar: 'int', min: '7', max: '9' }, variant);
    expect([0, 1, 2, 3].map(whole)).toEqual([7n, 8n, 9n, 7n]);
    const decimal = (variant: number) =>
      decimalValue({ kind: 'scalar', scalar: 'decimal', precision: 3, scale: 2, max: '2' }, variant);
    expect([0, 1].map(decimal)).toEqual(['1.05', '0.02']);
    expect(floatValue({ kind: 'scalar', scalar: 'float', max: '-1' }, 2)).toBe(-4);
    expect(textValue({ kind: 'scalar', scalar: 'string', min: '12' }, 0)).toEqual({ text: 'sample-1', filledTo: 12 });
    expect(textValue({ kind: 'scalar', scalar: 'string', pattern: '[AB]' }, 1)).toEqual({ text: 'B' });
  });
});
