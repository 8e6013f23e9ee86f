import type { EnumModel } from '@planner/model';
import { answeredTypes, type ProtoEnum, type RenderedFile, sentTypes } from '@planner/target';
import type { ImportSet } from '../imports';
import type { RenderContext } from '../render-context';
import { enumMember } from '../types';
import { generated } from './generated';
import { fixed } from './places';

/** What maps the enums of the plan to those of the contract, as far as the service sends or receives them. */
export function renderEnums(context: RenderContext): RenderedFile[] {
  const { drafts, whole } = sentTypes(context);
  const used = new Set([...drafts.enums, ...whole.enums, ...answeredTypes(context).enums]);
  const enums = context.model.enums.filter(({ name }) => used.has(name));
  const [first] = enums;
  if (!first) return [];
  const { file } = context.presentation.enum(first.name);
  const imports = context.imports(file);
  imports.value(fixed('mappers/enum_mapper', 'EnumMapper'));
  const views = enums.map((model) => enumView(context, model, imports));
  return [
    context.file(
      5,
      file,
      context.templates.render('presentation/enums.py', { enums: views, imports: imports.print() }),
    ),
  ];
}

function enumView(context: RenderContext, { name }: EnumModel, imports: ImportSet): object {
  const proto = enumOf(context, name);
  const type = imports.value(context.names.enum(name).type);
  return {
    name: context.presentation.enum(name).name,
    members: proto.values.map(({ member, name: value }) => ({
      member: `${type}.${enumMember(member)}`,
      value: generated({ file: proto.file, name: value }, imports),
    })),
  };
}

export function enumOf({ proto }: Pick<RenderContext, 'proto'>, planName: string): ProtoEnum {
  const found = Object.values(proto.enums).find((candidate) => candidate.planName === planName);
  if (!found) throw new Error(`the contract has no enum ${planName}`);
  return found;
}
