import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyFixes } from '../fix';
import { readSettings } from '../settings';
import { told, USUAL } from '../testing/models';
import { lintPlans, type PlanFileText } from '.';

/** A plan as `nx g planner:plan` writes it. */
const TEXT = readFileSync(join(__dirname, '../../../../docs/example/order-tracking-plan.md'), 'utf8');
const PATH = 'docs/plan/47-001-order-tracking-plan.md';

const lint = (...files: PlanFileText[]) => lintPlans(files, { language: 'typescript', database: 'postgresql' }, USUAL);
const of = (text: string, path = PATH) => told(lint({ path, text }));
const rules = (text: string, path = PATH) => lint({ path, text }).map(({ rule }) => rule);

describe('plan-lint', () => {
  it('has nothing to say about a plan as it is written', () => {
    expect(of(TEXT)).toEqual([]);
  });

  it.each([
    ['a name that is none', 'docs/plan/47-1-order-plan.md', TEXT, ['plan/file-name', 'header/file']],
    ['a week that the date is not in', PATH, TEXT.replace('2026-11-22', '2026-11-23'), ['plan/week', 'header/week']],
    [
      'a phase without tasks',
      PATH,
      TEXT.replace(
        /### Phase 3[^]*?### Phase 4/,
        '### Phase 3: Application Layer\n\n**Estimated time**: 3 hours\n\n### Phase 4',
      ),
      ['phase/no-tasks'],
    ],
    [
      'a reminder that is missing',
      PATH,
      TEXT.replace('### 🔒 Database Security Checklist', '### Ours'),
      ['section/missing'],
    ],
    ['an error in the model', PATH, TEXT.replace('customerId: uuid', 'customerId: uid'), ['type/unknown']],
  ])('finds %s', (_, path, text, expected) => {
    expect(new Set(rules(text, path))).toEqual(new Set(expected));
  });

  it.each(['### Environment Configuration:', '### 📝 Required .env Documentation'])(
    'finds that %s shows no variable',
    (heading) => {
      const start = TEXT.indexOf('```bash', TEXT.indexOf(heading));
      const end = TEXT.indexOf('```', start + 3) + 3;
      expect(rules(TEXT.slice(0, start) + 'See the wiki.' + TEXT.slice(end))).toEqual(['plan/no-env-block']);
    },
  );

  describe('references between plans', () => {
    const referring = (text: string) => TEXT.replace('- No earlier plan.', `- ${text}`);

    it.each(['`46-003` must be done', 'docs/plan/46-003-stock-plan.md first', '[stock](46-003-stock-plan.md)'])(
      'finds that %s does not exist',
      (text) => {
        const [finding, ...more] = lint({ path: PATH, text: referring(text) });
        expect(finding).toMatchObject({ rule: 'plan/unknown-reference', span: { start: { line: 23 } } });
        expect(more).toEqual([]);
      },
    );

    it.each(['`47-001`', 'docs/plan/47-001-order-tracking-plan.md', 'call 12-345-678', 'costs 10-100x', '2026-11-123'])(
      'accepts %s',
      (text) => {
        expect(rules(referring(text))).toEqual([]);
      },
    );

    it('finds two plans of one year with one number', () => {
      const other = TEXT.replace('context: orders', 'context: stock').replaceAll(
        '47-001-order-tracking',
        '47-001-stock',
      );
      const found = told(lint({ path: PATH, text: TEXT }, { path: 'docs/plan/47-001-stock-plan.md', text: other }));
      expect(found).toEqual([
        'plan/shared-number 2:11 docs/plan/47-001-order-tracking-plan.md has the number 47-001 too.',
      ]);
    });

    it('lets a number come again in another year', () => {
      const other = TEXT.replace('context: orders', 'context: stock')
        .replaceAll('47-001-order-tracking', '47-001-stock')
        .replace('2026-11-22', '2025-11-22');
      expect(lint({ path: PATH, text: TEXT }, { path: 'docs/plan/47-001-stock-plan.md', text: other })).toEqual([]);
    });
  });

  describe('contexts', () => {
    const block = (text: string) => TEXT.replace(/```yaml planner[^]*?```/, `\`\`\`yaml planner\n${text}\n\`\`\``);
    const STOCK = block(
      'context: stock\naggregates:\n  Item:\n    fields: { left: int }\n    operations:\n      take: { set: [left = computed], emits: ItemTaken }\nevents:\n  ItemTaken: { left: int }',
    ).replaceAll('47-001-order-tracking', '47-002-stock');
    const orders = (foreign: string) =>
      block(
        `context: orders\naggregates:\n  Order:\n    fields: { note: string? }\n    invariants: { Good: It is good }\nevents:\n  ${foreign}`,
      );
    const both = (foreign: string) =>
      told(lint({ path: PATH, text: orders(foreign) }, { path: 'docs/plan/47-002-stock-plan.md', text: STOCK })).filter(
        (each) => !each.startsWith('event/never'),
      );

    it("checks foreign events against the other context's plan", () => {
      expect(both('stock.ItemTaken: { left: int }')).toEqual([]);
      expect(both('stock.ItemSold: { left: int }')[0]).toMatch(/^event\/unknown-foreign 38:3 /);
    });

    it('folds later plans of a context into the earlier ones', () => {
      const later = block(
        'context: orders\naggregates:\n  Order:\n    fields: { urgent: bool default false }',
      ).replaceAll('47-001-order-tracking', '47-003-urgent');
      expect(told(lint({ path: 'docs/plan/47-003-urgent-plan.md', text: later }, { path: PATH, text: TEXT }))).toEqual(
        [],
      );
    });
  });

  it('checks the design of the models, with places in the plan', () => {
    const text = TEXT.replace(
      'states: [DRAFT, PLACED, SHIPPED, CANCELLED]',
      'states: [DRAFT, PLACED, SHIPPED, CANCELLED, LOST]',
    );
    expect(of(text)).toEqual([
      'ddd/unreachable-state 53:5 The state LOST is never reached: no operation leads Order there from DRAFT.',
    ]);
    expect(
      lintPlans(
        [{ path: PATH, text }],
        { language: 'typescript', database: 'postgresql' },
        readSettings({ 'ddd/unreachable-state': 'off' }).settings,
      ),
    ).toEqual([]);
  });

  it.each(['', '\0', '```yaml planner', '```yaml planner\n{{{\n```', '# Implementation Plan:\n'.repeat(1000)])(
    'never throws: %j',
    (text) => {
      expect(() => lint({ path: PATH, text })).not.toThrow();
    },
  );

  describe('--fix', () => {
    const fixed = (text: string, path = PATH) => applyFixes(lint({ path, text }), () => text).files.get(path);

    it.each([
      ['the file', TEXT.replace('**File**: docs/plan/47-001', '**File**: docs/plan/46-001')],
      ['the week', TEXT.replace('**Week**: 47', '**Week**: 46')],
      ['both', TEXT.replace('**File**: docs/plan/47-001', '**File**: 46-001').replace('**Week**: 47', '**Week**: 4')],
    ])('corrects %s in the header and nothing else', (_, text) => {
      expect(fixed(text)).toBe(TEXT);
    });

    it('adds what the header lacks, with the line ends of the file', () => {
      const lacking = TEXT.replace(/\*\*File\*\*.*\n/, '')
        .replace(/\*\*Week\*\*.*\n/, '')
        .replaceAll('\n', '\r\n');
      const text = fixed(lacking) ?? '';
      expect(text.split('\r\n').slice(0, 4)).toEqual([
        '# Implementation Plan: Order tracking',
        '**File**: docs/plan/47-001-order-tracking-plan.md  ',
        '**Created**: 2026-11-22  ',
        '**Week**: 47  ',
      ]);
      expect(rules(text)).toEqual([]);
    });

    it('leaves the date to a person', () => {
      expect(fixed(TEXT.replace('2026-11-22', 'soon'))).toBeUndefined();
    });
  });
});
