export {
  hasRoomIn,
  isAllowed,
  listType,
  reachedStates,
  type ReachedState,
  refusesToRun,
  sizeAfterCreate,
} from '@planner/target';
