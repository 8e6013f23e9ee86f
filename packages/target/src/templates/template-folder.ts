import { compile, type TemplateFunction } from 'ejs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Renders one template of a folder; `name` is its path without `.ejs` (`domain/aggregate.ts`). */
export interface TemplateFolder {
  /** Throws when the template is missing or names something that the view does not have. */
  render(name: string, view: object): string;
}

const compiled = new Map<string, TemplateFunction>();

/**
 * The EJS templates below a directory. Each is read and compiled once per process.
 *
 * A template sees its view as `view`. What it prints is source text, so nothing is escaped for HTML: text that comes from
 * a plan has to pass one of the literal printers before it enters a view.
 */
export function templateFolder(directory: string): TemplateFolder {
  return { render: (name, view) => template(join(directory, `${name}.ejs`))(view) };
}

function template(file: string): TemplateFunction {
  const known = compiled.get(file);
  if (known) return known;
  const made = compile(readFileSync(file, 'utf8'), {
    filename: file,
    escape: String,
    strict: true,
    localsName: 'view',
    cache: true,
  });
  compiled.set(file, made);
  return made;
}
