import type { FieldModel, LifecycleModel, TypeModel, ValueObjectModel } from '../context-model';
import type { Text } from '../declaration';
import { didYouMean } from '../suggest';
import { isBroken, refTo } from './scope';
import type { Scope } from './scope';

/** What a path of an aggregate or entity may begin with. */
export interface PathRoot {
  readonly name: string;
  readonly fields: readonly FieldModel[];
  /** Of an aggregate: its lifecycle field and the implied members can be named too. */
  readonly lifecycle?: LifecycleModel;
}

export interface ResolvedPath {
  readonly path: readonly string[];
  readonly type: TypeModel;
}

/**
 * Looks up `limitPrice.currency`: a field, then fields of composite value objects.
 * @param implied whether `id`, `createdAt`, `updatedAt` and the lifecycle field count
 */
export function resolvePath(
  scope: Scope,
  root: PathRoot,
  valueObjects: ReadonlyMap<string, ValueObjectModel>,
  text: Text,
  implied: boolean,
): ResolvedPath | undefined {
  const path = text.text.split('.');
  const [first = '', ...rest] = path;
  let type = firstType(root, first, implied);
  if (type === undefined) {
    unknown(scope, text, root.name, first, [
      ...root.fields.map((field) => field.name),
      ...(implied ? impliedNames(root) : []),
    ]);
    return;
  }
  let owner = root.name;
  for (const name of rest) {
    if (isBroken(type)) return undefined;
    const composite: ValueObjectModel | undefined =
      type.kind === 'valueObject' ? valueObjects.get(type.name) : undefined;
    if (composite?.kind !== 'composite') {
      scope.problems.error(
        'path/not-inside',
        text.span,
        `"${text.text}" reaches into something that has no fields here.`,
        'A path goes from a field into value objects of several fields, not into entities, lists or maps.',
      );
      return;
    }
    owner = composite.name;
    const field: FieldModel | undefined = composite.fields.find((each) => each.name === name);
    if (field === undefined) {
      unknown(
        scope,
        text,
        owner,
        name,
        composite.fields.map((each) => each.name),
      );
      return;
    }
    type = field.type;
  }
  return { path, type };
}

function firstType(root: PathRoot, name: string, implied: boolean): TypeModel | undefined {
  const field = root.fields.find((each) => each.name === name);
  if (field !== undefined) return field.type;
  if (!implied) return undefined;
  if (name === root.lifecycle?.name) return { kind: 'enum', name: root.lifecycle.enum };
  if (name === 'id') return refTo(root.name);
  return name === 'createdAt' || name === 'updatedAt' ? { kind: 'scalar', scalar: 'datetime' } : undefined;
}

function impliedNames(root: PathRoot): string[] {
  return ['id', 'createdAt', 'updatedAt', ...(root.lifecycle === undefined ? [] : [root.lifecycle.name])];
}

function unknown(scope: Scope, text: Text, owner: string, name: string, candidates: readonly string[]): undefined {
  const hint = `${didYouMean(name, candidates)}${owner} has ${candidates.length === 0 ? 'no fields' : candidates.join(', ')}.`;
  scope.problems.error('path/unknown', text.span, `${owner} has no field "${name}".`, hint);
}
