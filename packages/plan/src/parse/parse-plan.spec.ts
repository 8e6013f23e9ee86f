import type { Diagnostic } from '@planner/model';
import { formatDiagnostic, parsePlan, readCreated } from '.';

const FILE = 'docs/plan/35-001-order-tracking-plan.md';

const PLAN = `# Implementation Plan: Order tracking
**File**: ${FILE}  
**Created**: 2026-08-24  
**Week**: 35

## Overview
- **Objective**: Track orders
  from placement to fill
- **DDD Context**: broker
- **Affected Aggregates**:
  - Order
  - Account
- **Estimated Effort**: 6 hours

## Domain Model

  \`\`\`yaml planner
  context: broker
  aggregates:
    Order: { fields: { note: text } }
  \`\`\`

\`\`\`mermaid
classDiagram
\`\`\`

## 📋 Implementation Task List

### Phase 1: Domain Layer Setup (4h)
- [ ] Create aggregate root \`Order\` <!-- task: domain/aggregate/Order -->
  - [x] Its \`note\` <!-- task: domain/field/Order.note -->
  - [X] Added by hand
- [x] Wrapped
  text
  <!-- task: domain/errors -->

### Phase 2: Repository Layer
**Estimated time**: 2 hours

1. [ ] Create the repository <!-- task: repository/interface/Order -->

## Implementation Steps

### Step 1: Domain Layer
**Files to create:**
- \`src/domain/order.ts\`
- \`src/domain/a.ts\`, \`src/domain/b.ts\` (update)
  - \`place(order: Order): void\`

**Method signatures:**
- \`src/not/a/listed.ts\`

## DDD Compliance Check
- [ ] Boundaries kept
`;

const rulesOf = (text: string, file = FILE): string[] =>
  parsePlan(text, file).diagnostics.map((diagnostic) => diagnostic.rule);
/** Findings without those about what a short text leaves out. */
const oddIn = (text: string): Diagnostic[] =>
  parsePlan(text, FILE).diagnostics.filter(
    ({ rule }) => !/missing|no-|plan\/title|model\/none|header\//.test(rule) || rule === 'task/not-read',
  );
const placesOf = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ rule, span }) => `${span.start.line}:${span.start.column} ${rule}`);

