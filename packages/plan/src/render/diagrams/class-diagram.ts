import type { AggregateModel, ContextModel, EntityModel, FieldModel, RefType, TypeModel } from '@planner/model';
import { fieldsOf, typesWithin } from '../model-facts';
import { className, plainLabel } from './mermaid-names';

/** Aggregates drawn together; names are those of the aggregates. */
export interface ClassDiagram {
  readonly aggregates: readonly string[];
  readonly text: string;
}

/** Mermaid refuses a text of more than 50,000 characters and 500 arrows; a diagram ends well before it stops being readable. */
const LONGEST = 8000;

/**
 * Aggregates with their entities, value objects, enums and references in Mermaid's language: one diagram for a small context,
 * several for a large one.
 */
export function classDiagrams(model: ContextModel): ClassDiagram[] {
  const groups: AggregateModel[][] = [];
  let length = Infinity;
  for (const aggregate of model.aggregates) {
    const own = drawing([aggregate], model).length;
    if (length + own > LONGEST) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(aggregate);
    length += own;
  }
  return groups.map((group) => diagramOf(group, model));
}

function diagramOf(group: readonly AggregateModel[], model: ContextModel): ClassDiagram {
  return { aggregates: group.map((aggregate) => aggregate.name), text: drawing(group, model) };
}

function drawing(group: readonly AggregateModel[], model: ContextModel): string {
  const types = usedTypes(group, model);
  const lines = [
    ...group.flatMap(aggregateClass),
    ...group.flatMap((aggregate) => aggregate.entities.flatMap((entity) => entityClass(entity))),
    ...model.valueObjects
      .filter((each) => types.has(each.name))
      .flatMap((each) =>
        block(
          each.name,
          'value object',
          each.kind === 'simple' ? [`+${memberType(each.type)} value`] : each.fields.map(member),
        ),
      ),
    ...model.enums
      .filter((each) => types.has(each.name))
      .flatMap((each) =>
        block(
          each.name,
          'enumeration',
          each.members.map((each) => plainLabel(each.name)),
        ),
      ),
    ...foreignClasses(group),
    ...arrows(group, model, types),
  ];
  return ['classDiagram', ...lines.map((line) => `  ${line}`)].join('\n');
}

function aggregateClass(aggregate: AggregateModel): string[] {
  const { name, lifecycle, operations } = aggregate;
  return block(name, 'aggregate root', [
    `+${className(`${name}Id`)} id`,
    ...aggregate.fields.map(member),
    ...(lifecycle ? [`+${className(lifecycle.enum)} ${plainLabel(lifecycle.name)}`] : []),
    ...operations.map(
      (operation) =>
        `+${plainLabel(operation.name)}(${operation.parameters.map((parameter) => plainLabel(parameter.name)).join(', ')})`,
    ),
  ]);
}

function entityClass(entity: EntityModel): string[] {
  return block(entity.name, 'entity', [`+${className(`${entity.name}Id`)} id`, ...entity.fields.map(member)]);
}

function foreignClasses(group: readonly AggregateModel[]): string[] {
  const types = group.flatMap(fieldsOf).flatMap(({ field }) => typesWithin(field.type));
  const classes = types.flatMap((type) => {
    if (type.kind !== 'ref' || type.target.kind !== 'foreign') return [];
    return [`class ${referenceName(type)}["${plainLabel(`${type.target.context}.${type.target.aggregate}`)}"]`];
  });
  return [...new Set(classes)];
}

function block(name: string, stereotype: string, members: readonly string[]): string[] {
  return [`class ${className(name)} {`, `  <<${stereotype}>>`, ...members.map((each) => `  ${each}`), '}'];
}

function member(field: FieldModel): string {
  return `+${memberType(field.type)}${field.optional ? '?' : ''} ${plainLabel(field.name)}`;
}

/** A type without what Mermaid would read as a method or a block: `list~Fill~` for `list(Fill)`. */
function memberType(type: TypeModel): string {
  if (type.kind === 'list') return `list~${memberType(type.element)}~`;
  if (type.kind === 'map') return `map~string, ${memberType(type.value)}~`;
  if (type.kind === 'ref')
    return className(`${type.target.kind === 'entity' ? type.target.entity : type.target.aggregate}Id`);
  return type.kind === 'scalar' ? type.scalar : className(type.name);
}

function arrows(group: readonly AggregateModel[], model: ContextModel, types: ReadonlySet<string>): string[] {
  const owners = [
    ...group.flatMap((aggregate) => [aggregate, ...aggregate.entities]),
    ...model.valueObjects.filter((each) => types.has(each.name)),
  ];
  return [
    ...owners.flatMap((owner) =>
      'fields' in owner ? owner.fields.flatMap((field) => fieldArrows(owner.name, field)) : [],
    ),
    ...group.flatMap(({ name, lifecycle }) =>
      lifecycle ? [`${className(name)} --> ${className(lifecycle.enum)} : ${plainLabel(lifecycle.name)}`] : [],
    ),
  ];
}

function fieldArrows(owner: string, field: FieldModel): string[] {
  const from = className(owner);
  const label = plainLabel(field.name);
  return typesWithin(field.type).flatMap((type) => {
    if (type.kind === 'entity') return [`${from} *-- "${amount(field)}" ${className(type.name)} : ${label}`];
    if (type.kind === 'valueObject' || type.kind === 'enum')
      return [`${from} --> "${amount(field)}" ${className(type.name)} : ${label}`];
    if (type.kind === 'ref' && type.target.kind !== 'entity')
      return [`${from} ..> "${amount(field)}" ${referenceName(type)} : ${label}`];
    return [];
  });
}

/** Another context's aggregate stands apart from one of the same name here. */
function referenceName({ target }: RefType): string {
  return className(target.kind === 'foreign' ? `${target.aggregate}_of_${target.context}` : target.aggregate);
}

function amount({ type, optional }: FieldModel): string {
  if (type.kind === 'list' || type.kind === 'map')
    return `${plainLabel(type.min ?? '0')}..${plainLabel(type.max ?? 'n')}`;
  return optional ? '0..1' : '1';
}

/** Value objects and enums that the aggregates use, those inside value objects included. */
function usedTypes(group: readonly AggregateModel[], model: ContextModel): Set<string> {
  const used = new Set<string>();
  const open = group
    .flatMap((aggregate) => [aggregate, ...aggregate.entities])
    .flatMap((owner) => owner.fields.map((field) => field.type));
  for (const { lifecycle } of group) if (lifecycle) used.add(lifecycle.enum);
  for (let type = open.pop(); type; type = open.pop()) {
    for (const inner of typesWithin(type)) {
      if ((inner.kind !== 'valueObject' && inner.kind !== 'enum') || used.has(inner.name)) continue;
      used.add(inner.name);
      const valueObject = model.valueObjects.find((each) => each.name === inner.name);
      if (valueObject?.kind === 'composite') open.push(...valueObject.fields.map((field) => field.type));
    }
  }
  return used;
}
