import { kindOfName } from './names';

/** Calls whose argument at this position is a password, by the end of the callee's name. */
const POSITIONS: readonly (readonly [callee: RegExp, index: number, name: string])[] = [
  [/(?:^|\.)Sequelize$/, 2, 'database_password'],
  [
    /(?:^|\.)(?:pymysql|MySQLdb|mariadb|mysql\.connector|mysql|pymssql|psycopg2?|ibm_db|firebird|fdb)\.connect$/i,
    2,
    'database_password',
  ],
  [/(?:oracledb|cx_Oracle)\.(?:connect|create_pool|SessionPool)$/i, 1, 'database_password'],
  [/(?:^|\.)(?:getConnection|URL\.create)$/, 2, 'database_password'],
  [/(?:^|\.)InfluxDBClient$/, 3, 'database_password'],
  [/(?:^|\.)(?:authenticate|simple_bind(?:_s)?)$/, 1, 'connection_password'],
  [
    /(?:^|\.)(?:auth\.basic|AuthTokens\.basic|basic_auth|(?:use|set|with)?BasicAuth|BasicAuthentication|HTTPBasicAuth|HttpBasicAuth|PlainTextAuthProvider|PlainAuthProvider|PasswordAuthenticator|PlainCredentials|UsernamePasswordCredential|username_pw_set|ClassicAuthenticator)$/,
    1,
    'connection_password',
  ],
  [/(?:smtp\w*|ftp\w*|server|mail\w*|mailer|imap\w*)\.login$/i, 1, 'smtp_password'],
  [
    /(?:^|\.)(?:SecretStr|SecretBytes|withPassword|with_password|setPassword|set_password|requirepass)$/,
    0,
    'connection_password',
  ],
  // redis-py: host, port, db, password.
  [/(?:^|\.)(?:Strict)?Redis$/, 3, 'redis_password'],
  [/(?:redis|cache|client|conn)\w*\.(?:auth|AUTH)$/i, 0, 'redis_password'],
];
/** Takes a name and then the value for it, or the value for want of one. */
const TAKES_PAIR =
  /(?:^|[._])(?:get|gets|getenv|getEnv|getString|get_or_default|getOrDefault|set|setdefault|setDefault|set_default|setenv|setEnv|putenv|put|stubEnv|env|str|string|url|db|config|cast|option|define|default|requiredOption|getattr|setattr|pop|secret|Secret|register|DEFINE_string|add_option|variable|property|setProperty|getProperty)$/;

/** The name of what an argument gives: by its position in a known call, or by the argument before it. */
export function passwordOfArgument(
  callee: string,
  index: number,
  others: ReadonlyMap<number, string>,
): string | undefined {
  const known = POSITIONS.find(([pattern, position]) => position === index && pattern.test(callee));
  if (known) return known[2];
  if (index === 0 || !TAKES_PAIR.test(callee)) return undefined;
  for (const back of [1, 2]) {
    const name = others
      .get(index - back)
      ?.replace(/[ =<[].*$/s, '')
      .replace(/^-+/, '');
    if (name !== undefined && name.length < 100 && kindOfName(name) !== 'other') return name;
  }
  return undefined;
}
