/**
 * Breaks the guards of a generated service one by one, and tells which of them none of its own tests misses:
 * `node tools/mutation/run.mjs <service dir> --language=python`.
 *
 * The service must be installed. What a suite needs beyond that is its own business; with TEST_DATABASE_URL set, what survives
 * on the embedded database is tried on that server too. `--check=13` and `--only=<text>` choose among the mutants, `--shard=1/2`
 * takes every second of all (each shard on a copy of the service of its own), `--list` shows them. `--json=<file>` keeps the
 * outcomes; a mutant that has one in that file is not tried again, so that a run goes on where it was interrupted. Ends with 1
 * when a mutant survives that is not known to change nothing.
 *
 * A suite that a signal ends is run once more: whoever else tidies up on the machine must not pass for a test.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { parseArgs } from 'node:util';

const LONGEST_MS = 300_000;
const INTERRUPTIONS = ['SIGINT', 'SIGTERM'];
/** What a shell, and with it `tools/python.mjs`, makes of SIGKILL and SIGTERM. */
const SIGNALLED = [137, 143];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string', default: 'python' },
    check: { type: 'string' },
    only: { type: 'string' },
    shard: { type: 'string', default: '1/1' },
    list: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const [service] = positionals;
if (service === undefined) {
  console.error('Usage: node tools/mutation/run.mjs <service dir> --language=python');
  process.exit(2);
}
const { FILES, suitesOf } = await import(`./${options.language}/index.mjs`);
const mutants = FILES.flatMap(({ file, check, breaks, suites }) =>
  breaks.map(([what, from, to, more = {}]) => ({ file, check, what, from, to, suites, ...more })),
);
const [shard, shards] = options.shard.split('/').map(Number);
if (!(shard >= 1 && shard <= shards)) {
  console.error(`--shard=${options.shard} is no part of a whole: write --shard=1/2 and --shard=2/2`);
  process.exit(2);
}
const chosen = mutants.filter((_, index) => index % shards === shard - 1).filter(isWanted);

if (options.list) chosen.forEach(({ check, file, what }) => console.log(`${check}\t${file}\t${what}`));
else process.exitCode = await run();

function isWanted({ check, file, what }) {
  return (
    (options.check === undefined || String(check) === options.check) && `${file} ${what}`.includes(options.only ?? '')
  );
}

async function run() {
  const outcomes = options.json && existsSync(options.json) ? JSON.parse(readFileSync(options.json, 'utf8')) : [];
  for (const mutant of chosen.filter((each) => !outcomes.some((known) => isSame(known, each)))) {
    const started = Date.now();
    const outcome = { check: mutant.check, file: mutant.file, what: mutant.what, ...(await outcomeOf(mutant)) };
    outcomes.push(outcome);
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(
      `${outcome.result.padEnd(10)} ${String(outcome.check).padStart(2)} ${outcome.file}: ${outcome.what} (${outcome.by ?? '-'}, ${seconds} s)`,
    );
    if (options.json) writeFileSync(options.json, JSON.stringify(outcomes, undefined, 1));
  }
  console.log(`\n${table(outcomes)}`);
  return outcomes.some(({ result }) => result === 'survived' || result === 'invalid') ? 1 : 0;
}

function isSame(left, right) {
  return left.check === right.check && left.file === right.file && left.what === right.what;
}

/** What comes of one mutant: which suite kills it, or that all of them let it live. */
async function outcomeOf(mutant) {
  const path = filesLike(mutant.file).find((each) => changed(each, mutant) !== undefined);
  if (path === undefined) return { result: 'absent' };
  const original = readFileSync(path);
  const { atime, mtime } = statSync(path);
  const restore = () => {
    writeFileSync(path, original);
    utimesSync(path, atime, mtime);
  };
  const interrupted = () => {
    restore();
    process.exit(130);
  };
  for (const signal of INTERRUPTIONS) process.once(signal, interrupted);
  writeFileSync(path, changed(path, mutant));
  try {
    const by = await killer(mutant, path);
    if (by !== undefined) return { result: by === 'syntax' ? 'invalid' : 'killed', by };
    return mutant.equivalent === undefined ? { result: 'survived' } : { result: 'equivalent', by: mutant.equivalent };
  } finally {
    restore();
    for (const signal of INTERRUPTIONS) process.off(signal, interrupted);
  }
}

/** Files of the service by a pattern in which `*` stands for any part of one name. */
function filesLike(pattern) {
  const star = pattern.indexOf('*');
  if (star < 0) return [join(service, pattern)];
  const folder = pattern.slice(0, pattern.lastIndexOf('/', star));
  const wanted = new RegExp(
    `^${pattern
      .slice(folder.length + 1)
      .replaceAll('.', '\\.')
      .replaceAll('*', '[^/]*')}$`,
  );
  return readdirSync(join(service, folder), { recursive: true })
    .filter((each) => wanted.test(each))
    .sort()
    .map((each) => join(service, folder, each));
}

function changed(path, { from, to }) {
  const text = readFileSync(path, 'utf8');
  const result = text.replace(from, typeof from === 'string' ? () => to : to);
  return result === text ? undefined : result;
}

/** The suite that is not green any more, and the first of its tests that says so. */
async function killer({ suites }, path) {
  for (const suite of suitesOf(suites, path)) {
    let ended = await ending(suite);
    if (ended.bySignal) ended = await ending(suite);
    if (ended.code !== 0) return [suite.name, ...ended.failed].join(' ');
  }
  return undefined;
}

/** How a suite ends; one that hangs is not green. */
function ending({ command, args, cwd = '.', environment }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: join(service, cwd),
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      process.kill(-child.pid, 'SIGKILL');
    }, LONGEST_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      const failed = /^(?:FAILED|ERROR) (\S+)/m.exec(output);
      resolve({
        code,
        bySignal: !isLate && (code === null || SIGNALLED.includes(code)),
        failed: isLate ? ['hangs'] : failed === null ? [] : [failed[1]],
      });
    });
  });
}

function table(outcomes) {
  const checks = [...new Set(outcomes.map(({ check }) => check))].sort((a, b) => a - b);
  const row = (name, those) => {
    const count = (result) => those.filter((each) => each.result === result).length;
    return `| ${name} | ${those.length - count('absent')} | ${count('killed')} | ${count('survived')} | ${count('equivalent')} |`;
  };
  return [
    '| check | mutants | killed | survived | equivalent |',
    '| --- | --- | --- | --- | --- |',
    ...checks.map((check) =>
      row(
        check,
        outcomes.filter((each) => each.check === check),
      ),
    ),
    row('all', outcomes),
  ].join('\n');
}
