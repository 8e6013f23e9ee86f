import type { ContextModel } from '@planner/model';
import { hashOf, printPlannerJson, readPlannerJson } from './planner-json';

const model: ContextModel = {
  context: 'orders',
  language: 'typescript',
  database: 'postgresql',
  plans: ['35-001'],
  enums: [
    {
      name: 'Side',
      plan: '35-001',
      origin: 'declared',
      members: [{ name: 'BUY' }],
      span: { file: 'docs/plan/35-001-a-plan.md', start: { line: 1, column: 1 }, end: { line: 1, column: 5 } },
    },
  ],
  valueObjects: [],
  aggregates: [],
  events: [],
  foreignEvents: [],
  services: [],
  adapters: [],
  useCases: [],
  policies: [],
  grpcServices: [],
};

const state = {
  toolkit: '0.1.0',
  plans: [{ id: '35-001', file: 'docs/plan/35-001-a-plan.md', title: 'A' }],
  options: { name: 'orders', language: 'typescript', scope: '@acme', kernel: { directory: 'packages/kernel', packageName: '@acme/kernel' } },
  phases: [2, 1] as const,
  model,
  issued: { protoNumbers: {}, migrations: [] },
  files: { 'src/b.ts': 'b', 'src/a.ts': 'a' },
};

describe('planner.json', () => {
  it('reads back what was printed, without the places in the plan', () => {
    const { enums, ...rest } = readPlannerJson(printPlannerJson(state), 'planner.json').model;
    expect(rest).toEqual({ ...model, enums: undefined });
    expect(enums).toEqual([{ name: 'Side', plan: '35-001', origin: 'declared', members: [{ name: 'BUY' }] }]);
  });

  it('is the same bytes whatever order things were found in', () => {
    const other = { ...state, phases: [1, 2] as const, files: { 'src/a.ts': 'a', 'src/b.ts': 'b' } };
    expect(printPlannerJson(other)).toBe(printPlannerJson(state));
  });

  it.each([
    ['{', 'is not JSON'],
    ['<<<<<<< ours\n{}', 'merge conflict'],
    ['{}', 'is damaged'],
    ['{"version": 1}', 'is damaged'],
    ['{"version": 99}', 'newer version of planner'],
  ])('%p is refused: %s', (text, why) => {
    expect(() => readPlannerJson(text, 'packages/x/planner.json')).toThrow(new RegExp(`packages/x/planner.json[^]*${why}`));
  });

  it('counts a file that was checked out with CRLF as the same', () => {
    expect(hashOf('a\r\nb\r\n')).toBe(hashOf('a\nb\n'));
    expect(hashOf('a\nb')).not.toBe(hashOf('a b'));
  });
});
