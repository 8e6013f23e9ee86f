/** The parts of `35-001-websocket-notification-plan.md`. */
export interface PlanFileName {
  /** ISO week, 1 to 53. */
  readonly week: number;
  /** 1 to 999. */
  readonly increment: number;
  readonly slug: string;
}

/** The last increment that three digits can write. */
export const MAX_INCREMENT = 999;

/**
 * Reads a plan's file name (without folders).
 *
 * The slug is taken as it stands, so that a plan that somebody named `35-001-Order_Book-plan.md` still counts.
 *
 * @returns undefined for a name that does not have the plan format's form, week 00 or 54, and increment 000
 */
export function parsePlanFileName(name: string): PlanFileName | undefined {
  const [, week, increment, slug] = /^(\d{2})-(\d{3})-([^/\\]+)-plan\.md$/i.exec(name) ?? [];
  if (week === undefined || increment === undefined || slug === undefined) return undefined;
  const parsed = { week: Number(week), increment: Number(increment), slug };
  if (parsed.week < 1 || parsed.week > 53 || parsed.increment < 1) return undefined;
  return parsed;
}

/** Writes the file name; the inverse of {@link parsePlanFileName}. */
export function formatPlanFileName(name: PlanFileName): string {
  return `${shortPlanId(name)}-${name.slug}-plan.md`;
}

/** `35-001`, by which a plan is named on a command line and in `TODO(35-001)`. */
export function shortPlanId(name: Pick<PlanFileName, 'week' | 'increment'>): string {
  return `${String(name.week).padStart(2, '0')}-${String(name.increment).padStart(3, '0')}`;
}

/** The short id of the plan at a path; empty if its name is no plan's. */
export function planIdOf(path: string): string {
  const name = parsePlanFileName(baseName(path));
  return name ? shortPlanId(name) : '';
}

/** The last part of a path, whatever its separators. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
