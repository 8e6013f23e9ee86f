/** A password that a command line or a statement gives in the open, as offsets into the text. */
export interface OpenPassword {
  readonly start: number;
  readonly end: number;
  readonly how: 'command' | 'statement';
}

const VALUE = `(?:"([^"\\n]{1,256})"|'([^'\\n]{1,256})'|([^\\s"';|&)]{1,256}))`;

/** Options and variables of the clients of databases; the value is in one of three groups. */
const COMMANDS: readonly RegExp[] = [
  `\\b(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|SQLCMDPASSWORD)=${VALUE}`,
  `--(?:db-|database-|admin-|root-|sa-)?(?:password|passwd|pwd|requirepass|masterauth)[= ]${VALUE}`,
  `\\b(?:requirepass|masterauth) ${VALUE}`,
  `\\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mysqlimport|mongo|mongosh|mongodump|mongorestore)(?= )[^\\n|;&]{0,200}? -p ?(?=[^\\s-])${VALUE}`,
  `\\bsqlcmd(?= )[^\\n|;&]{0,200}? -P ?${VALUE}`,
  `\\bredis-cli(?= )[^\\n|;&]{0,200}? -a ${VALUE}`,
  `\\bsshpass -p ?${VALUE}`,
  `\\bcurl(?= )[^\\n|;&]{0,200}? (?:-u|--user)[ =]["']?[\\w.-]{1,64}:${VALUE}`,
  `(?:^|\\s)(?:-e|--env|--set|--build-arg|--from-literal)[ =]["']?[\\w.]*(?:PASSWORD|PASSWD|_PWD|password|Password)=${VALUE}`,
].map((source) => new RegExp(source, 'g'));
const COMMAND_WORDS =
  /PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|SQLCMDPASSWORD|password|passwd|--pwd|requirepass|masterauth| -p| -P| -a | -u |--user|--set|PASSWORD|_PWD/;

/** The clauses of SQL, and of the shell of MongoDB, that give a password. Each begins with a word, so that a long line costs one pass. */
const CLAUSES: readonly RegExp[] = [
  /\bidentified\s{1,8}(?:with\s{1,8}['"]?\w{1,64}['"]?\s{1,8})?(?:by|as)\s{1,8}(?:password\s{1,8})?N?['"]([^'"\n]{1,256})['"]/gi,
  /\bpassword(?:\s{1,8}for\s{1,8}[^\s=;]{1,200})?\s{0,8}=?\s{0,8}(?:password\s{0,8}\(\s{0,8})?N?'([^'\n]{1,256})'/gi,
  /\bpwd["']?\s{0,8}:\s{0,8}["']([^"'\n]{1,256})["']/g,
];
const CLAUSE_WORDS = /identified|password|pwd/i;
/** What stands in front of a clause, in the same statement. */
const STATEMENT =
  /\b(?:create|alter|grant|set)\b[^;]*\b(?:user|role|login|group|password|credential|master|to)\b|^\s*(?:set|alter)\s*$|createUser/i;
const LOOK_BACK = 400;

export function passwordsInCommands(text: string): OpenPassword[] {
  return COMMAND_WORDS.test(text) ? matches(text, COMMANDS, 'command') : [];
}

export function passwordsInStatements(text: string): OpenPassword[] {
  if (!CLAUSE_WORDS.test(text)) return [];
  return matches(text, CLAUSES, 'statement', (index) => {
    const before = text.slice(Math.max(0, index - LOOK_BACK), index);
    return STATEMENT.test(before.slice(before.lastIndexOf(';') + 1));
  });
}

function matches(
  text: string,
  patterns: readonly RegExp[],
  how: OpenPassword['how'],
  counts: (index: number) => boolean = () => true,
): OpenPassword[] {
  const found: OpenPassword[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const value = groupsOf(match).find((group) => group !== undefined) ?? '';
      if (!value || !counts(match.index)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ start, end: start + value.length, how });
    }
  }
  return found;
}

/** The groups of alternatives: all but one are undefined, which the types of the language do not tell. */
function groupsOf(match: RegExpExecArray): (string | undefined)[] {
  return match.slice(1);
}
