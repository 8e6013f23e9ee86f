import type { Diagnostic } from '@planner/model';
import type { SourceFacts } from '@planner/target';
import type { Check } from '../check';
import type { Finding } from '../finding';
import { Lines, spanIn } from '../lines';
import { secretsIn, type Texts } from './decide';
import { CONFIGURATION_FILES, formatOf } from './formats/format';
import { readLoose } from './formats/loose';
import { readMarkdown, type BlockReader } from './formats/markdown';
import { hintFor } from './hints';
import { CREDENTIAL_RULES, type Secret } from './secret';
import { surroundingsOf, type Surroundings } from './surroundings';

/** A file that credentials are looked for in. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
}

export interface CredentialOptions {
  /** Whether tests are looked at: there a credential counts where it opens something outside of the machine, as a warning. Default: true. */
  readonly tests?: boolean;
}

/** No text without any of these holds a credential: it spares the walk through most files. */
const WORTH_READING =
  /pass|pwd|psw|pw(?![a-z])|secret|token|_?key\b|Key\b|dsn|credential|kh[aẩ]u|contrase|senha|mdp|auth|basic|[^\s"'`(]@|(?:sql|postgres|maria|mongo|redis|amqp)[\w+]{0,30}:\/\/|-----BEGIN|gh[pousr]_|glpat-|xox[abpr]-|k_live_|sk-|SG\.|AIza|npm_|pypi-|hf_|_v1_|hvs\.|\s-[pPau]\s?\S|["']-[pPau]["']|identified|redis-cli|sqlcmd|Sequelize|URL\.create|InfluxDB|redis\(|connect\(|connection\(|\.login\(|[?&;]pw/i;

/**
 * Credentials in the texts of files, each file read once.
 *
 * @param factsOf what the reader of the language read from the file; undefined for a file of no language. It is asked only where the file may hold one.
 * @returns findings in the order of the files and their texts; no part of a secret is in them, only its place
 */
export function checkCredentials(
  files: Iterable<CheckedFile>,
  factsOf: (file: CheckedFile) => SourceFacts | undefined,
  options: CredentialOptions = {},
): Finding[] {
  return [...files].flatMap((file) => credentialsInFile(file, () => factsOf(file), options));
}

/** Credentials in one file. */
export function credentialsInFile(
  { path, text }: CheckedFile,
  factsOf: () => SourceFacts | undefined,
  { tests = true }: CredentialOptions = {},
): Finding[] {
  const surroundings = surroundingsOf(path);
  if ((surroundings.test && !tests) || !WORTH_READING.test(text)) return [];
  return report(path, text, secretsIn(textsOf(path, text, factsOf()), text, surroundings), surroundings);
}

/**
 * Credentials in a document in Markdown, such as a plan: in its blocks of code and in its sentences.
 *
 * @param readBlock reads a block in a language that has a reader; without it such a block is read as text
 */
export function credentialsInMarkdown(path: string, text: string, readBlock?: BlockReader): Diagnostic[] {
  if (!WORTH_READING.test(text)) return [];
  const surroundings: Surroundings = { setting: 'document', test: false, forPeople: false };
  return report(path, text, secretsIn(readMarkdown(text, readBlock), text, surroundings), surroundings);
}

/** Part of `plan-verify`. */
export const credentialsCheck: Check = {
  rules: Object.values(CREDENTIAL_RULES),
  reads: CONFIGURATION_FILES,
  open: (_project, settings) => ({
    file: (file) => {
      const tests = settings.options(CREDENTIAL_RULES.connection)['tests'] !== false;
      return credentialsInFile(file, () => file.facts, { tests }).filter(({ rule }) => settings.isOn(rule));
    },
  }),
};

/** What is read from a file. Where its syntax is broken, what a look at the lines finds is added. */
function textsOf(path: string, text: string, facts: SourceFacts | undefined): Texts {
  if (/\.(?:md|mdx|markdown)$/i.test(path)) return readMarkdown(text);
  if (!facts) return formatOf(path)(text);
  if (facts.errors.length === 0) return facts;
  const loose = readLoose(text);
  return { texts: [...facts.texts, ...loose.texts], comments: facts.comments };
}

function report(path: string, text: string, secrets: readonly Secret[], surroundings: Surroundings): Finding[] {
  if (secrets.length === 0) return [];
  const lines = new Lines(text);
  return secrets.map(({ rule, at, hidden, what }) => {
    // The end is not told: it would give away the length.
    const start = spanIn(path, lines, at.start, at.start);
    return {
      rule,
      severity: surroundings.test ? 'warning' : 'error',
      message: `${what} is written into ${surroundings.setting === 'document' ? 'the document' : 'the file'}.`,
      hint: hintFor(rule, surroundings.setting),
      span: start,
      secrets: [spanIn(path, lines, at.start, Math.max(at.end, hidden?.end ?? 0))],
    };
  });
}
