import { dirname } from 'node:path/posix';
import type { CodeElement, DeclarationFact, ElementKind, MemberFact } from '@planner/target';
import type { SourceFile, VerifiedProject } from '../check';
import type { Finding } from '../finding';
import { planPlaces } from './absent';
import { protoDeclarations } from './proto-declarations';

/** What the members of a declaration are, by what the declaration is. */
const MEMBERS: Readonly<Partial<Record<ElementKind, string>>> = {
  aggregate: 'operation',
  field: 'field',
  entity: 'field',
  'value object': 'field',
  enum: 'enum member',
  event: 'field',
  'domain service': 'method',
  port: 'operation',
  message: 'field',
  rpc: 'rpc',
};

/** Public members that stand in the code and that neither the plan names nor the scaffold writes. */
export function unplannedMembers(
  project: VerifiedProject,
  file: SourceFile,
  declarations: readonly DeclarationFact[],
  elements: readonly CodeElement[],
): Finding[] {
  return declarations.flatMap((declaration) => {
    const own = elements.filter((element) => element.declaration === declaration.name);
    const [first] = own;
    if (first === undefined) return [];
    const planned = new Set(own.map(({ member }) => member));
    const unknown = declaration.members.filter(
      (member) => isOfInterest(declaration, member) && !planned.has(member.name),
    );
    if (unknown.length === 0) return [];
    const scaffolded = scaffoldedMembers(project, file, declaration.name);
    if (scaffolded === undefined) return [];
    return unknown.filter(({ name }) => !scaffolded.has(name)).map((member) => unplanned(file, first, own, member));
  });
}

/** Methods of data and helpers of classes are nobody's business: names of the plan are what others rely on. */
function isOfInterest({ kind }: DeclarationFact, { name, kind: memberKind, hidden }: MemberFact): boolean {
  if (hidden === true || /^[_#]/.test(name)) return false;
  return kind !== 'class' || memberKind !== 'accessor';
}

/** The members that the scaffold itself gives the declaration; undefined where it does not write the file. */
function scaffoldedMembers(
  { scaffold }: VerifiedProject,
  file: SourceFile,
  declaration: string,
): ReadonlySet<string> | undefined {
  const text = scaffold?.rendered(file.inProject);
  if (text === undefined) return undefined;
  const declarations = file.path.endsWith('.proto')
    ? protoDeclarations(text)
    : (file.reader?.read(file.path, text).declarations ?? []);
  return new Set(
    declarations.filter(({ name }) => name === declaration).flatMap(({ members }) => members.map(({ name }) => name)),
  );
}

function unplanned(file: SourceFile, owner: CodeElement, own: readonly CodeElement[], member: MemberFact): Finding {
  const whole = own.find((element) => element.member === undefined) ?? owner;
  const what = MEMBERS[whole.kind] ?? 'member';
  return {
    rule: 'drift/unplanned',
    severity: 'warning',
    message: `\`${owner.declaration}\` has the ${what} \`${member.name}\`, which no plan names`,
    hint: 'Write it into a plan, so that it is reviewed, or take it out. A helper of the class can be private.',
    span: file.span(member.at),
    related: planPlaces(whole),
  };
}

/** Kinds that stand in files of their own, in a folder of their kind. */
const ONE_PER_FILE: readonly ElementKind[] = ['event', 'enum', 'value object', 'use case', 'domain service'];

/** A class in a folder of events, use cases and so on that no plan names and no scaffold wrote. */
export function newFile(project: VerifiedProject, file: SourceFile, elements: readonly CodeElement[]): Finding[] {
  if (file.facts === undefined || Object.hasOwn(project.state?.files ?? {}, file.inProject)) return [];
  const folder = dirname(file.inProject);
  const neighbour = elements.find(({ kind, file: other }) => ONE_PER_FILE.includes(kind) && dirname(other) === folder);
  if (neighbour === undefined || project.scaffold?.rendered(file.inProject) !== undefined) return [];
  const named = file.facts.declarations.filter(
    ({ kind, exported, name }) => exported && ['class', 'interface', 'enum'].includes(kind) && /^[A-Z]/.test(name),
  );
  return named.slice(0, 1).map(({ name, at }) => ({
    rule: 'drift/unplanned',
    severity: 'warning',
    message: `\`${name}\` stands among the ${neighbour.kind === 'enum' ? 'enums' : `${neighbour.kind}s`}, and no plan names it`,
    hint: 'Write it into a plan, so that it is reviewed, or move it to where helpers belong.',
    span: file.span(at),
  }));
}
