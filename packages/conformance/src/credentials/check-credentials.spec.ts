import fc from 'fast-check';
import { Lines } from '../lines';
import { checkCredentials, credentialsInFile, credentialsInMarkdown } from './check-credentials';

/** Files that no reader of a language takes. */
function found(path: string, text: string) {
  return credentialsInFile({ path, text }, () => undefined);
}

function secretOf(text: string, path: string): string[] {
  const lines = new Lines(text);
  return found(path, text).map(({ span, secrets = [] }) =>
    text.slice(lines.offset(span.start), lines.offset(secrets[0]?.end ?? span.start)),
  );
}

describe('a finding', () => {
  const text = 'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: "Kp7vQ2zL"\n';

  it('stands at the first character of the secret and does not tell where it ends', () => {
    const place = { line: 4, column: 27 };
    expect(found('compose.yaml', text)).toMatchObject([
      { rule: 'credentials/password', severity: 'error', span: { file: 'compose.yaml', start: place, end: place } },
    ]);
  });

  it('names what must not be shown', () => {
    expect(found('compose.yaml', text)[0]?.secrets).toMatchObject([
      { start: { line: 4, column: 27 }, end: { line: 4, column: 35 } },
    ]);
  });

  it('names user and host of an address, and neither where it would give the password away', () => {
    const messages = [
      'DATABASE_URL=postgresql://orders:Kp7vQ2zL@db.internal/orders',
      'DATABASE_URL=postgresql://postgres:postgres@db/orders',
    ].map((line) => found('.env.test-server', line)[0]?.message);
    expect(messages).toEqual([
      'The password of orders at db.internal is written into the file.',
      'The password of a connection is written into the file.',
    ]);
  });

  it('keeps all lines of a private key from view', () => {
    const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----';
    const [finding] = found('deploy.yaml', `key: |\n  ${key.replaceAll('\n', '\n  ')}\nnext: 1\n`);
    expect(finding).toMatchObject({ rule: 'credentials/private-key', span: { start: { line: 2, column: 3 } } });
    expect(finding?.secrets).toMatchObject([{ start: { line: 2 }, end: { line: 4, column: 28 } }]);
  });
});

describe('the same words, and where they stand', () => {
  it.each([
    ['.env.example', 'DATABASE_URL=postgresql://user:password@localhost:5432/app', 0],
    ['.env.production', 'DATABASE_URL=postgresql://user:password@localhost:5432/app', 1],
    ['config/settings.sample.toml', 'password = "secret"', 0],
    ['config/settings.toml', 'db_password = "secret"', 1],
    ['src/locales/en.json', '{ "dbPassword": "Kp7vQ2zL" }', 0],
    ['src/settings.json', '{ "dbPassword": "Kp7vQ2zL" }', 1],
    ['test/fixtures/app.yaml', 'password: Kp7vQ2zL', 0],
    ['test/fixtures/app.yaml', 'url: postgresql://a:Kp7vQ2zL@db.company.net/a', 1],
    ['compose.yaml', 'POSTGRES_PASSWORD: changeme', 0],
    ['compose.yaml', 'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-changeme}', 0],
    ['compose.yaml', 'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-secret}', 1],
    ['compose.yaml', 'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}', 0],
  ])('%s: %s', (path, text, count) => {
    expect(found(path, text)).toHaveLength(count);
  });
});

describe('tests', () => {
  const file = { path: 'test/db.yaml', text: 'url: postgresql://a:Kp7vQ2zL@db.company.net/a' };

  it('count as warnings', () => {
    expect(credentialsInFile(file, () => undefined)).toMatchObject([{ severity: 'warning' }]);
  });

  it('are left out where the option says so', () => {
    expect(checkCredentials([file], () => undefined, { tests: false })).toEqual([]);
  });
});

describe('a password in an address', () => {
  it.each([
    ['postgres://u:a@b@host/db', 'a@b'],
    ['postgres://u:a/b@host/db', 'a/b'],
    ['postgres://u:a%2Fb@host/db', 'a%2Fb'],
    ['redis://:onlypw1@cache', 'onlypw1'],
    ['mongodb://u:pw12@h1:1,h2:2/db', 'pw12'],
    ['postgres://u:pw12@[::1]:5432/db', 'pw12'],
    ['jdbc:postgresql://h/db?user=u&password=pw12&ssl=true', 'pw12'],
    ['jdbc:sqlserver://h;user=u;password=pw12;encrypt=true', 'pw12'],
    ['Server=h;User Id=u;Password=p w;Encrypt=True', 'p w'],
    ["host=h user=u password='p w' dbname=d", 'p w'],
    ['DRIVER={X};SERVER=h;UID=u;PWD={p;w};', 'p;w'],
  ])('%s', (address, secret) => {
    expect(secretOf(`url: ${JSON.stringify(address)}\n`, 'a.yaml')).toEqual([secret]);
  });

  it.each([
    'https://registry.npmjs.org:443/@planner/target',
    'postgres://host:5432/db?mail=a@b',
    'postgres://user@host/db',
    'postgres://user:@host/db',
    'postgres://user:${PW}@host/db',
    'postgres://user:{{ pw }}@host/db',
    'ssh://git@host:22/x.git',
    'docker://node:20@sha256:ab12',
  ])('is not in %s', (address) => {
    expect(secretOf(`url: ${JSON.stringify(address)}\n`, 'a.yaml')).toEqual([]);
  });
});

describe('a plan', () => {
  it('is read block by block, each in its language, and in its sentences', () => {
    const plan = [
      '```yaml',
      'POSTGRES_PASSWORD: Kp7vQ2zL',
      '```',
      'Connect with `mysql://root:Kp7vQ2zL@10.0.0.4/oms`.',
      '```sql',
      "CREATE ROLE oms PASSWORD 'Kp7vQ2zL';",
      '```',
    ].join('\n');
    expect(credentialsInMarkdown('p.md', plan).map(({ span }) => span.start)).toEqual([
      { line: 2, column: 20 },
      { line: 4, column: 28 },
      { line: 6, column: 27 },
    ]);
  });
});

describe('any text', () => {
  const NAMES = ['a.yaml', 'a.json', '.env.x', 'a.sh', 'a.sql', 'Dockerfile', 'a.md', 'a.rb', 'a.toml'];
  const SCRAPS = [
    'password',
    '=',
    ': ',
    '"',
    "'",
    '\\',
    '{',
    '}',
    '[',
    ']',
    '\n',
    '- ',
    '://',
    '@',
    '${',
    '}',
    '$(',
    '```',
    '<',
    '>',
    '#',
    'a',
    'Kp7vQ2zL',
    '|',
    '\t',
    '-----BEGIN PRIVATE KEY-----',
    'é',
    '\u0000',
    '\ud800',
  ];

  it('is read without an error, and every place lies inside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }),
        (path, scraps) => {
          const text = scraps.join('');
          const lines = new Lines(text);
          for (const { span } of found(path, text)) {
            expect(span.start.line).toBeLessThanOrEqual(lines.count);
            expect(span.start.column).toBeLessThanOrEqual(lines.line(span.start.line).length + 1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  // Of a method that takes the square of the length, these would take hours.
  it.each(['a', '://', '"', 'password=', 'a://b:c@d '])(
    'is read in one pass: 5 MB of %j in one line',
    (scrap) => {
      const text = `password ${scrap.repeat(5_000_000 / scrap.length)}`;
      const before = process.cpuUsage();
      for (const path of ['a.yaml', 'a.json', 'a.sh', 'a.md']) found(path, text);
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(12);
    },
    120_000,
  );
});
