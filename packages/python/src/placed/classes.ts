import { artifactId, type ArtifactKind, type RenderedFile } from '@planner/target';
import type { RenderContext } from '../render-context';

/**
 * Configuration and container are functions and several classes; where a plan lists a file for one of them, the file has the class
 * that its name says too.
 */
export function withClasses(context: RenderContext, files: readonly RenderedFile[]): RenderedFile[] {
  const texts: readonly (readonly [ArtifactKind, (className: string) => string])[] = [
    ['infrastructure/config', configText],
    ['infrastructure/container', containerText],
  ];
  return texts.reduce<RenderedFile[]>(
    (before, [kind, textOf]) => {
      const placed = context.request.placements?.[artifactId(kind)];
      return placed === undefined
        ? before
        : before.map((file) => withClass(context, file, placed.path, placed.className, textOf));
    },
    [...files],
  );
}

function withClass(
  { project }: RenderContext,
  file: RenderedFile,
  path: string,
  className: string,
  textOf: (className: string) => string,
): RenderedFile {
  if (file.path !== `${project.directory}/${path}` || new RegExp(`^class ${className}\\b`, 'm').test(file.text))
    return file;
  return { ...file, text: `${file.text.trimEnd()}\n\n\n${textOf(className)}` };
}

function configText(className: string): string {
  return `class ${className}(DatabaseConfig):\n    """The database's part, under the name that the plan has for it."""\n`;
}

function containerText(className: string): string {
  return `class ${className}:
    """What \`create_container\` makes, as a class."""

    def __init__(self, config: Config, logger: Logger, *replacements: Provider) -> None:
        self.parts = create_container(config, logger, *replacements)

    async def close(self) -> None:
        await self.parts.close()
`;
}
