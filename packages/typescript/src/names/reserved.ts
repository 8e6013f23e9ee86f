/** Words that cannot name a binding in an ES module in strict mode, and names that would hide what generated code uses. */
export const RESERVED_BINDINGS: ReadonlySet<string> = new Set([
  ...['await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum'],
  ...['export', 'extends', 'false', 'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'new', 'null', 'return'],
  ...['super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'var', 'void', 'while', 'with', 'yield', 'let', 'static'],
  ...['implements', 'interface', 'package', 'private', 'protected', 'public', 'eval', 'arguments', 'undefined', 'NaN', 'Infinity'],
  ...['async', 'of', 'type', 'globalThis', 'process', 'console', 'structuredClone'],
  // A module that exports a function `then` is a promise for whoever imports it dynamically.
  'then',
]);

/** Members that every object has, and one that changes what an object is for JavaScript (`then` makes it a promise). */
export const OBJECT_MEMBERS: ReadonlySet<string> = new Set([
  ...['constructor', 'prototype', 'then', 'toString', 'toLocaleString', 'valueOf', 'toJSON', 'hasOwnProperty', 'isPrototypeOf'],
  ...['propertyIsEnumerable', '__proto__', '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__'],
]);

/** Members of an aggregate root. */
export const RESERVED_MEMBERS: ReadonlySet<string> = new Set([
  ...OBJECT_MEMBERS,
  ...['create', 'rehydrate', 'id', 'state', 'version', 'toData', 'equals', 'pullEvents', 'markSaved', 'change', 'record'],
]);

/** Members of value objects and entities; a field of that name gets a `_` there, and only there. */
export const RESERVED_PROPERTIES: ReadonlySet<string> = new Set([
  ...['constructor', 'prototype', 'toString', 'toLocaleString', 'valueOf', 'toJSON', 'hasOwnProperty', 'isPrototypeOf'],
  ...['propertyIsEnumerable', 'equals', 'toData'],
]);

/**
 * Type names that generated code uses from the language, the kernel or a library; a plan's type of that name gets a `_`.
 * A layer that imports further names of a library adds them here.
 */
export const RESERVED_TYPES: ReadonlySet<string> = new Set([
  // the language
  ...['Array', 'ArrayBuffer', 'Awaited', 'Boolean', 'Buffer', 'Date', 'Error', 'Exclude', 'Extract', 'Function', 'Infinity'],
  ...['Intl', 'Iterable', 'Iterator', 'JSON', 'Map', 'Math', 'NaN', 'NonNullable', 'Number', 'Object', 'Omit', 'Partial', 'Pick'],
  ...['Promise', 'Proxy', 'Readonly', 'ReadonlyArray', 'ReadonlyMap', 'ReadonlySet', 'Record', 'Reflect', 'RegExp', 'Required'],
  ...['ReturnType', 'Set', 'String', 'TextDecoder', 'TextEncoder', 'TypeError', 'Uint8Array', 'URL', 'WeakMap'],
  ...['AbortController', 'AbortSignal', 'BigInt'],
  // the kernel
  ...['AggregateRoot', 'AlreadyExistsError', 'Brand', 'Bytes', 'ChangeContext', 'ConcurrencyError', 'ConstraintError', 'Constraints'],
  ...['Decimal', 'DomainError', 'DomainEvent', 'Entity', 'FrozenMap', 'JsonObject', 'JsonValue', 'ListLimitError'],
  ...['NotFoundError', 'NotImplementedError', 'RuleError', 'Temporal', 'TransitionError', 'UnavailableError', 'ValueObject', 'Violation'],
  // the application layer
  ...['Clock', 'EventPublisher', 'IdGenerator', 'InvalidPageTokenError', 'Page', 'PageRequest', 'Repositories', 'SequentialIds', 'UnitOfWork'],
  // persistence
  ...['ColumnType', 'Database', 'DatabaseSchema', 'EventRecord', 'EventSink', 'Generated', 'InMemoryDatabase', 'InMemoryTable', 'InMemoryUnitOfWork'],
  ...['Insertable', 'KyselyUnitOfWork', 'Listing', 'Outbox', 'Position', 'Selectable', 'SortKey', 'State', 'Tables', 'UnavailableError'],
  ...['UniqueConstraint', 'UniqueRule'],
  // libraries
  ...['Kysely', 'Logger', 'Metadata', 'Migration', 'Migrator', 'PGlite', 'Pool', 'Server', 'ServerCredentials', 'Transaction'],
]);
