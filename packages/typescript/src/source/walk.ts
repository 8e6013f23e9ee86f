import type { ImportKind, TextContext } from '@planner/target';
import type {
  ArrowFunctionExpression,
  AssignmentExpression,
  CallExpression,
  Function as FunctionNode,
  LogicalExpression,
  NewExpression,
  Node,
  ObjectExpression,
  ParamPattern,
  Program,
  VariableDeclarator,
} from 'oxc-parser';
import { isPassedOn, LOADING, MOCKING, passedOnBy } from './calls';
import { Collected, type Walked } from './collected';
import { COMPARISON, defaultOf, named, namesAround, OTHER } from './contexts';
import { COMPARING, TRANSPARENT_NODES, TYPE_IMPORT, TYPES } from './kinds';
import { givenTo, isLoading, isNode, jsxName, placeOf } from './patterns';
import { isVariableName, ProcessEnvironment } from './process-environment';
import { isSchema, schemaVariable } from './schema';
import { assignedName, bare, constantText, dottedName, keyName } from './syntax';
import { partsOfCall } from './text-calls';
import { partsOfConcatenation, partsOfTemplate, type TakenApart } from './text-parts';

/** Walks a program once. Texts are found with the place where they stand, which is handed down from above. */
export function walk(program: Program, source: string): Walked {
  const walker = new Walker(source);
  walker.visit(program, OTHER);
  return walker.found;
}

class Walker {
  readonly found = new Collected();
  private readonly process = new ProcessEnvironment();
  private readonly entersTypes: boolean;
  private readonly aboutEnvironment: boolean;
  /** The variable of a schema whose description is being walked. */
  private variable: string | undefined;
  /** Where the texts stand that the function around returns. */
  private returned = OTHER;

  constructor(source: string) {
    this.entersTypes = TYPE_IMPORT.test(source);
    this.aboutEnvironment = /env/i.test(source);
  }

