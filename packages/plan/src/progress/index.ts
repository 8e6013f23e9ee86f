export {
  planProgress,
  type ChecklistProgress,
  type PhaseProgress,
  type PlanProgress,
  type Progress,
} from './plan-progress';
