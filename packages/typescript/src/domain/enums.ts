import type { EnumModel } from '@planner/model';
import { commentText, docComment, type RenderedFile, stringLiteral } from '@planner/target';
import type { RenderContext } from '../render-context';

export function renderEnum(context: RenderContext, model: EnumModel): RenderedFile {
  const { type, members } = context.names.enum(model.name);
  const view = {
    doc: docComment(model.description),
    type: type.name,
    constant: members.name,
    members: model.members.map(({ name, description }) => ({
      literal: stringLiteral(name),
      comment: description === undefined ? '' : `  /** ${commentText(description)} */\n`,
    })),
  };
  return context.file(1, type.file, context.templates.render('domain/enum.ts', view));
}