  visit(node: Node, context: TextContext): void {
    switch (node.type) {
      case 'Literal':
        if (typeof node.value === 'string')
          this.text({ parts: node.value === '' ? [] : [{ text: node.value }], holes: [] }, node, context);
        return;
      case 'TemplateLiteral':
        this.text(partsOfTemplate(node, this.process), node, context);
        return;
      case 'TaggedTemplateExpression':
        this.visit(node.tag, OTHER);
        this.visit(node.quasi, { kind: 'argument', callee: dottedName(node.tag) ?? '', index: 0 });
        return;
      case 'BinaryExpression': {
        const sum = node.operator === '+' ? partsOfConcatenation(node, this.process) : undefined;
        if (sum !== undefined) {
          this.text(sum, node, context);
          return;
        }
        if (node.operator === 'in' && this.process.is(node.right))
          this.found.read({ variable: constantText(node.left) ?? '', at: node.left }, true);
        this.children(node, COMPARING.has(node.operator) ? COMPARISON : OTHER);
        return;
      }
      case 'LogicalExpression':
        this.logical(node, context);
        return;
      case 'ConditionalExpression': {
        const asked = this.process.lookUp(node.test);
        this.visit(node.test, OTHER);
        this.visit(node.consequent, context);
        this.visit(node.alternate, defaultOf(asked, context));
        return;
      }
      case 'SequenceExpression':
        node.expressions.forEach((each, index) =>
          this.visit(each, index === node.expressions.length - 1 ? context : OTHER),
        );
        return;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        this.visit(node.expression, context);
        if (this.entersTypes) this.visit(node.typeAnnotation, OTHER);
        return;
      case 'ObjectExpression':
        this.object(node, context);
        return;
      case 'VariableDeclarator':
        this.declarator(node);
        return;
      case 'AssignmentExpression':
        this.assignment(node);
        return;
      case 'PropertyDefinition':
      case 'AccessorProperty': {
        this.decorators(node.decorators);
        if (node.computed) this.visit(node.key, OTHER);
        if (node.value !== null) this.visit(node.value, named(keyName(node.key, node.computed)));
        if (this.entersTypes && node.typeAnnotation) this.visit(node.typeAnnotation, OTHER);
        return;
      }
      case 'TSEnumMember':
        if (node.initializer !== null) this.visit(node.initializer, named(keyName(node.id, false)));
        return;
      case 'FunctionDeclaration':
      case 'TSDeclareFunction':
        this.callable(node, named(node.id?.name));
        return;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'TSEmptyBodyFunctionExpression':
        this.callable(node, context.kind === 'argument' ? OTHER : context);
        return;
      case 'ReturnStatement':
        if (node.argument !== null) this.visit(node.argument, this.returned);
        return;
      case 'MethodDefinition':
        this.decorators(node.decorators);
        if (node.computed) this.visit(node.key, OTHER);
        this.visit(node.value, named(keyName(node.key, node.computed)));
        return;
      case 'AssignmentPattern':
        this.pattern(node.left);
        this.visit(node.right, { kind: 'parameterDefault', name: assignedName(node.left) ?? '' });
        return;
      case 'ObjectPattern':
        this.pattern(node);
        return;
      case 'CallExpression':
        this.call(node, context);
        return;
      case 'NewExpression':
        this.visit(node.callee, OTHER);
        this.arguments(node, dottedName(node.callee) ?? '', context);
        return;
      case 'ImportExpression':
        this.loaded(node.source, 'dynamic');
        if (node.options !== null) this.visit(node.options, OTHER);
        return;
      case 'TSImportType':
        this.found.typeImport(node);
        if (node.typeArguments !== null) this.visit(node.typeArguments, OTHER);
        return;
      case 'TSImportEqualsDeclaration':
        if (node.moduleReference.type === 'TSExternalModuleReference') {
          this.found.expectName('*', node.id.name, placeOf(node.id));
          this.loaded(node.moduleReference.expression, 'require');
        }
        return;
      case 'MemberExpression':
        this.member(node);
        return;
      case 'UnaryExpression':
        // `delete process.env.X` reads nothing.
        if (node.operator !== 'delete' || this.process.lookUp(node.argument) === undefined) this.children(node, OTHER);
        return;
      case 'SwitchCase':
        if (node.test !== null) this.visit(node.test, COMPARISON);
        for (const statement of node.consequent) this.visit(statement, OTHER);
        return;
      case 'ExpressionStatement':
        // 'use strict' is no text.
        if (!node.directive) this.visit(node.expression, OTHER);
        return;
      case 'JSXElement':
        for (const attribute of node.openingElement.attributes)
          this.visit(attribute, { kind: 'property', name: '', object: [jsxName(node.openingElement.name)] });
        for (const child of node.children) this.visit(child, OTHER);
        return;
      case 'JSXAttribute':
        if (node.value !== null)
          this.visit(node.value, {
            ...(context.kind === 'property' ? context : { kind: 'property', object: [] }),
            name: jsxName(node.name),
          });
        return;
      case 'ImportDeclaration':
        this.process.imported(node);
        return;
      case 'ExportAllDeclaration':
      case 'TSLiteralType':
      case 'TSTemplateLiteralType':
        return;
      case 'ExportNamedDeclaration':
        if (node.declaration !== null) this.visit(node.declaration, OTHER);
        return;
      default:
        this.children(node, TRANSPARENT_NODES.has(node.type) ? context : OTHER);
    }
  }

  private children(node: Node, context: TextContext): void {
    const fields = node as unknown as Readonly<Record<string, unknown>>;
    for (const key in fields) {
      const value = fields[key];
      if (value === null || typeof value !== 'object' || (!this.entersTypes && TYPES.has(key))) continue;
      if (Array.isArray(value)) {
        for (const each of value as unknown[]) if (isNode(each)) this.visit(each, context);
      } else if (isNode(value)) {
        this.visit(value, context);
      }
    }
  }

  private text({ parts, holes }: TakenApart, node: Node, context: TextContext): void {
    this.found.text(parts, node, context);
    for (const hole of holes) this.visit(hole, OTHER);
  }

