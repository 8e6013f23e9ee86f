import { renderProto, type RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

/** The `.proto` files and what buf needs to check and compile them. */
export function renderContract(context: RenderContext): RenderedFile[] {
  const fixed = (path: string, template: string): RenderedFile => context.file(5, path, context.templates.render(`presentation/${template}`, {}));
  return [
    ...context.proto.files.map((file) => context.file(5, `proto/${file.path}`, renderProto(file))),
    fixed('proto/google/rpc/status.proto', 'proto/status.proto'),
    fixed('proto/google/rpc/error_details.proto', 'proto/error_details.proto'),
    fixed('buf.yaml', 'buf.yaml'),
    fixed('buf.gen.yaml', 'buf.gen.yaml'),
  ];
}
