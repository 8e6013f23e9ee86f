import type { DeclarationFact, MemberFact } from '@planner/target';

const STATEMENT =
  /\b(message|service|enum)\s+(\w+)\s*\{|\brpc\s+(\w+)|(\w+)\s*=\s*(?:0x[\da-f]+|\d+)\s*(?=[;[])|\{|\}/gi;

/**
 * The messages, services and enums of a `.proto` file with their fields, rpcs and values. Reads what the scaffold writes and what
 * people add to it; comments and texts are passed over, nested declarations count under their own names.
 */
export function protoDeclarations(text: string): DeclarationFact[] {
  const source = withoutComments(text);
  const declarations: Open[] = [];
  const open: (Open | undefined)[] = [];
  for (const found of source.matchAll(STATEMENT)) {
    const [all, kind, name, rpc, field] = found;
    const at = found.index;
    if (kind !== undefined && name !== undefined) {
      const start = at + all.indexOf(name, kind.length);
      const declaration = { name, members: [], at: { start, end: start + name.length } };
      declarations.push(declaration);
      open.push(declaration);
    } else if (all === '{') open.push(undefined);
    else if (all === '}') open.pop();
    else {
      const member = rpc ?? field ?? '';
      const start = at + all.indexOf(member, rpc === undefined ? 0 : 3);
      // Options of a field (`[json_name = …]`) and blocks of an rpc belong to nobody.
      open
        .at(-1)
        ?.members.push({
          name: member,
          kind: rpc === undefined ? 'field' : 'method',
          at: { start, end: start + member.length },
        });
    }
  }
  return declarations.map((declaration) => ({ ...declaration, kind: 'class', exported: true, bases: [] }));
}

interface Open {
  readonly name: string;
  readonly members: MemberFact[];
  readonly at: { readonly start: number; readonly end: number };
}

/** Of the same length, so that places stay. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  );
}
