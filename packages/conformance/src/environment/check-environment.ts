import type { EnvironmentRead } from '@planner/target';
import type { SourceSpan } from '@planner/model';
import type { Check, SourceFile, VerifiedProject } from '../check';
import { startOf, type Lines } from '../lines';
import type { Finding, Fix } from '../finding';
import { isTest } from '../layers/territory';
import type { RuleSettings } from '../settings';
import { readExample, type ExampleVariable } from './example-file';
import { ENVIRONMENT_RULES } from './rules';

const EXAMPLES = ['.env.example', '.env.sample', '.env.template', '.env.dist'];
/** Files beside sources that read variables or hand them on. */
const MENTIONING = [
  'docker-compose*.y*ml',
  'compose*.y*ml',
  'Dockerfile*',
  '*.sh',
  'Makefile',
  'alembic.ini',
  'project.json',
  'package.json',
  'pyproject.toml',
];

/** Whether code, schema and `.env.example` name the same variables: the rules of docs/rules/environment. Never looks at `.env`. */
export const environmentCheck: Check = {
  rules: ENVIRONMENT_RULES.map(({ id }) => id),
  reads: [...EXAMPLES, ...MENTIONING, '.gitignore'],
  open: (project, settings) => new EnvironmentVisit(project, settings),
};

interface Reading {
  readonly read: EnvironmentRead;
  readonly span: SourceSpan;
  readonly folder: string;
  /** Part of the service itself, which has a schema to go through. */
  readonly service: boolean;
}

interface Example {
  readonly path: string;
  readonly text: string;
  readonly variables: readonly (ExampleVariable & { readonly span: SourceSpan })[];
}

class EnvironmentVisit {
  private readonly readings: Reading[] = [];
  private readonly examples: Example[] = [];
  /** Names of the examples that nothing was seen to mention: examples come before sources, being named with a dot. */
  private readonly unmentioned = new Set<string>();
  private readonly gitignore: { text: string } = { text: '' };

  constructor(
    private readonly project: VerifiedProject,
    private readonly settings: RuleSettings,
  ) {}

  file(file: SourceFile): Finding[] {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    if (EXAMPLES.includes(name.toLowerCase())) return this.example(file);
    if (file.inProject === '.gitignore') this.gitignore.text = file.text;
    else this.mention(file.text);
    for (const read of file.facts?.environment ?? []) {
      const folder = file.inProject.slice(0, Math.max(0, file.inProject.lastIndexOf('/')));
      this.readings.push({ read, span: file.span(read.at), folder, service: isService(file.inProject) });
    }
    return [];
  }

  end(): Finding[] {
    return [...this.notInSchema(), ...this.notInExample(), ...this.unused(), ...this.ignored()];
  }

  private example(file: SourceFile): Finding[] {
    const { variables, malformed } = readExample(file.text);
    if (file.inProject.includes('/')) return [];
    this.examples.push({
      path: file.path,
      text: file.text,
      variables: variables.map((each) => ({ ...each, span: file.span(each.at) })),
    });
    for (const { name } of variables) this.unmentioned.add(name);
    const wrong = malformed.map(({ reason, hint, at }): Finding => ({
      rule: 'environment/malformed',
      severity: 'error',
      message: `This line is malformed: ${reason}.`,
      hint,
      span: file.span(at),
    }));
    return [...wrong, ...duplicates(file, variables)];
  }

  /** Compose files, scripts, code that takes the environment as a map: whatever names a variable may be what reads it. */
  private mention(text: string): void {
    for (const name of this.unmentioned) {
      if (text.includes(name) && new RegExp(`(?<![\\w.-])${name.replaceAll('.', '\\.')}(?!\\w)`).test(text))
        this.unmentioned.delete(name);
    }
  }

  /** A schema is the folder that declares variables; what is read elsewhere in the service went past it. */
  private notInSchema(): Finding[] {
    const folders = new Set(this.readings.filter(({ read }) => read.kind === 'declared').map(({ folder }) => folder));
    const isSchema = ({ folder, read }: Reading): boolean => read.kind === 'declared' || folders.has(folder);
    const declared = new Set(this.readings.filter(isSchema).map(({ read }) => read.variable));
    if (folders.size === 0) return [];
    return this.readings
      .filter((reading) => reading.service && !isSchema(reading) && !declared.has(reading.read.variable))
      .filter(({ read }) => !this.ignores('environment/not-in-schema', read.variable))
      .map(({ read, span }) => ({
        rule: 'environment/not-in-schema',
        severity: 'error',
        message: `${read.variable} is read here, but the schema of the configuration does not declare it.`,
        hint: `Declare it in ${[...folders].sort().join(' or ')}, and read the configuration here: then a missing value ends the start, not the call.`,
        span,
      }));
  }

