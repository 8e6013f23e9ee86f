import type { Task } from '@planner/plan';
import type { CodeElement } from '@planner/target';
import type { Check, SourceFile, VerifiedProject, Visit } from '../check';
import { absentElements } from '../drift/absent';
import { declarationsIn } from '../drift/check-drift';
import type { Finding } from '../finding';
import { evidenceOf } from './evidence';

const TODO = /TODO\((\d{2}-\d{3})\):?\s*([^\n]*)/g;

/** Open places of the code, and tasks of the plans beside the evidence for them. */
export const skeletonCheck: Check = {
  rules: ['skeleton/todo', 'skeleton/tick-without-evidence', 'skeleton/evidence-without-tick'],
  reads: ['*.proto'],
  open: (project) => (project.scaffold === undefined ? {} : new SkeletonVisit(project, project.scaffold.elements)),
};

class SkeletonVisit implements Visit {
  private readonly byFile = new Map<string, CodeElement[]>();
  private readonly present = new Set<CodeElement>();
  private readonly todos = new Set<string>();

  constructor(
    private readonly project: VerifiedProject,
    private readonly elements: readonly CodeElement[],
  ) {
    for (const element of elements) this.byFile.set(element.file, [...(this.byFile.get(element.file) ?? []), element]);
  }

  file(file: SourceFile): Finding[] {
    const wanted = this.byFile.get(file.inProject) ?? [];
    const declarations = wanted.length === 0 ? [] : declarationsIn(file);
    for (const element of wanted)
      if (absentElements(file, declarations, [element]).length === 0) this.present.add(element);
    return this.openPlaces(file);
  }

  end(): Finding[] {
    return this.project.plans.flatMap(({ file, tasks }) => {
      const judged = tasks.flatMap((task) => {
        const done = this.isDone(task);
        return done === undefined || done === task.done ? [] : [task];
      });
      const ticked = judged.filter(({ done }) => done);
      return [
        ...ticked.map((task) => withoutEvidence(file, task)),
        ...withoutTick(
          file,
          judged.filter(({ done }) => !done),
        ),
      ];
    });
  }

  private openPlaces(file: SourceFile): Finding[] {
    if (!file.text.includes('TODO(')) return [];
    return (file.facts?.comments ?? []).flatMap((comment) =>
      [...comment.text.matchAll(TODO)].map(([, plan = '', text = '']): Finding => {
        this.todos.add(`${plan} ${text.trim()}`);
        return {
          rule: 'skeleton/todo',
          severity: 'info',
          message: `Plan ${plan} leaves this to you: ${text.trim()}`,
          hint: 'Write it, take the comment out, and let its pending test run.',
          span: file.span(comment.at),
        };
      }),
    );
  }

  /** What the code says of a task; undefined where it says nothing. */
  private isDone(task: Task): boolean | undefined {
    const evidence = evidenceOf(task, this.elements, this.project);
    if (evidence === undefined) return undefined;
    return (
      evidence.elements.every((element) => this.present.has(element)) &&
      !evidence.open.some((text) => this.isOpen(text))
    );
  }

  /** Whether a stub with that text still waits. */
  private isOpen(text: string): boolean {
    return [...this.todos].some((todo) => todo.endsWith(` ${text}`));
  }
}

function withoutEvidence(file: string, { text, span }: Task): Finding {
  return {
    rule: 'skeleton/tick-without-evidence',
    severity: 'warning',
    message: `This task is ticked, but the code does not have it: ${text}`,
    hint: 'Take the tick away, or do the task.',
    span: { ...span, file },
  };
}

/** One finding for all of a plan: right after a scaffold there are many. */
function withoutTick(file: string, tasks: readonly Task[]): Finding[] {
  const [first] = tasks;
  if (first === undefined) return [];
  const many = `${tasks.length} tasks of this plan are open although the code has them; the first is: ${first.text}`;
  return [
    {
      rule: 'skeleton/evidence-without-tick',
      severity: 'info',
      message: tasks.length === 1 ? `The code has this, but the task is open: ${first.text}` : many,
      hint: 'Tick what somebody has looked at.',
      span: { ...first.span, file },
    },
  ];
}
