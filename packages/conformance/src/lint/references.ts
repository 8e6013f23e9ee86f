import { isoWeekOf, planIdOf, type Plan } from '@planner/plan';
import type { Finding } from '../finding';
import { Lines, spanIn } from '../lines';

/** A plan with its text. */
export interface PlanText {
  readonly plan: Plan;
  readonly text: string;
  /** `YYYY-MM-DD`, as far as the plan says. */
  readonly created: string | undefined;
}

/** `35-001`, alone or at the beginning of a plan's file name; not a part of a longer number, word or date. */
const REFERENCE = /(?<![\w/.-])(?:docs\/plan\/)?(\d{2}-\d{3}(?:-[^\s/`()[\]<>|"']*-plan\.md)?)(?![\w-])/g;

/** Sections in which a plan names other plans. */
const REFERRING = new Set(['prerequisites', 'risks', 'overview']);

/** References to plans that do not exist, in the sections that speak of other plans. */
export function unknownReferences({ plan, text }: PlanText, all: readonly PlanText[]): Finding[] {
  const names = new Set(all.flatMap(({ plan: { file, id } }) => [id, file.slice(file.lastIndexOf('/') + 1)]));
  const lines = new Lines(text);
  return plan.sections
    .filter(({ key }) => key !== undefined && REFERRING.has(key))
    .flatMap(({ span, lastLine }) => {
      const start = lines.offset({ line: span.start.line, column: 1 });
      const end = lines.offset({ line: lastLine + 1, column: 1 });
      return [...text.slice(start, end).matchAll(REFERENCE)].flatMap(({ 0: whole, 1: name = '', index }) => {
        if (names.has(name) || isFenced(plan, lines.position(start + index).line)) return [];
        const from = start + index + whole.length - name.length;
        return [unknown(name, spanIn(plan.file, lines, from, from + name.length), all)];
      });
    });
}

function isFenced({ fences }: Plan, line: number): boolean {
  return fences.some(({ span, lastLine }) => line >= span.start.line && line <= lastLine);
}

function unknown(name: string, span: Finding['span'], all: readonly PlanText[]): Finding {
  const ids = all.map(({ plan: { id } }) => id).filter((id) => id !== '');
  const known = ids.length > 8 ? `${ids.slice(0, 8).join(', ')}, …` : ids.join(', ');
  return {
    rule: 'plan/unknown-reference',
    severity: 'warning',
    message: `There is no plan ${name}.`,
    hint: `Plans are ${known}.`,
    span,
  };
}

/** Plans of one ISO year that bear one number, for example after two branches were merged: nobody knows which one `TODO(35-001)` means. */
export function sharedNumbers(all: readonly PlanText[]): Finding[] {
  const first = new Map<string, PlanText>();
  return all.flatMap((each) => {
    const { plan, created } = each;
    const id = planIdOf(plan.file);
    const key = `${isoWeekOf(created ?? '')?.year ?? ''} ${id}`;
    const other = first.get(key);
    if (id === '' || other === undefined) {
      first.set(key, each);
      return [];
    }
    const span = plan.header.get('file')?.span ?? {
      file: plan.file,
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
    };
    return [
      {
        rule: 'plan/shared-number',
        severity: 'warning',
        message: `${other.plan.file} has the number ${id} too.`,
        hint: 'Rename one of them to the next free number.',
        span,
      } satisfies Finding,
    ];
  });
}
