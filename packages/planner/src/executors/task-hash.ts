import { randomUUID } from 'node:crypto';
import type { CustomHasher, Hash, Task } from '@nx/devkit';

/** Options that write into the workspace: what such a run did cannot be taken from a cache. */
const WRITING = ['fix', 'updateBaseline', 'update-baseline'];

/**
 * The hash of a check: Nx's own, unless the run writes into the workspace. Such a run is never found in a cache, or a second
 * `--fix` after an undo would do nothing.
 */
const taskHash: CustomHasher = async (task, { hasher, taskGraph }) => {
  const hash = await hasher.hashTask(task, taskGraph, process.env);
  return writes(task) ? once(hash) : hash;
};

export default taskHash;

function writes({ overrides }: Task): boolean {
  return WRITING.some(
    (name) => Object.hasOwn(overrides, name) && isOn((overrides)[name]),
  );
}

function isOn(value: unknown): boolean {
  return value !== false && value !== 'false';
}

function once(hash: Hash): Hash {
  return { ...hash, value: `${hash.value}-${randomUUID()}` };
}
