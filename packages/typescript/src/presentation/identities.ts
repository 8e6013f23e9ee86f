export { aggregateNamed, entityNamed, impliedIdentity } from '@planner/target';
