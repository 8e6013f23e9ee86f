import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isSecretFile, startOf, type Finding, type ProjectFile } from '@planner/conformance';
import ignore, { type Ignore } from 'ignore';
import { errorCode } from '../failure';
import type { GitIgnores } from './git-ignores';

/** Folders that hold no code of the project, even where no `.gitignore` says so. */
const SKIPPED = new Set([
  'node_modules',
  'dist',
  'out-tsc',
  'coverage',
  'generated',
  '.git',
  '.nx',
  '.venv',
  'venv',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
]);

/** A larger file is no source; reading it would take the memory of the run. */
const LARGEST = 64 * 1024 * 1024;

/** A file with a zero byte in its first part is no text (as git has it). */
const SNIFFED = 8_000;

export interface Walk {
  /** Absolute path of the workspace. */
  readonly root: string;
  /** From the workspace root; empty for a project that is the workspace. */
  readonly directory: string;
  /** Folders of other projects inside this one: theirs to check. */
  readonly nested: ReadonlySet<string>;
  readonly ignores: GitIgnores;
  /** Which files to read, by path from the workspace root. */
  readonly wants: (path: string) => boolean;
}

/**
 * The files of a project that checks want to see: no folder that version control ignores, no `.env`, nothing behind a symbolic link.
 * What cannot be read is a finding and stops nothing.
 */
export class ProjectFiles {
  readonly findings: Finding[] = [];
  /** Sorted. */
  readonly paths: readonly string[];
  private readonly nxIgnore: Ignore | undefined;

  constructor(private readonly walk: Walk) {
    const file = join(walk.root, '.nxignore');
    this.nxIgnore = existsSync(file) ? ignore().add(readFileSync(file, 'utf8')) : undefined;
    this.paths = this.listFolder(walk.directory).sort();
  }

  /** Reads one file after the other, as they are asked for. */
  *read(): Generator<ProjectFile> {
    for (const path of this.paths) {
      const text = this.readText(path);
      if (text !== undefined) yield { path, text };
    }
  }

  private listFolder(folder: string): string[] {
    const found: string[] = [];
    for (const entry of this.entriesOf(folder)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !this.walk.nested.has(path) && !this.isIgnored(`${path}/`))
          found.push(...this.listFolder(path));
      } else if (entry.isSymbolicLink()) this.checkLink(path);
      else if (entry.isFile() && !isSecretFile(path) && this.walk.wants(path) && !this.isIgnored(path))
        found.push(path);
    }
    return found;
  }

  private isIgnored(path: string): boolean {
    return this.walk.ignores.isIgnored(path) || this.nxIgnore?.ignores(path) === true;
  }

  private entriesOf(folder: string): Dirent[] {
    try {
      return readdirSync(join(this.walk.root, folder), { withFileTypes: true });
    } catch (error) {
      this.report(
        'source/unreadable',
        folder,
        `The folder cannot be read (${errorCode(error) ?? String(error)}).`,
        'Give the right to read it, or ignore it in .gitignore.',
      );
      return [];
    }
  }

  /** A link is not followed; one that leads in a circle is a mistake that other tools hang on. */
  private checkLink(path: string): void {
    const absolute = join(this.walk.root, path);
    if (this.isIgnored(path) || !leadsInCircle(absolute)) return;
    this.report(
      'source/unreadable',
      path,
      'The symbolic link leads in a circle.',
      'Remove it, or let it point somewhere else.',
    );
  }

  private readText(path: string): string | undefined {
    try {
      const file = join(this.walk.root, path);
      if (statSync(file).size > LARGEST) {
        this.report(
          'source/unreadable',
          path,
          `The file is larger than ${LARGEST / 1024 / 1024} MB and was not read.`,
          'Ignore it in .gitignore, if it is no source.',
        );
        return undefined;
      }
      const bytes = readFileSync(file);
      if (!bytes.subarray(0, SNIFFED).includes(0)) return decode(bytes);
      this.report(
        'source/binary',
        path,
        'The file is named like a text, but holds bytes that are none.',
        'Save it as UTF-8, or ignore it in .gitignore.',
      );
    } catch (error) {
      this.report(
        'source/unreadable',
        path,
        `The file cannot be read (${errorCode(error) ?? String(error)}).`,
        'Give the right to read it, or ignore it in .gitignore.',
      );
    }
    return undefined;
  }

  private report(rule: string, path: string, message: string, hint: string): void {
    this.findings.push({ rule, severity: 'warning', message, hint, span: startOf(path === '' ? '.' : path) });
  }
}

/** UTF-8 without its byte-order mark, which no editor counts as a column. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function leadsInCircle(link: string): boolean {
  try {
    const target = realpathSync(link);
    const isFolder = lstatSync(target).isDirectory();
    return isFolder && `${realpathSync(join(link, '..'))}/`.startsWith(`${target}/`);
  } catch (error) {
    return errorCode(error) === 'ELOOP';
  }
}