describe('a plan', () => {
  const plan = parsePlan(PLAN, FILE);

  it('has a title, an id and a header', () => {
    expect(plan).toMatchObject({ id: '35-001', locale: 'en', title: { text: 'Order tracking' } });
    expect([...plan.header].map(([key, field]) => [key, field.text])).toEqual([
      ['file', FILE],
      ['created', '2026-08-24'],
      ['week', '35'],
    ]);
    expect(plan.header.get('created')?.span).toEqual({
      file: FILE,
      start: { line: 3, column: 14 },
      end: { line: 3, column: 24 },
    });
  });

  it('has an overview whose values may go over lines or into a list', () => {
    expect([...plan.overview].map(([key, field]) => [key, field.text, field.items.map((item) => item.text)])).toEqual([
      ['objective', 'Track orders from placement to fill', []],
      ['context', 'broker', []],
      ['aggregates', '', ['Order', 'Account']],
      ['effort', '6 hours', []],
    ]);
  });

  it('has phases with estimates, from the heading or from a line', () => {
    expect(plan.phases).toMatchObject([
      {
        number: 1,
        name: 'Domain Layer Setup',
        estimate: { text: '4h', hours: 4, span: { start: { line: 29, column: 34 } } },
      },
      {
        number: 2,
        name: 'Repository Layer',
        estimate: { text: '2 hours', hours: 2, span: { start: { line: 38, column: 21 } } },
      },
    ]);
  });

  it('has tasks with identity, state, place and nesting', () => {
    expect(
      plan.tasks.map(({ id, text, done, depth, parent, phase, section }) => [
        id,
        text,
        done,
        depth,
        parent,
        phase,
        section,
      ]),
    ).toEqual([
      ['domain/aggregate/Order', 'Create aggregate root `Order`', false, 0, undefined, 1, 'phase'],
      ['domain/field/Order.note', 'Its `note`', true, 1, 0, 1, 'phase'],
      [undefined, 'Added by hand', true, 1, 0, 1, 'phase'],
      ['domain/errors', 'Wrapped text', true, 0, undefined, 1, 'phase'],
      ['repository/interface/Order', 'Create the repository', false, 0, undefined, 2, 'phase'],
      [undefined, 'Boundaries kept', false, 0, undefined, undefined, 'compliance'],
    ]);
    for (const task of plan.tasks) expect(PLAN[task.box.offset]).toBe(task.box.mark);
    expect(plan.tasks[1]?.box).toMatchObject({ line: 31, column: 6, mark: 'x' });
  });

  it('lists files with their step and note', () => {
    expect(plan.files.map(({ path, note, step }) => [path, note, step])).toEqual([
      ['src/domain/order.ts', undefined, 1],
      ['src/domain/a.ts', undefined, 1],
      ['src/domain/b.ts', 'update', 1],
    ]);
    expect(plan.files[2]?.span).toMatchObject({ start: { line: 47, column: 23 }, end: { line: 47, column: 38 } });
  });

  it.each<[string, string, string[]]>([
    [
      'items that are paths, with a note or a box',
      '- [ ] `src/a.py`\n- `src/b.py` (update)\n  * src/c.py — the adapter\n1. src/d.py: lists',
      ['src/a.py', 'src/b.py', 'src/c.py', 'src/d.py'],
    ],
    [
      'only such items',
      'Wire `src/a.py`\nsrc/b.py\n- `src/c.py` stays as it is\n- see src/d.py\n- `e.py`\n- `src/f`\n- write tests\n- src/g.py.',
      ['src/g.py'],
    ],
    ['nothing below another label', '- `src/a.py`\n\n**Read first:**\n- `src/b.py`', ['src/a.py']],
    ['nothing below a label that is an item', '- `src/a.py`\n- **Read first**: b\n- `src/c.py`', ['src/a.py']],
    ['nothing below a heading inside the step', '- `src/a.py`\n#### Notes\n- `src/b.py`', ['src/a.py']],
    ['nothing of a fence or a table', '```\nsrc/a.py\n```\n\n| `src/b.py` | x |\n| --- | --- |', []],
    ['what a label lists, too', 'Some.\n\n**Files to create:**\n- the order in src/a.py\n', ['src/a.py']],
  ])('lists in a step without a label %s', (_, text, paths) => {
    const { files } = parsePlan(`### Step 5: Presentation Layer\n${text}`, FILE);
    expect(files.map(({ path, step }) => [path, step])).toEqual(paths.map((path) => [path, 5]));
  });

  it('lists nothing of other sections without a label', () => {
    expect(parsePlan('## Notes\n- `src/a.py`\n### Phase 1: Domain\n- [ ] `src/b.py`', FILE).files).toEqual([]);
  });

  it('has a model block, read at its place, and other fences', () => {
    expect(plan.modelBlock).toMatchObject({
      start: { line: 18, column: 3 },
      text: 'context: broker\naggregates:\n  Order: { fields: { note: text } }\n',
    });
    expect(plan.declaration?.context).toEqual({
      text: 'broker',
      span: { file: FILE, start: { line: 18, column: 12 }, end: { line: 18, column: 18 } },
    });
    expect(plan.fences.map(({ info, section, lastLine, closed }) => [info, section, lastLine, closed])).toEqual([
      ['yaml planner', 'domainModel', 21, true],
      ['mermaid', 'domainModel', 25, true],
    ]);
  });

  it('has sections that reach to the next heading of their level', () => {
    const section = (key: string) => plan.sections.find((each) => each.key === key);
    expect(section('taskList')).toMatchObject({ level: 2, span: { start: { line: 27 } }, lastLine: 41 });
    expect(plan.sections[0]).toMatchObject({ title: 'Implementation Plan: Order tracking', lastLine: 54 });
  });

  it('is the same as text and as bytes, up to offsets', () => {
    const bytes = Buffer.from(`\uFEFF${PLAN.replaceAll('\n', '\r\n')}`);
    const again = parsePlan(bytes, FILE);
    expect(again.tasks.map((task) => ({ ...task, box: task.box.mark }))).toEqual(
      plan.tasks.map((task) => ({ ...task, box: task.box.mark })),
    );
    for (const task of again.tasks) expect(String.fromCharCode(bytes[task.box.offset] ?? 0)).toBe(task.box.mark);
    expect(again.diagnostics).toEqual(plan.diagnostics);
    expect({ ...again.modelBlock, fence: 0 }).toEqual({ ...plan.modelBlock, fence: 0 });
  });

  it('gives the date for numbering', () => {
    expect(readCreated(Buffer.from(PLAN))).toBe('2026-08-24');
    expect(readCreated('# A\n**Created**: soon\n')).toBeUndefined();
    expect(readCreated('')).toBeUndefined();
  });
});

