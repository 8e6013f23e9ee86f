/** What people call a secret. A value of nothing but such words names a secret rather than being a good one. */
const SECRET_WORDS =
  'password passwords passwd passphrase passcode pass pwd pw psw psswd secret secrets token tokens key keys credential credentials ' +
  'passwort kennwort contrasena senha mdp matkhau khau';

/** The words that stand around one: `my_db_password`, `user-password-input`, `strong secure value`. */
const COMPANIONS =
  'my mine our the a an of for to in is and some any this that user users username usr login name account client customer person admin db ' +
  'database dbname server host hostname port service app application api auth authentication access refresh bearer basic private public ' +
  'session jwt oauth oauth2 id new old current default value string text word words phrase strong secure long random very super safe real ' +
  'own test demo dev mat cua ban nhap thay doi input field form param parameter header column label code type invalid wrong missing ' +
  'incorrect weak expired required empty confirm reset forgot forgotten forget change changed update verify hash hashed hide show grant ' +
  'error err not found failed x url uri email mail credentials one two ip address goes should be it as used with reused mismatch signin ' +
  'signup register web system root no not only do use production prod local development';

/** Asks to be replaced when nothing but the words above stand beside it: `example-password`, `insert_token_here`. */
const ASKING =
  'example sample dummy fake insert enter put fill todo fixme tbd tba here replace change placeholder set define provide specify';

/** What a database, a broker or a cache is called. */
const SYSTEMS =
  'postgres postgresql pg psql mysql mariadb mssql sqlserver oracle mongo mongodb redis valkey rabbit rabbitmq amqp kafka nats cassandra ' +
  'scylla elastic elasticsearch opensearch clickhouse neo4j influx influxdb couchbase couchdb memcached cockroach timescale snowflake redshift ' +
  'bigquery dynamo dynamodb minio celery mq jdbc odbc sqlalchemy sequelize typeorm prisma knex mongoose alembic flyway liquibase hikari';

/** What people call any of them; `csdl` and `bdd` are short for it in Vietnamese and in French. */
const DATABASES = 'db dbs database databases csdl bdd';

/** What holds the settings of one, or opens it. */
const OPENERS =
  'datasource sql connection connections connect conn pool engine dsn broker cache queue bootstrap smtp ldap sftp ' +
  'ftp imap create createpool createconnection createclient';

const MORE_PARTS =
  'url uri string str conn connstr sa super require bind ssl ssh jwt signing encryption master shared account license app my';

const setOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

export const SECRET_NAMES = setOf(SECRET_WORDS);
export const GENERIC_WORDS = setOf(SECRET_WORDS, COMPANIONS);
export const ASKING_WORDS = setOf(ASKING);
export const SYSTEM_WORDS = setOf(SYSTEMS, DATABASES, OPENERS);
/** A database by what it is, not by what opens it. */
export const SYSTEM_NAMES = setOf(SYSTEMS, DATABASES);

/** The longest word that is looked at for words written together. */
const LONGEST = 40;
const JOINED = setOf(SECRET_WORDS, COMPANIONS, ASKING, SYSTEMS, DATABASES, OPENERS, MORE_PARTS);
const LONGEST_PART = Math.max(...[...JOINED].map((word) => word.length));

/** A run of capitals, or of small letters that a capital may begin, or of digits; a product whose name holds a digit is one word. */
const WORD = /neo4j|Neo4j|NEO4J|\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}]+|\d+/gu;

const known = new Map<string, readonly string[]>();
const REMEMBERED = 20_000;
/** Names longer than this are data. */
const LONGEST_NAME = 200;

/**
 * The words of a name or a value in lower case: `dbPassword2`, `PGPASSWORD` and `db-password` all end in `password`. Words written together
 * are taken apart where every part is known here.
 */
export function wordsIn(text: string): readonly string[] {
  if (text.length > LONGEST_NAME) return [];
  const remembered = known.get(text);
  if (remembered) return remembered;
  const found = (text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').match(WORD) ?? []).flatMap((word) =>
    takenApart(word.toLowerCase()),
  );
  if (known.size >= REMEMBERED) known.clear();
  known.set(text, found);
  return found;
}

function takenApart(word: string): readonly string[] {
  if (JOINED.has(word) || word.length > LONGEST || word.length < 4) return [word];
  // ends[i]: the parts that make up the first i characters, as few of them as possible.
  const ends: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start++) {
      const before = ends[start];
      const part = word.slice(start, end);
      if (!before || part.length < 2 || !JOINED.has(part)) continue;
      if (before.length + 1 < (ends[end]?.length ?? Infinity)) ends[end] = [...before, part];
    }
  }
  return ends[word.length] ?? [word];
}
