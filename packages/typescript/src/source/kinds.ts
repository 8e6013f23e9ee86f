/** Nodes whose texts stand where the node stands. */
export const TRANSPARENT_NODES: ReadonlySet<string> = new Set([
  'TSNonNullExpression',
  'ParenthesizedExpression',
  'ChainExpression',
  'AwaitExpression',
  'ArrayExpression',
  'SpreadElement',
  'JSXExpressionContainer',
]);

/** Operators that compare: the texts beside them are no values of anything. */
export const COMPARING = new Set(['==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);

/** Types hold no texts that are values; they are entered only for `import('…')` in them. */
export const TYPES = new Set([
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'returnType',
  'superTypeArguments',
  'implements',
]);
export const TYPE_IMPORT = /\bimport\s*\(/;
