import type { AggregateModel } from '@planner/model';
import { AUDIT_MEMBERS, type Member, ownMembers, type RenderedFile, ruleFunctions } from '@planner/target';
import type { ImportSet } from '../imports';
import { attribute, binding } from '../names';
import type { RenderContext } from '../render-context';
import { pyDocstring } from '../text';
import { renderErrors } from './errors';
import { renderIdentity } from './identities';
import { operationView } from './operations';
import { renderRules } from './rules';
import { uniqueChildren } from './unique-children';

/** Root, state, identity, errors and stubs of an aggregate; its entities are rendered on their own. */
export function renderAggregate(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const names = context.names.aggregate(aggregate.name);
  return [
    renderRoot(context, aggregate),
    renderIdentity(context, names.id, aggregate.identity),
    ...renderErrors(context, aggregate),
    ...renderRules(context, aggregate),
  ];
}

function renderRoot(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const names = context.names.aggregate(aggregate.name);
  const imports = context.imports(names.root.file);
  const functions = ruleFunctions(aggregate, binding);
  const operations = aggregate.operations.map((each) => operationView(context, aggregate, each, functions, imports));
  const view = {
    dataclass: imports.from('dataclasses', 'dataclass'),
    self: imports.from('typing', 'Self'),
    base: imports.kernel('aggregate_root', 'AggregateRoot'),
    doc: pyDocstring(aggregate.description, '    '),
    root: names.root.name,
    state: names.state.name,
    id: imports.value(names.id),
    event: imports.value(names.event),
    members: stateMembers(context, aggregate, imports),
    operations,
    status: aggregate.lifecycle &&
      operations.some(({ allowedIn }) => allowedIn) && {
        field: attribute(aggregate.lifecycle.name),
        type: imports.value(context.names.enum(aggregate.lifecycle.enum).type),
        error: imports.value(names.transitionError),
      },
    variable: binding(aggregate.name, ['rules']),
    uniques: uniqueChildren(context, aggregate, imports),
    invariants: aggregate.invariants.map(({ name }) => ({
      rule: functions.name({ kind: 'invariant', rule: name }),
      error: imports.value(names.ruleErrors.get(name) ?? names.root),
    })),
  };
  if (functions.places.length > 0) imports.projectModule(names.rulesFile, 'rules');
  return context.file(
    1,
    names.root.file,
    context.templates.render('domain/aggregate.py', { ...view, imports: imports.print() }),
  );
}

function stateMembers(context: RenderContext, aggregate: AggregateModel, imports: ImportSet) {
  const view = (member: Member) => ({
    name: attribute(member.name),
    doc: pyDocstring(member.description, '    '),
    type: context.types.domain(member, imports),
  });
  const doc = pyDocstring('How often it was saved; 0 for one that never was.', '    ');
  return [...ownMembers(aggregate).map(view), { name: 'version', doc, type: 'int' }, ...AUDIT_MEMBERS.map(view)];
}
