import type { ExecutorContext } from '@nx/devkit';
import { runCheck } from '../../report/run-check';
import { lookAtProject } from '../../verify/look-at-project';
import type { VerifyExecutorSchema } from './schema';

/** `nx run <project>:plan-verify`: the code of a project against its plans and the rules of its layers. */
export default function verifyExecutor(
  options: VerifyExecutorSchema,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { root, projectName: name = '', targetName = '', projectsConfigurations } = context;
  const projects = Object.values(projectsConfigurations.projects).map((project) => folderOf(project.root));
  const directory = folderOf(projectsConfigurations.projects[name]?.root ?? '.');
  const place = { root, name, directory, projects };
  return runCheck(
    { root, directory, task: `${name}:${targetName}`, look: (settings) => lookAtProject(place, settings) },
    options,
  );
}

/** Nx writes `.` for a project that is the workspace itself. */
function folderOf(root: string): string {
  return root === '.' ? '' : root;
}
