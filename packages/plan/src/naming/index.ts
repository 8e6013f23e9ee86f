export { isCalendarDate, isoWeekOf, type IsoWeek } from './iso-week';
export { foldLetters, MAX_SLUG_LENGTH, slugOf } from './slug';
export {
  baseName,
  formatPlanFileName,
  MAX_INCREMENT,
  parsePlanFileName,
  planIdOf,
  shortPlanId,
  type PlanFileName,
} from './plan-file-name';
export { nextPlanFileName, type ExistingPlan, type NextPlan } from './next-plan';
export { findPlan, type FoundPlan, type KnownPlan } from './find-plan';
