import { renderProto, type RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

/** The `.proto` files, byte for byte those of every other language, and what compiles them. */
export function renderContract(context: RenderContext): RenderedFile[] {
  return [
    ...context.proto.files.map((file) => context.file(5, `proto/${file.path}`, renderProto(file))),
    context.file(5, 'tools/codegen.py', context.templates.render('presentation/tools/codegen.py', {})),
  ];
}
