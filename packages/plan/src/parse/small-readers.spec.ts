import { readHours } from './estimates';
import { readLabel } from './labels';
import { readPaths } from './path-text';
import { findTaskId } from './task-id';

describe('hours of an estimate', () => {
  it.each<[string, number | undefined]>([
    ['6 hours', 6],
    ['6h', 6],
    ['~ 1.5 hours', 1.5],
    ['1 day 4 hours', 12],
    ['2-3 days', 24],
    ['2 to 3 hours', 3],
    ['90 min', 1.5],
    ['1 week', 40],
    ['12 hours (about 1.5 days)', 12],
    ['6 giờ', 6],
    ['1,5 ngày', 12],
    ['2 tuần', 80],
    ['soon', undefined],
    ['', undefined],
    ['6', undefined],
    ['3 people', undefined],
    [`${'x'.repeat(300)} 6h`, undefined],
  ])('%p is %p', (text, hours) => {
    expect(readHours(text)).toBe(hours);
  });
});

describe('labels', () => {
  it.each<[string, string | undefined, string]>([
    ['**Objective**: a: b', 'objective', 'a: b'],
    ['**Objective:** a', 'objective', 'a'],
    ['Objective: **a**', 'objective', '**a**'],
    ['**Files to create**', 'files to create', ''],
    ['__Tuần__： 35', 'tuan', '35'],
    ['*Week*: 3', 'week', '3'],
    ['no label', undefined, ''],
    [': a', undefined, ''],
    ['**a** b', undefined, ''],
    ['`code`: a', undefined, ''],
    [`${'long '.repeat(30)}: a`, undefined, ''],
  ])('%p', (line, words, value) => {
    expect(readLabel(line, 0)).toEqual(
      words === undefined ? undefined : { words, value, start: line.length - value.length },
    );
  });
});

describe('paths of a list item', () => {
  it.each<[string, string[]]>([
    ['`src/a.ts`', ['src/a.ts']],
    ['`src/a.ts` (interface)', ['src/a.ts (interface)']],
    ['`a.ts`, `b.ts`', ['a.ts', 'b.ts']],
    ['`src/a.py` - the root', ['src/a.py (the root)']],
    ['src/a.ts', ['src/a.ts']],
    ['src/a.ts: the root', ['src/a.ts (the root)']],
    ['``a`b/c.ts``', ['a`b/c.ts']],
    ['`.env.example`', ['.env.example']],
    ['`README.md` (if needed)', ['README.md (if needed)']],
    ['`create(a: B): C`', []],
    ['the order', []],
    ['`unclosed', []],
    ['', []],
    ['`src/domain/aggregates/[name]/x.py`', ['src/domain/aggregates/[name]/x.py']],
  ])('%p', (text, paths) => {
    expect(readPaths(text, 0).map(({ path, note }) => (note === undefined ? path : `${path} (${note})`))).toEqual(
      paths,
    );
  });
});

describe('the id of a task', () => {
  it.each<[string, string | undefined]>([
    ['a <!-- task: domain/aggregate/Order -->', 'domain/aggregate/Order'],
    ['a <!--task:x-->', 'x'],
    ['a <!-- task: x --> and more', 'x'],
    ['a <!-- task: x --> <!-- note -->', 'x'],
    ['quotes `<!-- task: y -->` <!-- task: x -->', 'x'],
    ['quotes `<!-- task: y -->` only', undefined],
    ['quotes ``a ` <!-- task: y --> `` only', undefined],
    ['no code \\`<!-- task: y -->` here', 'y'],
    ['open ` <!-- task: y --> tick', 'y'],
    ['a <!-- task: x', undefined],
    ['a &lt;!-- task: x -->', undefined],
    ['a', undefined],
  ])('%p', (text, id) => {
    expect(findTaskId(text)?.id).toBe(id);
  });
});
