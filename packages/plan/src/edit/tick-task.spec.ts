import fc from 'fast-check';
import { parsePlan } from '../parse';
import { arbitraryPlanBytes, arbitraryPlanText } from '../testing/arbitrary-plan-text';
import { tickTask, type TaskRef } from './tick-task';

const PLAN =
  '\uFEFF# Plan: x\r\n\r\n### Phase 1\r- [ ] Create `Order` *now*  <!-- task: domain/aggregate/Order -->  \r\n- [X] Done\n- [~] Odd\n- [] Empty\n- [ ] Twice\n- [ ] Twice\n';

describe('ticking a task', () => {
  it.each<[string, TaskRef, boolean, string]>([
    ['by id', { id: 'domain/aggregate/Order' }, true, '- [x] Create'],
    ['by line', { line: 4 }, true, '- [x] Create'],
    ['by text', { text: 'create order  now' }, true, '- [x] Create'],
    ['back', { text: 'Done' }, false, '- [ ] Done'],
    ['with an unknown mark', { text: 'Odd' }, true, '- [x] Odd'],
  ])('%s changes one character', (_, ref, done, part) => {
    const result = tickTask(PLAN, ref, done);
    if (!result.ok) throw new Error(result.message);
    expect(result).toMatchObject({ ok: true, changed: true });
    expect(result.source).toContain(part);
    expect(differences(PLAN, result.source)).toBe(1);
  });

  it.each<[string, TaskRef, boolean]>([
    ['done already', { text: 'Done' }, true],
    ['open already', { line: 4 }, false],
    ['an unknown mark, which counts as open', { text: 'Odd' }, false],
  ])('changes nothing where the task is %s', (_, ref, done) => {
    expect(tickTask(PLAN, ref, done)).toMatchObject({ ok: true, changed: false, source: PLAN });
  });

  it.each<[string, TaskRef, string]>([
    ['no task has the id', { id: 'nope' }, 'tick/no-task'],
    ['no task stands in the line', { line: 1 }, 'tick/no-task'],
    ['two tasks read so', { text: 'twice' }, 'tick/ambiguous'],
    ['the box is empty', { text: 'Empty' }, 'tick/box'],
  ])('is refused where %s', (_, ref, rule) => {
    const result = tickTask(PLAN, ref, true);
    expect(result).toMatchObject({ ok: false, rule });
    if (!result.ok) expect([result.message, result.hint]).not.toContain('');
  });

  it('says in which lines the tasks stand that it could mean', () => {
    expect(tickTask(PLAN, { text: 'Twice' }, true)).toMatchObject({
      message: '2 tasks with the text "Twice": lines 8, 9.',
    });
  });

  it('changes exactly one byte, whatever the bytes around it', () => {
    fc.assert(
      fc.property(arbitraryPlanBytes, fc.nat(), (bytes, pick) => {
        const before = Buffer.from(bytes);
        const tasks = parsePlan(bytes, '').tasks.filter((task) => /^[\x20-\x7e]$/.test(task.box.mark));
        const task = tasks[pick % Math.max(1, tasks.length)];
        if (!task) return;
        const result = tickTask(bytes, { line: task.box.line }, !task.done);
        expect(bytes).toEqual(before);
        if (!result.ok) {
          expect(result.rule).toBe('tick/ambiguous');
          return;
        }
        expect(differences([...bytes], [...result.source])).toBe(1);
        expect(result.source[task.box.offset]).toBe((task.done ? ' ' : 'x').charCodeAt(0));
        expect(parsePlan(result.source, '').tasks.map((each) => each.done)).toEqual(
          parsePlan(bytes, '').tasks.map((each) => (each.box.offset === task.box.offset ? !task.done : each.done)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('and back gives the same text', () => {
    fc.assert(
      fc.property(arbitraryPlanText, (text) => {
        for (const task of parsePlan(text, '').tasks.filter(({ box }) => box.mark === ' ')) {
          const ticked = tickTask(text, { line: task.box.line }, true);
          if (!ticked.ok) continue;
          expect(tickTask(ticked.source, { line: task.box.line }, false)).toMatchObject({ source: text });
        }
      }),
    );
  });
});

/** How many places differ; Infinity for different lengths. */
function differences(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  if (a.length !== b.length) return Infinity;
  let count = 0;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) count += 1;
  return count;
}
