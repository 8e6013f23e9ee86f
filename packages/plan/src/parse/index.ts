export { formatDiagnostic, sortedByPosition } from './findings';
export { parsePlan, readCreated } from './parse-plan';
export { readHours } from './estimates';
export type { PlanSource } from './source-lines';
