export {
  aggregateNamed,
  aggregateOf,
  finderOf,
  impliedProperties,
  operationOf,
  type RequestSlot,
  requestSlots,
} from '@planner/target';