  private notInExample(): Finding[] {
    const named = new Set(this.examples.flatMap(({ variables }) => variables.map(({ name }) => name)));
    const [example] = this.examples;
    const file = example?.path ?? this.pathOf('.env.example');
    const missing = new Map<string, SourceSpan>();
    for (const { read, span, service } of this.readings) {
      const known = !service || named.has(read.variable) || missing.has(read.variable);
      if (!known && !this.ignores('environment/not-in-example', read.variable)) missing.set(read.variable, span);
    }
    const read = [...missing].map(([variable, span]) =>
      this.missing(`${variable} is read here, but ${file} does not name it.`, variable, span, example),
    );
    return [...read, ...this.missingOfAdapters(named, missing, file, example)];
  }

  /** What the plan gives to adapters, where the code does not read it either: it is the example that the code is written by. */
  private missingOfAdapters(
    named: ReadonlySet<string>,
    read: ReadonlyMap<string, SourceSpan>,
    file: string,
    example: Example | undefined,
  ): Finding[] {
    if (this.project.state !== undefined && !this.project.state.phases.includes(4)) return [];
    const found = new Map<string, Finding>();
    for (const adapter of this.project.model?.adapters ?? [])
      for (const variable of Object.values(adapter.env).flat())
        if (!named.has(variable) && !read.has(variable) && !found.has(variable)) {
          const message = `The adapter ${adapter.name} needs ${variable}, but ${file} does not name it.`;
          found.set(variable, this.missing(message, variable, adapter.span ?? startOf(file), example));
        }
    return [...found.values()];
  }

  private missing(message: string, variable: string, span: SourceSpan, example: Example | undefined): Finding {
    const file = example?.path ?? this.pathOf('.env.example');
    const fix = appending(file, example?.text ?? '', `${variable}=`, `Add ${variable} to ${file}`);
    return {
      rule: 'environment/not-in-example',
      severity: 'error',
      message,
      hint: `Add ${variable}= to ${file}, with a placeholder that works or none.`,
      span,
      fix,
    };
  }

  private unused(): Finding[] {
    const read = new Set(this.readings.map(({ read: { variable } }) => variable));
    return this.examples.flatMap(({ path, variables }) =>
      variables
        .filter(({ name, commented }) => !commented && !read.has(name) && this.unmentioned.has(name))
        .filter(({ name }) => !this.ignores('environment/unused', name))
        .map(({ name, span }): Finding => ({
          rule: 'environment/unused',
          severity: 'warning',
          message: `${name} is declared in vain: nothing in the project reads it.`,
          hint: `Remove it from ${path}, or read it.`,
          span,
        })),
    );
  }

  private ignored(): Finding[] {
    const uses = this.examples.length > 0 || this.readings.some(({ service }) => service);
    const env = this.pathOf('.env');
    if (!uses || this.project.isIgnored(env)) return [];
    const path = this.pathOf('.gitignore');
    return [
      {
        rule: 'environment/ignored',
        severity: 'error',
        message: `${env} is not ignored by git: whatever is written into it would be committed.`,
        hint: `Add /.env to ${path}.`,
        span: startOf(path),
        fix: appending(path, this.gitignore.text, '/.env', `Ignore ${env}`),
      },
    ];
  }

  private pathOf(name: string): string {
    return this.project.directory === '' ? name : `${this.project.directory}/${name}`;
  }

  private ignores(rule: string, variable: string): boolean {
    const ignored = this.settings.options(rule)['ignore'];
    if (!Array.isArray(ignored)) return false;
    return (ignored as readonly string[]).some((entry) =>
      entry.endsWith('*') ? variable.startsWith(entry.slice(0, -1)) : entry === variable,
    );
  }
}

/** Tests, and the configuration of tools beside the service, have variables of their own. */
function isService(path: string): boolean {
  return (
    !isTest(path) &&
    path.includes('/') &&
    !/(?:^|\/)(?:scripts?|tools?|e2e|bench(?:es|marks?)?|alembic|migrations)\/|\.config\.[cm]?[jt]s$/.test(path)
  );
}

function duplicates(file: SourceFile, variables: readonly ExampleVariable[]): Finding[] {
  const first = new Map<string, ExampleVariable>();
  return variables.flatMap((variable): Finding[] => {
    if (variable.commented) return [];
    const before = first.get(variable.name);
    if (before === undefined) {
      first.set(variable.name, variable);
      return [];
    }
    return [
      {
        rule: 'environment/duplicate',
        severity: 'error',
        message: `${variable.name} is set again: it stands in line ${lineOf(file.lines, before)} already.`,
        hint: 'Keep one of the two: readers do not agree on which one counts.',
        span: file.span(variable.at),
        related: [{ message: 'It is set here first', span: file.span(before.at) }],
      },
    ];
  });
}

function lineOf(lines: Lines, { at }: ExampleVariable): number {
  return lines.position(at.start).line;
}

/** Adds a line to the end of a file, which may be absent. */
function appending(file: string, text: string, line: string, description: string): Fix {
  const before = text === '' || text.endsWith('\n') ? '' : '\n';
  return { description, edits: [{ file, start: text.length, end: text.length, text: `${before}${line}\n` }] };
}
