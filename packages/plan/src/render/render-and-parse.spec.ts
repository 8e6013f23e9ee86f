import { Parser } from 'commonmark';
import fc from 'fast-check';
import { LOCALES, SECTIONS } from '../locale';
import { parsePlan } from '../parse';
import { arbitraryContextModel } from '../testing/arbitrary-context-model';
import { arbitraryText } from '../testing/hostile-text';
import { planInput } from '../testing/plan-input';
import { planContext } from './plan-context';
import { renderPlan } from './render-plan';
import type { PlannedTask } from './tasks/planned-task';

describe('rendering and parsing', () => {
  const hostileInput = fc
    .record({
      model: arbitraryContextModel,
      title: arbitraryText,
      modelText: arbitraryText,
      design: arbitraryText,
      planTitle: arbitraryText,
      locale: fc.constantFrom(...LOCALES),
    })
    .map(({ model: random, title, modelText, design, planTitle, locale }) =>
      planInput({
        locale,
        model: random,
        title,
        modelText,
        design,
        workspace: {
          contexts: [{ name: planTitle, directory: planTitle, aggregates: [planTitle] }],
          plans: [{ id: '34-001', file: `docs/plan/${planTitle}`, title: planTitle }],
          clashes: [{ name: planTitle, owner: planTitle }],
        },
      }),
    );

  it('agree about tasks, phases, files and the model block, whatever texts the model holds', () => {
    fc.assert(
      fc.property(hostileInput, (random) => {
        const parsed = parsePlan(renderPlan(random), random.file);
        expect(parsed.title?.text).toBe(
          random.title
            .replace(/\p{Cs}/gu, '\uFFFD')
            .replace(/[\s\u0085]+/g, ' ')
            .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
            .trim(),
        );
        expect(
          parsed.sections
            .map((section) => section.key)
            .filter((key) => key !== undefined && key !== 'phase' && key !== 'step'),
        ).toEqual([...SECTIONS]);
        const planned = planContext(random).phases.map((phase) => ({
          number: phase.number,
          hours: phase.hours,
          tasks: flatten(phase.tasks),
        }));
        expect(
          parsed.phases.map((phase) => ({
            number: phase.number,
            hours: phase.estimate?.hours,
            tasks: parsed.tasks
              .filter((task) => task.phase === phase.number)
              .map(({ id, text: words, depth }) => ({ id, text: words, depth })),
          })),
        ).toEqual(planned);
        expect(
          parsed.tasks.filter(
            (task) => task.phase === undefined && task.section !== 'compliance' && task.section !== 'securityChecklist',
          ),
        ).toEqual([]);
        expect(parsed.files.map((file) => file.path)).toEqual([...random.filesByPhase.values()].flat());
        expect(parsed.modelBlock?.text).toBe(
          `${(random.modelText ?? '').replace(/\r\n?/g, '\n').replace(/\n*$/, '')}\n`,
        );
        expect(parsed.diagnostics.filter(({ rule }) => !/^(yaml|model|plan\/merge)/.test(rule))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('let no HTML through but the ids of tasks', () => {
    fc.assert(
      fc.property(hostileInput, (random) => {
        const walker = new Parser().parse(renderPlan(random)).walker();
        for (let event = walker.next(); event; event = walker.next()) {
          expect(event.node.type).not.toBe('html_block');
          if (event.node.type === 'html_inline')
            expect(event.node.literal).toMatch(/^<!-- task: [\p{L}\p{N}_./-]+ -->$/u);
        }
      }),
      { numRuns: 20 },
    );
  });
});

function flatten(tasks: readonly PlannedTask[], depth = 0): { id: string; text: string; depth: number }[] {
  return tasks.flatMap((task) => [{ id: task.id, text: task.text, depth }, ...flatten(task.subtasks, depth + 1)]);
}
