import { folderOf } from '@planner/target';

/** The folder and all above it, up to the workspace root. */
export function upwards(folder: string): string[] {
  const folders = [folder];
  for (let each = folder; each !== ''; each = folderOf(each)) folders.push(folderOf(each));
  return folders;
}