describe('headings', () => {
  it.each<[string, string]>([
    ['## 📋 Implementation Task List', 'taskList'],
    ['## Implementation task list:', 'taskList'],
    ['# 3. **Risk Assessment**', 'risks'],
    ['### 🔒 **Database Security Checklist:**', 'securityChecklist'],
    ['### Required .env Documentation', 'envDocumentation'],
    ['## ✅ DDD compliance check ##', 'compliance'],
    ['## Tổng quan', 'overview'],
    ['## TONG QUAN', 'overview'],
    ['## Điều kiện tiên quyết và phụ thuộc', 'prerequisites'],
    ['### 🔒 **Danh sách kiểm tra bảo mật cơ sở dữ liệu:**', 'securityChecklist'],
    ['## Yêu cầu về cơ sở dữ liệu'.normalize('NFD'), 'database'],
  ])('%s', (heading, key) => {
    expect(parsePlan(`# Implementation Plan: x\n\n${heading}\n`, FILE).sections[1]).toMatchObject({ key });
  });

  it.each<[string, number, string]>([
    ['### Phase 1: Domain Layer Setup', 1, 'Domain Layer Setup'],
    ['## PHASE 3 – Application', 3, 'Application'],
    ['### 🧪 Phase 6', 6, ''],
    ['### Giai đoạn 2: Tầng kho lưu trữ', 2, 'Tầng kho lưu trữ'],
  ])('%s is a phase', (heading, number, name) => {
    expect(parsePlan(`# Plan: x\n${heading}\n`, FILE).phases).toMatchObject([{ number, name }]);
  });

  it('understands a Vietnamese plan', () => {
    const plan = parsePlan(
      '# Kế hoạch triển khai: Đặt lệnh\n**Tệp**: a\n**Ngày tạo**: 2026-08-24\n**Tuần**: 35\n\n## Tổng quan\n- **Bối cảnh DDD**: broker\n- **Aggregate bị ảnh hưởng**: Order\n\n' +
        '### Bước 1: Tầng miền\n**Các tệp cần tạo:**\n- `src/a.py`\n\n### Giai đoạn 1: Tầng miền\n**Thời gian ước tính**: 1,5 ngày\n- [ ] Tạo `Order`\n',
      FILE,
    );
    expect(plan).toMatchObject({
      locale: 'vi',
      title: { text: 'Đặt lệnh' },
      files: [{ path: 'src/a.py', step: 1 }],
      tasks: [{ phase: 1 }],
    });
    expect(plan.overview.get('context')?.text).toBe('broker');
    expect(plan.phases[0]?.estimate?.hours).toBe(12);
  });

  it('may be underlined where a plan knows them', () => {
    const plan = parsePlan(
      'Implementation Plan: x\n===\n\nOverview\n---\n- **Objective**: y\n\nsome text\n---\n',
      FILE,
    );
    expect(plan.sections.map((section) => section.title)).toEqual(['Implementation Plan: x', 'Overview']);
    expect(plan.overview.get('objective')?.text).toBe('y');
  });
});

