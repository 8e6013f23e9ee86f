import { type AggregateModel, lowerFirst } from '@planner/model';
import { AUDIT_MEMBERS, docComment, type Member, ownMembers, type RenderedFile, ruleFunctions } from '@planner/target';
import type { ImportSet } from '../imports';
import { binding } from '../names';
import type { RenderContext } from '../render-context';
import { renderErrors } from './errors';
import { renderIdentity } from './identities';
import { type OperationView, operationView } from './operations';
import { renderRules } from './rules';
import { uniqueChildren } from './unique-children';

/** Root, data, identity, errors and stubs of an aggregate; its entities are rendered on their own. */
export function renderAggregate(context: RenderContext, aggregate: AggregateModel): RenderedFile[] {
  const names = context.names.aggregate(aggregate.name);
  return [
    renderRoot(context, aggregate),
    renderData(context, aggregate),
    renderIdentity(context, names.id, aggregate.identity),
    ...renderErrors(context, aggregate),
    ...renderRules(context, aggregate),
  ];
}

const VERSION_DOC = '  /** How often it was saved; 0 for one that never was. */\n';

interface MemberView {
  readonly name: string;
  readonly doc: string;
  readonly domain: string;
  readonly rehydrate: string;
  readonly toData: string;
}

function memberViews(context: RenderContext, aggregate: AggregateModel, imports: ImportSet): MemberView[] {
  const { types } = context;
  const view = (member: Member): MemberView => ({
    name: member.name,
    doc: docComment(member.description, '  '),
    domain: types.domain(member, imports),
    rehydrate: types.toDomain(member, `data.${member.name}`, imports, 'rehydrate'),
    toData: types.toData(member, `state.${member.name}`, imports),
  });
  const version: MemberView = {
    name: 'version',
    doc: VERSION_DOC,
    domain: 'number',
    rehydrate: 'data.version',
    toData: 'state.version',
  };
  return [...ownMembers(aggregate).map(view), version, ...AUDIT_MEMBERS.map(view)];
}

function renderData(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const { data } = context.names.aggregate(aggregate.name);
  const imports = context.imports(data.file);
  const { types } = context;
  const member = (each: Member) => ({
    name: each.name,
    doc: docComment(each.description, '  '),
    type: types.data(each, imports),
  });
  const version = { name: 'version', doc: VERSION_DOC, type: 'number' };
  const members = [...ownMembers(aggregate).map(member), version, ...AUDIT_MEMBERS.map(member)];
  return context.file(
    1,
    data.file,
    context.templates.render('domain/aggregate-data.ts', { data: data.name, members, imports: imports.print() }),
  );
}

function renderRoot(context: RenderContext, aggregate: AggregateModel): RenderedFile {
  const names = context.names.aggregate(aggregate.name);
  const imports = context.imports(names.root.file);
  const functions = ruleFunctions(aggregate, binding);
  const { lifecycle } = aggregate;
  const operations: OperationView[] = aggregate.operations.map((operation) =>
    operationView(context, aggregate, operation, functions, imports),
  );
  const view = {
    doc: docComment(aggregate.description),
    root: names.root.name,
    state: names.state.name,
    data: imports.type(names.data),
    event: imports.type(names.event),
    members: memberViews(context, aggregate, imports),
    operations,
    status: lifecycle &&
      operations.some(({ allowedIn }) => allowedIn) && {
        field: lifecycle.name === 'status' ? 'status' : `${lifecycle.name}: status`,
        type: imports.type(context.names.enum(lifecycle.enum).type),
        error: imports.value(names.transitionError),
      },
    variable: binding(lowerFirst(aggregate.name), ['rules']),
    uniques: uniqueChildren(context, aggregate, imports),
    invariants: aggregate.invariants.map(({ name }) => ({
      rule: functions.name({ kind: 'invariant', rule: name }),
      error: imports.value(names.ruleErrors.get(name) ?? names.root),
    })),
  };
  imports.kernel('AggregateRoot');
  if (functions.places.length > 0) imports.packageNamespace(imports.specifier(names.rulesFile), 'rules');
  return context.file(
    1,
    names.root.file,
    context.templates.render('domain/aggregate.ts', { ...view, imports: imports.print() }),
  );
}
