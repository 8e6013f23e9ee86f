import type { EnumModel } from '@planner/model';
import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';
import { pyDocstring, pyString } from '../text';
import { enumMember } from '../types';

export function renderEnum(context: RenderContext, model: EnumModel): RenderedFile {
  const { type } = context.names.enum(model.name);
  const imports = context.imports(type.file);
  const view = {
    base: imports.from('enum', 'StrEnum'),
    doc: pyDocstring(model.description, '    '),
    type: type.name,
    members: model.members.map(({ name, description }) => ({
      name: enumMember(name),
      value: pyString(name),
      doc: pyDocstring(description, '    '),
    })),
  };
  return context.file(1, type.file, context.templates.render('domain/enum.py', { ...view, imports: imports.print() }));
}
