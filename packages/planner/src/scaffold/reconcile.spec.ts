import fc from 'fast-check';
import { hashOf } from './planner-json';
import { reconcile, type WantedFile } from './reconcile';

const wanted = (path: string, text: string, keep = false): WantedFile => ({ path, text, keep });
const disk = (files: Record<string, string>) => (path: string) => files[path];

describe('one file', () => {
  it.each([
    ['that is new is written', undefined, 'new', undefined, ['write a'], 'new'],
    ['that is as it was written is replaced', 'old', 'new', 'old', ['write a'], 'new'],
    ['that is already as asked for is left alone', 'new', 'new', 'old', [], 'new'],
    ['that a person edited is kept and reported', 'mine', 'new', 'old', ['kept a (edited)'], 'old'],
    ['that a person edited is no news while the plan asks for nothing new', 'mine', 'old', 'old', [], 'old'],
    ['that stood there before is kept and reported', 'mine', 'new', undefined, ['kept a (not-ours)'], undefined],
    ['that a person removed is written again', undefined, 'new', 'new', ['write a'], 'new'],
    ['with other line ends is the same file', 'old\r\n', 'new\n', 'old\n', ['write a'], 'new\n'],
  ])('%s', (_, current, text, before, said, remembered) => {
    const result = reconcile(
      before === undefined ? {} : { a: hashOf(before) },
      [wanted('a', text)],
      disk(current === undefined ? {} : { a: current }),
    );
    expect(result.decisions.map(describeDecision)).toEqual(said);
    expect(result.files).toEqual(remembered === undefined ? {} : { a: hashOf(remembered) });
  });

  it.each([
    ['as it was written is removed', 'old', ['remove a']],
    ['that a person edited is kept and reported', 'mine', ['kept a (obsolete)']],
    ['that is gone is forgotten', undefined, []],
  ])('that the plan asks for no more and is %s', (_, current, said) => {
    const result = reconcile({ a: hashOf('old') }, [], disk(current === undefined ? {} : { a: current }));
    expect(result.decisions.map(describeDecision)).toEqual(said);
    expect(result.files).toEqual({});
  });

  it('that is only written if absent is neither replaced nor remembered', () => {
    const env = [wanted('.env', 'DATABASE_URL=x', true)];
    expect(reconcile({}, env, disk({})).decisions.map(describeDecision)).toEqual(['write .env']);
    expect(reconcile({}, env, disk({ '.env': 'DATABASE_URL=mine' }))).toEqual({ decisions: [], files: {} });
  });
});

const text = fc.constantFrom('one', 'two', 'three');
const folder = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), text, { noNullPrototype: true });

describe('any folder', () => {
  it('never loses a line that a person wrote', () => {
    fc.assert(
      fc.property(folder, folder, folder, (written, current, model) => {
        const { decisions } = reconcile(hashes(written), list(model), disk(current));
        for (const decision of decisions) {
          const before = current[decision.path];
          const touched = decision.kind !== 'kept' && before !== undefined;
          if (touched) expect(before).toBe(written[decision.path]);
        }
      }),
    );
  });

  it('has nothing to write at the second run', () => {
    fc.assert(
      fc.property(folder, folder, folder, (written, current, model) => {
        const first = reconcile(hashes(written), list(model), disk(current));
        const after = apply(current, first.decisions);
        const second = reconcile(first.files, list(model), disk(after));
        expect(second.decisions.filter((decision) => decision.kind !== 'kept')).toEqual([]);
        expect(second.files).toEqual(first.files);
      }),
    );
  });
});

function hashes(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, hashOf(content)]));
}

function list(files: Record<string, string>): WantedFile[] {
  return Object.entries(files).map(([path, content]) => wanted(path, content));
}

function apply(files: Record<string, string>, decisions: ReturnType<typeof reconcile>['decisions']): Record<string, string> {
  const after = new Map(Object.entries(files));
  for (const decision of decisions) {
    if (decision.kind === 'write') after.set(decision.path, decision.text);
    if (decision.kind === 'remove') after.delete(decision.path);
  }
  return Object.fromEntries(after);
}

function describeDecision(decision: ReturnType<typeof reconcile>['decisions'][number]): string {
  return decision.kind === 'kept' ? `kept ${decision.path} (${decision.why})` : `${decision.kind} ${decision.path}`;
}
