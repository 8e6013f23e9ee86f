export { type ExposedAggregate, exposedAggregates, type ExposedOperation } from '@planner/target';
