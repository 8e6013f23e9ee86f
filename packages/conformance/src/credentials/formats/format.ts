import type { FoundTexts } from './found-texts';
import { readDockerfile } from './dockerfile';
import { readJson } from './json';
import { readLoose } from './loose';
import { readProperties } from './properties';
import { readShell } from './shell';
import { readSql } from './sql';
import { readYaml } from './yaml';

/** Reads one format. The offset is added to all places: the text may be a part of a file. */
export type FormatReader = (source: string, offset?: number) => FoundTexts;

const BY_NAME: readonly (readonly [pattern: RegExp, reader: FormatReader])[] = [
  [/^(?:.*\.)?(?:dockerfile|containerfile)(?:[.-].*)?$/i, readDockerfile],
  [
    /^\.env(?:[._-].*)?$|\.env$|^\.?(?:npmrc|pypirc|pgpass|netrc|editorconfig|gitconfig|flaskenv)$|^env\.(?:example|sample|template|dist)$/i,
    readProperties,
  ],
  [/\.ya?ml(?:\.\w+)?$/i, readYaml],
  [/\.(?:json[c5]?|webmanifest|avsc)(?:\.(?:example|sample|template|dist))?$/i, readJson],
  [
    /\.(?:toml|ini|cfg|conf|cnf|config|properties|props|tfvars|service|desktop)(?:\.(?:example|sample|template|dist))?$|^pipfile$/i,
    readProperties,
  ],
  [
    /\.(?:sh|bash|zsh|ksh|fish|bat|cmd|ps1|envrc)$|^\.?(?:envrc|bashrc|zshrc|profile|bash_profile)$|^(?:procfile|makefile|justfile)$|\.mk$/i,
    readShell,
  ],
  [/\.(?:sql|psql|pgsql|ddl|dml)$/i, readSql],
];

/** The names of the files that are looked at beside the sources of languages; `*` stands for anything. */
export const CONFIGURATION_FILES: readonly string[] = [
  '*.yaml',
  '*.yml',
  '*.json',
  '*.jsonc',
  '*.json5',
  '*.toml',
  '*.ini',
  '*.cfg',
  '*.conf',
  '*.cnf',
  '*.properties',
  '*.tf',
  '*.tfvars',
  '*.hcl',
  '*.xml',
  '*.config',
  '*.sql',
  '*.sh',
  '*.bash',
  '*.zsh',
  '*.ps1',
  '*.bat',
  '*.prisma',
  '*.http',
  '*.env.*',
  '.env.*',
  'Dockerfile*',
  '*.dockerfile',
  'Containerfile*',
  'Makefile',
  'Procfile',
  'justfile',
  '*.yaml.*',
  '*.yml.*',
  '*.json.*',
  '*.toml.*',
  '*.ini.*',
];

/** How a file is read that no reader of a language takes, by its name. */
export function formatOf(path: string): FormatReader {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? readLoose;
}

const BY_LANGUAGE: Readonly<Record<string, FormatReader>> = {
  bash: readShell,
  sh: readShell,
  shell: readShell,
  zsh: readShell,
  console: readShell,
  powershell: readShell,
  env: readProperties,
  dotenv: readProperties,
  ini: readProperties,
  properties: readProperties,
  toml: readProperties,
  conf: readProperties,
  yaml: readYaml,
  yml: readYaml,
  json: readJson,
  jsonc: readJson,
  json5: readJson,
  sql: readSql,
  pgsql: readSql,
  dockerfile: readDockerfile,
  docker: readDockerfile,
};

/** How a fenced block is read, by the first word behind the fence. */
export function formatOfBlock(language: string): FormatReader {
  return BY_LANGUAGE[language.toLowerCase()] ?? readLoose;
}
