import type { DeclarationFact, MemberFact, MemberKind } from '@planner/target';
import type { Class, Declaration, Node, ObjectExpression, Program, TSSignature, VariableDeclaration } from 'oxc-parser';
import { bare, constantText, dottedName, keyName } from './syntax';

/** What a module declares at its top level, namespaces and functions not entered. */
export function declarationsOf(program: Program): DeclarationFact[] {
  const exportedLater = new Set<string>();
  const found: DeclarationFact[] = [];
  for (const statement of program.body) {
    if (statement.type === 'ExportNamedDeclaration') {
      if (statement.declaration !== null) found.push(...declared(statement.declaration, true));
      else if (statement.source === null)
        for (const { local } of statement.specifiers) exportedLater.add(keyName(local, false) ?? '');
    } else if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      if (declaration.type === 'Identifier') exportedLater.add(declaration.name);
      else found.push(...declared(declaration, true));
    } else {
      found.push(...declared(statement, false));
    }
  }
  return found.map((each) => (exportedLater.has(each.name) ? { ...each, exported: true } : each));
}

function declared(node: Node | Declaration, exported: boolean): DeclarationFact[] {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return [declaration('class', node.id, exported, basesOf(node), classMembers(node))];
    case 'TSInterfaceDeclaration':
      return [
        declaration(
          'interface',
          node.id,
          exported,
          node.extends.map(({ expression }) => dottedName(expression) ?? ''),
          signatures(node.body.body),
        ),
      ];
    case 'TSTypeAliasDeclaration':
      return [declaration('type', node.id, exported, [], typeMembers(node.typeAnnotation))];
    case 'TSEnumDeclaration':
      return [
        declaration(
          'enum',
          node.id,
          exported,
          [],
          node.body.members.flatMap(({ id, initializer }) => member(id, false, 'enumMember', initializer)),
        ),
      ];
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return [declaration('function', node.id, exported, [], [])];
    case 'VariableDeclaration':
      return variables(node, exported);
    default:
      return [];
  }
}

function declaration(
  kind: DeclarationFact['kind'],
  id: Node | null,
  exported: boolean,
  bases: readonly string[],
  members: readonly MemberFact[],
): DeclarationFact {
  const name = id === null ? 'default' : (keyName(id, false) ?? '');
  return {
    kind,
    name,
    exported,
    bases,
    members,
    // The parser counts an annotation to the name.
    at: id === null ? { start: 0, end: 0 } : { start: id.start, end: id.start + name.length },
  };
}

function basesOf(node: Class): string[] {
  const extended = node.superClass === null ? [] : [node.superClass];
  const implemented = (node.implements ?? []).map(({ expression }) => expression);
  return [...extended, ...implemented].map((base) => typeName(base)).filter((name) => name !== '');
}

function typeName(node: Node): string {
  if (node.type === 'TSQualifiedName') return `${typeName(node.left)}.${node.right.name}`;
  return dottedName(node) ?? '';
}

function classMembers(node: Class): MemberFact[] {
  return node.body.body.flatMap((element): MemberFact[] => {
    switch (element.type) {
      case 'PropertyDefinition':
      case 'TSAbstractPropertyDefinition':
      case 'AccessorProperty':
      case 'TSAbstractAccessorProperty':
        return hiddenIf(
          isHidden(element),
          member(element.key, element.computed, isCallable(element.value) ? 'method' : 'field', element.value),
        );
      case 'MethodDefinition':
      case 'TSAbstractMethodDefinition':
        if (element.kind === 'constructor') return parameterFields(element.value.params);
        return hiddenIf(
          isHidden(element),
          member(element.key, element.computed, element.kind === 'method' ? 'method' : 'accessor'),
        );
      default:
        return [];
    }
  });
}

function isHidden({ key, accessibility }: { readonly key: Node; readonly accessibility?: string | null }): boolean {
  return key.type === 'PrivateIdentifier' || accessibility === 'private' || accessibility === 'protected';
}

function hiddenIf(hidden: boolean, members: readonly MemberFact[]): MemberFact[] {
  return hidden ? members.map((each) => ({ ...each, hidden: true })) : [...members];
}

function isCallable(value: Node | null): boolean {
  return value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression';
}

function parameterFields(parameters: readonly Node[]): MemberFact[] {
  return parameters.flatMap((parameter) => {
    if (parameter.type !== 'TSParameterProperty') return [];
    const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    return inner.type === 'Identifier' ? member(inner, false, 'field') : [];
  });
}

function signatures(body: readonly TSSignature[]): MemberFact[] {
  return body.flatMap((signature) => {
    if (signature.type === 'TSPropertySignature') return member(signature.key, signature.computed, 'field');
    return signature.type === 'TSMethodSignature' ? member(signature.key, signature.computed, 'method') : [];
  });
}

/** Fields of an object type, or the texts of a union: `'BUY' | 'SELL'`. */
function typeMembers(type: Node): MemberFact[] {
  switch (type.type) {
    case 'TSTypeLiteral':
      return signatures(type.members);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.flatMap(typeMembers);
    case 'TSLiteralType': {
      const text = constantText(type.literal);
      return text === undefined
        ? []
        : [{ name: text, kind: 'enumMember', text, at: { start: type.start, end: type.end } }];
    }
    default:
      return [];
  }
}

function variables(node: VariableDeclaration, exported: boolean): DeclarationFact[] {
  return node.declarations.flatMap(({ id, init }) => {
    if (id.type !== 'Identifier') return [];
    const value = init === null ? undefined : bare(init);
    if (value !== undefined && isCallable(value)) return [declaration('function', id, exported, [], [])];
    if (value?.type === 'ClassExpression')
      return [declaration('class', id, exported, basesOf(value), classMembers(value))];
    return [declaration('constant', id, exported, [], value === undefined ? [] : valueMembers(value))];
  });
}

/** Keys of an object, texts of an array; of a call, those of its first argument: `Object.freeze({ … })`, `z.object({ … })`. */
function valueMembers(value: Node): MemberFact[] {
  if (value.type === 'ObjectExpression') return objectMembers(value);
  if (value.type === 'ArrayExpression')
    return value.elements.flatMap((element): MemberFact[] => {
      const text = constantText(element);
      return element === null || text === undefined
        ? []
        : [{ name: text, kind: 'enumMember', text, at: { start: element.start, end: element.end } }];
    });
  if (value.type !== 'CallExpression' && value.type !== 'NewExpression') return [];
  const [first] = value.arguments;
  return first === undefined || first.type === 'SpreadElement' ? [] : valueMembers(bare(first));
}

function objectMembers(object: ObjectExpression): MemberFact[] {
  return object.properties.flatMap((property) => {
    if (property.type !== 'Property') return [];
    return member(
      property.key,
      property.computed,
      property.method || isCallable(property.value) ? 'method' : 'property',
      property.value,
    );
  });
}

function member(key: Node, computed: boolean, kind: MemberKind, value?: Node | null): MemberFact[] {
  const name = keyName(key, computed);
  if (name === undefined) return [];
  const text = value === undefined || value === null ? undefined : constantText(bare(value));
  return [{ name, kind, ...(text === undefined ? {} : { text }), at: { start: key.start, end: key.end } }];
}