  private logical(node: LogicalExpression, context: TextContext): void {
    const asked = node.operator === '&&' ? undefined : this.process.lookUp(node.left);
    if (asked === undefined) this.visit(node.left, node.operator === '&&' ? OTHER : context);
    else this.found.read(asked, true, constantText(bare(node.right)));
    this.visit(node.right, defaultOf(asked, context));
  }

  private object(node: ObjectExpression, context: TextContext, declares = false): void {
    const object = namesAround(context);
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        this.visit(property.argument, OTHER);
        continue;
      }
      if (property.computed) this.visit(property.key, COMPARISON);
      const name = keyName(property.key, property.computed);
      if (declares && name !== undefined && isVariableName(name)) this.schemaKey(name, property.key, property.value);
      else if (this.variable !== undefined && (name === 'default' || name === 'devDefault'))
        this.visit(property.value, { kind: 'environmentDefault', variable: this.variable });
      else this.visit(property.value, name === undefined ? OTHER : { kind: 'property', name, object });
    }
  }

  private schemaKey(variable: string, key: Node, description: Node): void {
    this.found.environment.push({ ...schemaVariable(variable, description), at: placeOf(key) });
    const outer = this.variable;
    this.variable = variable;
    this.visit(description, OTHER);
    this.variable = outer;
  }

  private declarator(node: VariableDeclarator): void {
    const { id, init } = node;
    if (this.entersTypes && id.typeAnnotation) this.visit(id.typeAnnotation, OTHER);
    if (init === null) {
      this.pattern(id);
      return;
    }
    if (this.process.is(init)) {
      if (id.type === 'Identifier') this.process.alias(id.name);
      else if (id.type === 'ObjectPattern') this.environmentPattern(id.properties);
      return;
    }
    this.pattern(id);
    if (id.type === 'ObjectPattern') this.found.expectPattern(id.properties);
    for (const [name, given] of givenTo(id, init)) this.visit(given, named(name));
    this.found.forget();
  }

  /** `const { X, Y = 'd' } = process.env`. */
  private environmentPattern(properties: readonly Node[]): void {
    for (const property of properties) {
      if (property.type !== 'Property') continue;
      const variable = keyName(property.key, property.computed);
      if (variable === undefined) continue;
      const fallback = property.value.type === 'AssignmentPattern' ? property.value.right : undefined;
      this.found.read({ variable, at: property.key }, fallback !== undefined, constantText(fallback));
      if (fallback !== undefined) this.visit(fallback, { kind: 'environmentDefault', variable });
    }
  }

  /** Names that a pattern takes out of something, and the defaults in it. */
  private pattern(node: Node): void {
    if (node.type === 'ObjectPattern') {
      for (const property of node.properties) {
        if (property.type !== 'Property') continue;
        const name = keyName(property.key, property.computed);
        if (name !== undefined) this.found.uses.add(name);
        if (property.value.type === 'AssignmentPattern') {
          this.pattern(property.value.left);
          this.visit(property.value.right, { kind: 'parameterDefault', name: name ?? '' });
        } else this.pattern(property.value);
      }
    } else if (node.type === 'ArrayPattern') {
      for (const element of node.elements) if (element !== null) this.pattern(element);
    } else if (node.type === 'AssignmentPattern') this.visit(node, OTHER);
    else if (node.type === 'MemberExpression') this.visit(node, OTHER);
    else if (node.type === 'TSParameterProperty') this.pattern(node.parameter);
    else if (node.type === 'RestElement') this.pattern(node.argument);
  }

  private assignment(node: AssignmentExpression): void {
    const asked = this.process.lookUp(node.left);
    if (asked !== undefined && node.operator !== '=') this.found.read(asked, true, constantText(bare(node.right)));
    else if (asked === undefined) this.pattern(node.left);
    if (asked !== undefined && (node.operator === '??=' || node.operator === '||='))
      this.visit(node.right, { kind: 'environmentDefault', variable: asked.variable });
    else for (const [name, given] of givenTo(node.left, node.right)) this.visit(given, named(name));
  }

  private callable(node: FunctionNode | ArrowFunctionExpression, returned: TextContext): void {
    const outer = this.returned;
    this.returned = returned;
    const aliases = node.params.map((parameter) => this.parameter(parameter)).filter((name) => name !== undefined);
    if (this.entersTypes) for (const part of [node.returnType, node.typeParameters]) if (part) this.visit(part, OTHER);
    if (node.body !== null) this.visit(node.body, node.body.type === 'BlockStatement' ? OTHER : returned);
    for (const name of aliases) this.process.drop(name);
    this.returned = outer;
  }

  /** The name of the parameter, if it stands for the environment where nothing is given. */
  private parameter(parameter: ParamPattern): string | undefined {
    const inner = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    if (parameter.decorators) this.decorators(parameter.decorators);
    if (this.entersTypes) {
      const annotated = inner.type === 'AssignmentPattern' ? inner.left : inner;
      if (annotated.typeAnnotation) this.visit(annotated.typeAnnotation, OTHER);
    }
    if (inner.type === 'AssignmentPattern' && this.process.is(inner.right)) {
      if (inner.left.type === 'Identifier') {
        this.process.alias(inner.left.name);
        return inner.left.name;
      }
      if (inner.left.type === 'ObjectPattern') this.environmentPattern(inner.left.properties);
      return undefined;
    }
    this.pattern(inner);
    return undefined;
  }

  private call(node: CallExpression, context: TextContext): void {
    const callee = dottedName(node.callee) ?? '';
    if (LOADING.has(callee)) {
      const [specifier] = node.arguments;
      if (specifier !== undefined) this.loaded(specifier, 'require');
      return;
    }
    const asked = this.process.lookUp(node);
    if (asked !== undefined) {
      this.found.read(asked, node.arguments.length > 1, constantText(node.arguments[1]));
      const [, fallback] = node.arguments;
      if (fallback !== undefined) this.visit(fallback, { kind: 'environmentDefault', variable: asked.variable });
      return;
    }
    const text = partsOfCall(node, this.process);
    if (text !== undefined) {
      this.text(text, node, context);
      return;
    }
    const passedOn = passedOnBy(node.callee);
    this.visit(passedOn ?? node.callee, passedOn === undefined ? OTHER : context);
    if (MOCKING.test(callee)) for (const argument of node.arguments.slice(1)) this.visit(argument, OTHER);
    else this.arguments(node, callee, context);
  }

  private arguments(node: CallExpression | NewExpression, callee: string, context: TextContext): void {
    if (this.entersTypes && node.typeArguments) this.visit(node.typeArguments, OTHER);
    const declares = this.aboutEnvironment && isSchema(callee);
    const isDefault = this.variable !== undefined && /\.(?:default|prefault|catch)$/.test(callee);
    node.arguments.forEach((argument, index) => {
      if (declares && argument.type === 'ObjectExpression')
        this.object(argument, { kind: 'argument', callee, index }, true);
      else if (isDefault && this.variable !== undefined)
        this.visit(argument, { kind: 'environmentDefault', variable: this.variable });
      else this.visit(argument, isPassedOn(callee, index) ? context : { kind: 'argument', callee, index });
    });
  }

  private member(node: Extract<Node, { type: 'MemberExpression' }>): void {
    const asked = this.process.lookUp(node);
    if (asked !== undefined) {
      this.found.read(asked, false);
      return;
    }
    const name = keyName(node.property, node.computed);
    if (name !== undefined) this.found.uses.add(name);
    if (name !== undefined && isLoading(node.object)) this.found.expectName(name, name, placeOf(node.property));
    if (node.computed && name === undefined) this.visit(node.property, OTHER);
    this.visit(node.object, OTHER);
  }

  private loaded(source: Node, kind: ImportKind): void {
    if (!this.found.loaded(source, kind)) this.visit(source, OTHER);
  }

  private decorators(decorators: readonly Node[] | undefined): void {
    for (const decorator of decorators ?? []) this.visit(decorator, OTHER);
  }
}
