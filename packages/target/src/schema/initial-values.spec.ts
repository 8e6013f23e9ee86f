import type { ScalarType } from '@planner/model';
import { scalar } from '../testing/models';
import { durationMicroseconds, initialText } from './initial-values';

describe('a default, as a column or a document holds it', () => {
  it.each<[ScalarType, string, string]>([
    [scalar('string'), "it's \n 'so'", "it's \n 'so'"],
    [scalar('uuid'), 'ABCDEF00-0000-4000-8000-000000000001', 'abcdef00-0000-4000-8000-000000000001'],
    [scalar('int'), '-0', '0'],
    [scalar('bigint'), '9223372036854775807', '9223372036854775807'],
    [scalar('float'), '1e21', '1e+21'],
    [scalar('bool'), 'true', 'true'],
    [scalar('decimal', { precision: 10, scale: 3 }), '1.5', '1.500'],
    [scalar('decimal', { precision: 10, scale: 0 }), '-007', '-7'],
    [scalar('decimal', { precision: 10, scale: 2 }), '-0', '0.00'],
    [scalar('decimal', { precision: 10, scale: 2 }), '1.5e2', '150.00'],
    [scalar('decimal', { precision: 10, scale: 4 }), '15e-3', '0.0150'],
    [scalar('date'), '2026-01-31', '2026-01-31'],
    [scalar('datetime'), '2026-01-31T09:30:00+07:00', '2026-01-31T02:30:00.000000Z'],
    [scalar('datetime'), '2026-01-31T09:30:00.123456Z', '2026-01-31T09:30:00.123456Z'],
    [scalar('duration'), '-PT1H0.000001S', '-3600000001'],
    [scalar('bytes'), 'Đ', 'xJA='],
  ])('%j %s is %s', (type, text, expected) => {
    expect(initialText(type, text)).toBe(expected);
  });

  it.each([
    ['P1W', 604_800_000_000n],
    ['P1DT2H', 93_600_000_000n],
    ['PT0.5S', 500_000n],
    ['P0D', 0n],
  ])('a duration of %s has %d microseconds', (text, expected) => {
    expect(durationMicroseconds(text)).toBe(expected);
  });

  it('refuses a month, which has no length of its own', () => {
    expect(() => durationMicroseconds('P1M')).toThrow('P1M');
  });
});
