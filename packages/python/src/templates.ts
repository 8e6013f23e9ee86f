import { templateFolder } from '@planner/target';
import { join } from 'node:path';

/** The templates of this package; found from `src` and from `dist`. */
export const TEMPLATES = templateFolder(join(__dirname, '..', 'templates'));
