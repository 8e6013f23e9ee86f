/**
 * Prints what is going on: one line per step with its seconds, so that nobody looks at a still screen.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const started = Date.now();
  if (process.stdout.isTTY) process.stdout.write(`· ${what} …`);
  else console.log(`· ${what} …`);
  const result = await work();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K`);
  console.log(`✓ ${what} (${seconds} s)`);
  return result;
}
