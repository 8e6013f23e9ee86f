import type { RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

/**
 * Mappers and services are functions here; a file that a plan names after a class has that class too, on top of the functions.
 */
export function withClasses(context: RenderContext, files: readonly RenderedFile[]): RenderedFile[] {
  const classes = new Map(
    [...serviceClasses(context), ...mapperClasses(context)].map(({ path, text }) => [
      `${context.project.directory}/${path}`,
      text,
    ]),
  );
  return files.map((file) => {
    const text = classes.get(file.path);
    return text === undefined ? file : { ...file, text: `${file.text.trimEnd()}\n\n${text}` };
  });
}

interface AddedClass {
  readonly path: string;
  readonly text: string;
}

function serviceClasses({ proto, presentation, names }: RenderContext): AddedClass[] {
  return proto.services.flatMap(({ planName }) => {
    const placed = names.registry.placement('presentation/service', planName);
    if (placed === undefined) return [];
    const create = presentation.service(planName).create.name;
    const lines = [
      `/** What \`${create}\` makes, as a class. */`,
      `export class ${placed.className} {`,
      `  readonly handlers: ReturnType<typeof ${create}>;`,
      '',
      `  constructor(...parts: Parameters<typeof ${create}>) {`,
      `    this.handlers = ${create}(...parts);`,
      '  }',
      '}',
      '',
    ];
    return [{ path: placed.path, text: lines.join('\n') }];
  });
}

function mapperClasses({ model, presentation, names }: RenderContext): AddedClass[] {
  return model.aggregates.flatMap(({ name }) => {
    const placed = names.registry.placement('presentation/mapper', name);
    if (placed === undefined) return [];
    const text = `export class ${placed.className} {\n  readonly toMessage = ${presentation.aggregateToMessage(name).name};\n}\n`;
    return [{ path: placed.path, text }];
  });
}
