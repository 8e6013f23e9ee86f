// npm run new-workspace -- <dir>
import { join, resolve } from 'node:path';
import { createWorkspace } from './create-workspace.mjs';

const target = process.argv[2];
if (target === undefined || target.startsWith('-')) {
  console.error('Usage: npm run new-workspace -- <dir>\nMakes a fresh Nx workspace with planner installed, in an empty folder outside this repository.');
  process.exit(1);
}

try {
  // npm starts a script in the repository; what a person names is relative to where they are.
  const from = process.env.INIT_CWD ?? process.cwd();
  const directory = await createWorkspace(join(import.meta.dirname, '..', '..'), resolve(from, target));
  console.log(`\n${directory} is ready. Next:\n  cd ${directory}\n  npx nx g planner:plan "Order tracking" --context=orders --aggregate="Order symbol:string quantity:int"`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
