import type { Diagnostic, EnumDeclaration, ModelDeclaration, SourceSpan } from '@planner/model';
import { readAggregate, readValueObject } from './read-aggregate';
import { entriesOf, keysOf, Reading, textsOf } from './reading';
import { declared, readMembers, readText } from './read-parts';
import { readAdapter, readEvent, readGrpcService, readPolicy, readService, readUseCase } from './read-surface';
import type { YamlEntry, YamlNode } from './yaml-tree';
import { readYaml } from './yaml-read';
import type { YamlDocument } from './yaml-read';

/** Where the text of a block begins in the plan file, and the plan's id (`35-001`). */
export interface BlockOrigin {
  readonly file: string;
  /** Line and column of the block's first character, from 1; the column holds for every line of the block. */
  readonly line: number;
  readonly column: number;
  readonly plan: string;
}

export interface BlockReading {
  /** Present whenever the YAML itself could be read, even if parts of it were wrong. */
  readonly declaration?: ModelDeclaration;
  readonly diagnostics: readonly Diagnostic[];
}

const SECTIONS = [
  'context',
  'language',
  'database',
  'change',
  'remove',
  'enums',
  'valueObjects',
  'aggregates',
  'events',
  'services',
  'adapters',
  'useCases',
  'policies',
  'grpc',
] as const;

/**
 * Reads one model block (plan format, section 3): its words and places, no name looked up, no default applied.
 * Positions are those of the enclosing file. Never throws.
 */
export function readModelBlock(text: string, at: BlockOrigin): BlockReading {
  const [first, second] = readYaml(text, at);
  const diagnostics: Diagnostic[] = [];
  if (second !== undefined) {
    diagnostics.push({
      rule: 'yaml/several-documents',
      severity: 'error',
      message: 'A model block is one YAML document; "---" begins a second one.',
      hint: 'Write one plan per context; "planner:plan --model" takes a file with several documents.',
      span: second.span,
    });
  }
  if (first === undefined) return { declaration: emptyDeclaration(at), diagnostics };
  const reading = readDocument(first, at);
  return { ...reading, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

/**
 * Reads a model file, which may hold several contexts in several YAML documents (`---`).
 * @returns one result per document, in order; an empty document gives none
 */
export function readModelFile(text: string, file: string, plan = ''): BlockReading[] {
  const at = { file, line: 1, column: 1, plan };
  return readYaml(text, at)
    .filter((document) => document.root !== undefined || document.diagnostics.length > 0)
    .map((document) => readDocument(document, at));
}

function readDocument(document: YamlDocument, at: BlockOrigin): BlockReading {
  if (document.root === undefined) {
    const readable = document.diagnostics.length === 0;
    return { ...(readable ? { declaration: emptyDeclaration(at) } : {}), diagnostics: document.diagnostics };
  }
  const reading = new Reading(at.plan);
  const declaration = readRoot(reading, document.root, document.span);
  return { declaration, diagnostics: [...document.diagnostics, ...reading.diagnostics] };
}

function readRoot(reading: Reading, root: YamlNode, span: SourceSpan): ModelDeclaration {
  const entries = entriesOf(reading, root, 'A model');
  const keys = keysOf(reading, { kind: 'map', entries, span }, SECTIONS, 'A model');
  const section = <T>(key: (typeof SECTIONS)[number], read: (entry: YamlEntry) => T | undefined): T[] => {
    const found = keys.get(key);
    const each = found === undefined ? [] : entriesOf(reading, found.value, `"${key}"`);
    return each.flatMap((entry) => read(entry) ?? []);
  };
  const word = <K extends 'context' | 'language' | 'database'>(key: K) => {
    const found = keys.get(key);
    const text = found === undefined ? undefined : readText(reading, found);
    return (text === undefined ? {} : { [key]: text }) as Partial<Pick<ModelDeclaration, K>>;
  };
  const paths = (key: 'change' | 'remove') => {
    const found = keys.get(key);
    return found === undefined ? [] : textsOf(reading, found.value, `"${key}"`);
  };
  return {
    plan: reading.plan,
    span,
    ...word('context'),
    ...word('language'),
    ...word('database'),
    change: paths('change'),
    remove: paths('remove'),
    enums: section('enums', (entry) => readEnum(reading, entry)),
    valueObjects: section('valueObjects', (entry) => readValueObject(reading, entry)),
    aggregates: section('aggregates', (entry) => readAggregate(reading, entry)),
    events: section('events', (entry) => readEvent(reading, entry)),
    services: section('services', (entry) => readService(reading, entry)),
    adapters: section('adapters', (entry) => readAdapter(reading, entry)),
    useCases: section('useCases', (entry) => readUseCase(reading, entry)),
    policies: section('policies', (entry) => readPolicy(reading, entry)),
    ...(keys.has('grpc') ? { grpc: section('grpc', (entry) => readGrpcService(reading, entry)) } : {}),
  };
}

function readEnum(reading: Reading, entry: YamlEntry): EnumDeclaration {
  return { ...declared(reading, entry), members: readMembers(reading, entry.value, `the enum "${entry.key.text}"`) };
}

/** A declaration that says nothing yet, for example of a plan whose block is empty. */
export function emptyDeclaration(at: BlockOrigin): ModelDeclaration {
  const place = { line: at.line, column: at.column };
  return {
    plan: at.plan,
    span: { file: at.file, start: place, end: place },
    change: [],
    remove: [],
    enums: [],
    valueObjects: [],
    aggregates: [],
    events: [],
    services: [],
    adapters: [],
    useCases: [],
    policies: [],
  };
}
