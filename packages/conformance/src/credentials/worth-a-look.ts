import { kindOfName } from './names';

/** A text may hold a credential whatever it is called. True of every text that one of the readers of connections finds something in. */
const WORTH_A_LOOK =
  /:\/\/|@|pass|pwd|key=|secret|identified|requirepass|MYSQL_PWD|REDISCLI|-----BEGIN|gh[pousr]_|github_pat_|glpat-|xox[abpr]-|k_live_|sk-|SG\.|AIza|npm_|pypi-|hf_|_v1_|hvs\.| -[pPau] ?\S|\$\{/i;

export function isWorthALook(text: string): boolean {
  return WORTH_A_LOOK.test(text);
}

/** Names that say what the value beside them is. */
const NEIGHBOURS = new Set(
  'name key value host hostname server address user username userid user_name uid login usr database dbname db port dialect engine driver adapter drivername schema initialcatalog connectstring sid default kind'.split(
    ' ',
  ),
);

/** Whether a value of a configuration has anything to do with credentials. Most have not, and need not be kept. */
export function mayMatter(name: string, text: string): boolean {
  return NEIGHBOURS.has(name.toLowerCase()) || kindOfName(name) !== 'other' || isWorthALook(text);
}
