import type { SourceSpan } from '@planner/model';
import type { CodeElement, DeclarationFact } from '@planner/target';
import type { Check, SourceFile, VerifiedProject, Visit } from '../check';
import type { Finding } from '../finding';
import { absentElements } from './absent';
import { protoDeclarations } from './proto-declarations';
import { newFile, unplannedMembers } from './unplanned';
import { wrongTransitions } from './transitions';

/** Code against the plans that it was scaffolded from: what one has and the other lacks, member by member. */
export const driftCheck: Check = {
  rules: ['drift/missing', 'drift/unplanned', 'drift/transition'],
  reads: ['*.proto'],
  open: (project) => (project.scaffold === undefined ? {} : new DriftVisit(project, project.scaffold.elements)),
};

class DriftVisit implements Visit {
  private readonly byFile = new Map<string, CodeElement[]>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly project: VerifiedProject,
    elements: readonly CodeElement[],
  ) {
    const phases = new Set(project.state?.phases ?? []);
    for (const element of elements.filter(({ phase }) => phases.has(phase))) {
      const known = this.byFile.get(element.file);
      if (known === undefined) this.byFile.set(element.file, [element]);
      else known.push(element);
    }
  }

  file(file: SourceFile): Finding[] {
    const elements = this.byFile.get(file.inProject);
    if (elements === undefined) return newFile(this.project, file, [...this.byFile.values()].flat());
    this.seen.add(file.inProject);
    const declarations = declarationsIn(file);
    // What cannot be parsed has a finding of its own, and would seem to lack everything.
    if ((file.facts?.errors.length ?? 0) > 0) return [];
    return [
      ...absentElements(file, declarations, elements),
      ...unplannedMembers(this.project, file, declarations, elements),
      ...wrongTransitions(file, elements),
    ];
  }

  end(): Finding[] {
    const missing = [...this.byFile].filter(([path]) => !this.seen.has(path));
    return missing.map(([path, elements]) => missingFile(this.project, path, elements));
  }
}

/** What a source file or a contract declares. */
export function declarationsIn(file: SourceFile): readonly DeclarationFact[] {
  return file.path.endsWith('.proto') ? protoDeclarations(file.text) : (file.facts?.declarations ?? []);
}

function missingFile({ directory, plans }: VerifiedProject, path: string, elements: readonly CodeElement[]): Finding {
  const names = [
    ...new Set(
      elements
        .filter(({ member, text }) => member === undefined && text === undefined)
        .map(({ kind, name }) => `${kind} ${name}`),
    ),
  ];
  const [first] = elements;
  const file = directory === '' ? path : `${directory}/${path}`;
  const span: SourceSpan = first?.span ?? nowhere(plans.at(-1)?.file ?? file);
  return {
    rule: 'drift/missing',
    severity: 'error',
    message: `The plan names ${listed(names)}, but ${file} does not exist`,
    hint: 'Scaffold the plan again, or take it out of the plan.',
    span,
  };
}

function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
  return names.length === 0 ? 'parts of the contract' : names.join(', ');
}

function nowhere(file: string): SourceSpan {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}
