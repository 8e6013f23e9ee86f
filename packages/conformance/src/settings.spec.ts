import type { Rule } from './rules';
import { readSettings } from './settings';

const RULES: readonly Rule[] = [
  { id: 'a/plain', severity: 'warning', finds: 'Something' },
  { id: 'a/firm', severity: 'error', finds: 'Something', stopsScaffold: true },
  { id: 'a/quiet', severity: 'off', finds: 'Something' },
  { id: 'a/sized', severity: 'error', finds: 'Something', options: { most: 3, deep: false, names: ['x'] } },
];

describe('the settings of rules', () => {
  const read = (configuration: Record<string, unknown>) => readSettings(configuration, RULES);

  it('leave a rule to its check where a team says nothing', () => {
    const { settings, problems } = read({});
    expect([settings.isOn('a/plain'), settings.severity('a/plain'), settings.options('a/sized')]).toEqual([
      true,
      undefined,
      { most: 3, deep: false, names: ['x'] },
    ]);
    expect([settings.isOn('a/quiet'), settings.severity('a/quiet')]).toEqual([false, 'off']);
    expect(problems).toEqual([]);
  });

  it.each(['error', 'warning', 'info', 'off'])('take the severity %s', (severity) => {
    const { settings } = read({ 'a/plain': severity, 'a/quiet': severity });
    expect([settings.severity('a/plain'), settings.severity('a/quiet')]).toEqual([severity, severity]);
    expect(settings.isOn('a/quiet')).toBe(severity !== 'off');
  });

  it('take options, and keep the defaults of the others', () => {
    const { settings, problems } = read({ 'a/sized': ['info', { most: 5, names: [] }] });
    expect(settings.options('a/sized')).toEqual({ most: 5, deep: false, names: [] });
    expect(settings.severity('a/sized')).toBe('info');
    expect(problems).toEqual([]);
  });

  it.each([
    [{ 'a/firm': 'warning' }, 'a/firm stops a scaffold, so it is always an error.'],
    [{ 'a/none': 'error' }, 'There is no rule "a/none"; docs/rules lists them all.'],
    [{ 'a/plain': 'fatal' }, 'a/plain: write "error", "warning", "info" or "off".'],
    [{ 'a/plain': 2 }, 'a/plain: write "error", "warning", "info" or "off".'],
    [{ 'a/plain': ['error', { most: 1 }] }, 'a/plain has no option "most".'],
    [{ 'a/sized': ['error', { least: 1 }] }, 'a/sized has no option "least"; it has most, deep, names.'],
    [{ 'a/sized': ['error', { most: '1' }] }, 'a/sized: "most" is a number that is not negative.'],
    [{ 'a/sized': ['error', { deep: 1 }] }, 'a/sized: "deep" is true or false.'],
    [{ 'a/sized': ['error', { names: 'x' }] }, 'a/sized: "names" is a list of texts.'],
    [{ 'a/sized': ['error', 4] }, 'a/sized: its options are an object.'],
  ])('%j are refused', (configuration, problem) => {
    expect(read(configuration).problems).toEqual([problem]);
  });
});
