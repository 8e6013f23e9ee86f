import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock } from './exclusive-lock';

describe('a lock', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'planner-lock-'));
    file = join(folder, 'deep/lock');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** The process id of a process that has just ended. */
  const deadProcess = () => Number(spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).stdout);

  const leaveBehind = (holder: string, ageInMinutes = 0) => {
    rmSync(join(folder, 'deep'), { recursive: true, force: true });
    const written = join(folder, 'lock');
    writeFileSync(written, holder);
    const then = Date.now() / 1000 - ageInMinutes * 60;
    utimesSync(written, then, then);
    return written;
  };

  it('is held by one at a time', async () => {
    let inside = 0;
    let most = 0;
    const visit = async () => {
      const lock = await takeLock(file);
      most = Math.max(most, ++inside);
      await sleep(2);
      inside -= 1;
      lock.release();
    };
    await Promise.all(Array.from({ length: 20 }, visit));
    expect(most).toBe(1);
    expect(readdirSync(join(folder, 'deep'))).toEqual([]);
  });

  it('is gone after release, and a second release takes nothing from the next holder', async () => {
    const first = await takeLock(file);
    first.release();
    expect(existsSync(file)).toBe(false);
    const second = await takeLock(file);
    expect(existsSync(file)).toBe(true);
    second.release();
  });

  it('is taken over from a process that was killed', async () => {
    const left = leaveBehind(JSON.stringify({ pid: deadProcess(), host: hostname() }));
    const lock = await takeLock(left, 0);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over by exactly one of several that wait', async () => {
    const left = leaveBehind(JSON.stringify({ pid: deadProcess(), host: hostname() }));
    const order: number[] = [];
    await Promise.all(
      [1, 2, 3, 4].map(async (who) => {
        const lock = await takeLock(left);
        order.push(who);
        lock.release();
      }),
    );
    expect(order.sort()).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['a living process', JSON.stringify({ pid: process.pid, host: hostname() })],
    ['a process of another machine', JSON.stringify({ pid: 1, host: 'elsewhere.example' })],
    ['a process that has not written its name yet', ''],
  ])('of %s is waited for, and then reported with its path', async (_, holder) => {
    const left = leaveBehind(holder);
    await expect(takeLock(left, 0)).rejects.toThrow(`remove ${left}`);
    expect(existsSync(left)).toBe(true);
  });

  it('of a silent holder goes after a while', async () => {
    const left = leaveBehind(JSON.stringify({ pid: 1, host: 'elsewhere.example' }), 10);
    const lock = await takeLock(left, 0);
    lock.release();
  });
});
