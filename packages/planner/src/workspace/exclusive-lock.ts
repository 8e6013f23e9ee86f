import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, Failure } from '../failure';

/** A lock that one process holds; `release` may be called more than once. */
export interface HeldLock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** How long a lock of a holder that cannot be asked (another machine's) counts, in milliseconds. */
const LONGEST_HOLD = 120_000;
const POLL = 40;

/**
 * Takes a lock file, waiting while another living process holds it. The file goes when it is released or when this
 * process ends; one that a killed process left behind is taken over.
 *
 * @param file absolute path of the lock file; its folder is made
 * @param patience how long to wait, in milliseconds
 * @throws Failure that names the holder when the wait was in vain
 */
export async function takeLock(file: string, patience = LONGEST_HOLD): Promise<HeldLock> {
  mkdirSync(dirname(file), { recursive: true });
  const giveUpAt = Date.now() + patience;
  for (;;) {
    if (tryCreate(file)) return held(file);
    if (isAbandoned(file)) takeAway(file);
    else if (Date.now() > giveUpAt) throw new Failure(stillHeld(file));
    else await sleep(POLL * (0.5 + Math.random()));
  }
}

function held(file: string): HeldLock {
  let mine = true;
  const release = (): void => {
    process.removeListener('exit', release);
    if (mine) rmSync(file, { force: true });
    mine = false;
  };
  process.on('exit', release);
  return { release };
}

function tryCreate(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    const me: Holder = { pid: process.pid, host: hostname() };
    writeSync(handle, JSON.stringify(me));
    closeSync(handle);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Whether the holder is dead, or silent for so long that it must be. */
function isAbandoned(file: string): boolean {
  const age = ageOf(file);
  if (age === undefined) return false;
  if (age > LONGEST_HOLD) return true;
  const holder = readHolder(file);
  return holder !== undefined && holder.host === hostname() && !isAlive(holder.pid);
}

/**
 * Moves an abandoned lock aside before it is removed: of several processes that find it, the rename succeeds for one.
 * Should a living process have taken the lock in between, it is put back.
 */
function takeAway(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (isAbandoned(aside)) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function ageOf(file: string): number | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && Date.now() - stat.mtimeMs;
}

/** undefined while the holder is still writing its name. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function stillHeld(file: string): string {
  const holder = readHolder(file);
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return `${who} is writing a plan and does not finish. Nothing was written.\nIf it is gone, remove ${file}.`;
}
