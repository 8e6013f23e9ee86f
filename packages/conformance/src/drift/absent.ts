import type { CodeElement, DeclarationFact } from '@planner/target';
import type { SourceFile } from '../check';
import type { Finding, RelatedPlace } from '../finding';

/** The elements that a file should have and has not: a whole declaration once, not each of its members. */
export function absentElements(
  file: SourceFile,
  declarations: readonly DeclarationFact[],
  elements: readonly CodeElement[],
): Finding[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const reported = new Set<string>();
  return elements.flatMap((element) => {
    const declaration = byName.get(element.declaration);
    if (declaration === undefined) {
      if (reported.has(element.declaration)) return [];
      reported.add(element.declaration);
      return [missing(file, element, `this file declares no \`${element.declaration}\``, { start: 0, end: 0 })];
    }
    if (element.member !== undefined && !hasMember(declarations, declaration, element.member))
      return [missing(file, element, `\`${element.declaration}\` has no \`${element.member}\``, declaration.at)];
    if (element.text !== undefined && !holdsText(file, declaration, element.text))
      return [missing(file, element, `\`${element.declaration}\` does not hold \`${element.text}\``, declaration.at)];
    return [];
  });
}

/** In the declaration itself, or in one of the same file that it stands on. */
function hasMember(declarations: readonly DeclarationFact[], declaration: DeclarationFact, member: string): boolean {
  if (declaration.members.some(({ name }) => name === member)) return true;
  const bases = declarations.filter(({ name }) => name !== declaration.name && declaration.bases.includes(name));
  return bases.some((base) =>
    hasMember(
      declarations.filter((each) => each !== declaration),
      base,
      member,
    ),
  );
}

function holdsText(file: SourceFile, { name, members }: DeclarationFact, text: string): boolean {
  if (members.some((member) => member.name === text || member.text === text)) return true;
  const texts = file.facts?.texts ?? [];
  return texts.some(({ context, parts }) => {
    const [part, ...more] = parts;
    const own =
      (context.kind === 'assignment' && context.name === name) ||
      (context.kind === 'property' && context.object.includes(name));
    return own && part !== undefined && 'text' in part && part.text === text && more.length === 0;
  });
}

function missing(
  file: SourceFile,
  element: CodeElement,
  why: string,
  at: { readonly start: number; readonly end: number },
): Finding {
  return {
    rule: 'drift/missing',
    severity: 'error',
    message: `The plan has the ${element.kind} ${element.name}, but ${why}`,
    hint: 'Scaffold the plan again or write it by hand; if the plan no longer wants it, take it out there.',
    span: file.span(at),
    related: planPlaces(element),
  };
}

/** Where the plan says so. */
export function planPlaces({ span, kind, name }: CodeElement): RelatedPlace[] {
  return span === undefined ? [] : [{ message: `the ${kind} ${name} in the plan`, span }];
}