describe('odd plans', () => {
  it.each<[string, string, string[]]>([
    [
      'an unknown box',
      '- [~] a\n- [] b\n- [ x] c\n- [✓] d',
      ['1:3 task/box', '2:3 task/box', '3:3 task/box', '4:3 task/box'],
    ],
    ['no space behind the box', '- [x]a', ['1:3 task/box']],
    ['links are no boxes', '- [a](b)\n- [x](b)\n- [docs]\n- [^1]: c\n- [x]: d\n- [1] e', ['6:3 task/box']],
    ['a task without text', '- [ ]\n- [ ] <!-- task: a/b -->', ['1:1 task/empty', '2:1 task/empty']],
    ['an id twice', '- [ ] a <!-- task: a/b -->\n- [ ] b <!-- task: a/b -->', ['2:1 task/duplicate-id']],
    ['an id that is none', '- [ ] a <!-- task: a b -->\n- [ ] b <!-- task: -->', ['1:1 task/id', '2:1 task/id']],
    [
      'a task that Markdown takes for text',
      'a\n     - [ ] b\n\n> - [ ] c\n\n      - [ ] d',
      ['2:6 task/not-read', '4:1 task/not-read', '6:7 task/not-read'],
    ],
    ['an open subtask of a done task', '- [x] a\n  - [ ] b', ['2:3 task/open-under-done']],
    ['tasks in fences and comments are none', '```\n- [~] a\n```\n<!--\n- [~] b\n-->\n', []],
    ['an unclosed fence', 'a\n```sh\n- [ ] b', ['2:1 plan/unclosed-fence']],
    ['an unclosed comment', 'a\n\n<!-- b\n- [ ] c', ['3:1 plan/unclosed-html']],
    ['an unclosed model block', '## Domain Model\n```yaml planner\ncontext: [', ['2:1 model/unclosed-block']],
    [
      'two model blocks',
      '## Domain Model\n```yaml planner\ncontext: a\n```\n```yaml planner\n```',
      ['5:1 model/several-blocks'],
    ],
    ['a model block elsewhere', '```yaml planner\ncontext: a\n```', ['1:1 model/place']],
    ['merge conflicts', '<<<<<<< HEAD\n- [ ] a\n=======\n- [x] a\n>>>>>>> main\n', ['1:1 plan/merge-conflict']],
    ['the end of a conflict alone', '```\n>>>>>>> main\n```', ['2:1 plan/merge-conflict']],
    [
      'a heading twice',
      '# Plan: x\n## Overview\n## Overview\n### Phase 1\n### Phase 1',
      ['3:1 section/duplicate', '5:1 section/duplicate'],
    ],
    ['sections out of order', '## Risk Assessment\n## Overview', ['2:1 section/order']],
    ['a phase too many', '### Phase 7: More', ['1:1 phase/unknown']],
    ['an estimate without a time', '### Phase 1\n**Estimated time**: soon\n- [ ] a', ['2:21 phase/estimate']],
    [
      'paths that lead out',
      '**Files to create:**\n- `../a.ts`\n- `/etc/b`\n- `C:/c.ts`\n- `d\\e.ts`\n- `src/[name].ts`',
      ['2:4 file/outside', '3:4 file/outside', '4:4 file/outside', '5:4 file/separator', '6:4 file/placeholder'],
    ],
  ])('%s', (_, text, places) => {
    expect(placesOf(oddIn(text))).toEqual(places);
  });

  it.each<[string, string, string[]]>([
    ['a path missing from a list', '**Files to create:**\n- the order', ['file/no-path']],
    ['another file in the header', '# Plan: x\n**File**: a-plan.md', ['header/file']],
    ['a date that is none', '# Plan: x\n**Created**: 2026-02-30', ['header/created']],
    ['a week that does not fit the date', '# Plan: x\n**Created**: 2026-08-24\n**Week**: 34', ['header/week']],
    ['a date that does not fit the file name', '# Plan: x\n**Created**: 2026-01-24', ['plan/week']],
    [
      'an effort that is not the sum',
      '# Plan: x\n## Overview\n- **Estimated Effort**: 1 day\n### Phase 1 (2h)',
      ['overview/effort'],
    ],
    [
      'an empty plan',
      '',
      ['plan/title', 'section/missing', 'phase/missing', 'step/missing', 'header/missing', 'model/none'],
    ],
    ['a title without its beginning', '# Orders', ['plan/title']],
    ['a step without files', '### Step 1: Domain', ['step/no-files']],
    ['a phase without tasks and estimate', '### Phase 1: Domain', ['phase/no-tasks', 'phase/no-estimate']],
    ['an overview without fields', '# Plan: x\n## Overview', ['overview/missing']],
  ])('%s is reported', (_, text, rules) => {
    expect(rulesOf(text)).toEqual(expect.arrayContaining(rules));
  });

  it('reports a name that is no plan file', () => {
    expect(rulesOf('', 'docs/plan/notes.md')).toContain('plan/file-name');
    expect(rulesOf('', 'docs/plan/35-001-Order_Book-plan.md')).toContain('plan/file-name');
  });

  it('reports bytes that are no UTF-8 where they stand, and reads the rest', () => {
    const bytes = Buffer.concat([Buffer.from('# Plan: x\na '), Buffer.from([0xff, 0xc3]), Buffer.from('\n- [ ] b\n')]);
    const plan = parsePlan(bytes, FILE);
    expect(placesOf(plan.diagnostics)).toContain('2:3 plan/encoding');
    expect(plan.tasks[0]?.box.offset).toBe(bytes.indexOf('[ ]') + 1);
    expect(parsePlan(Buffer.from('\uFEFF# Plan: x', 'utf16le'), FILE).diagnostics.map(({ rule }) => rule)).toContain(
      'plan/encoding',
    );
    expect(rulesOf('a \uFFFD')).not.toContain('plan/encoding');
  });

  it('reports the findings of the model block among its own, by position', () => {
    const plan = parsePlan('## Domain Model\n```yaml planner\ncontext: a\nnonsense: 1\n```\n- [~] a\n', FILE);
    const places = plan.diagnostics.map(({ span }) => span.start.line);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(plan.diagnostics.find(({ span }) => span.start.line === 4)).toMatchObject({ severity: 'error' });
  });

  it('prints a finding as file, place, severity, rule and message, with its hint', () => {
    const [finding] = oddIn('- [~] a');
    expect(finding && formatDiagnostic(finding)).toBe(
      `${FILE}:1:3 warning task/box The box "[~]" is not one that Markdown shows; the task counts as open.\n  hint: Write "[ ]" or "[x]", and a space behind it.`,
    );
  });
});
