export {
  answeredTypes,
  type ExposedRpc,
  exposedRpcs,
  isCarried,
  isDraft,
  messageNamed,
  messageOfType,
  type Sent,
  sentTypes,
  slotOf,
} from '@planner/target';
