// Loaded with --import: adds the processor time of a process to a file when it ends, for machines where others are at work too.
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    appendFileSync(process.env.BENCH_CPU_FILE, `${(user + system) / 1e6}\n`);
  });
