export * from './distinct-items';
export type { ListScenario } from './list-scenarios';
export * from './operation-scenario';
export * from './pattern-samples';
export { atLimits, beyondLimits, type LimitSample, type LimitValue } from './scalar-limits';
export {
  bytesValue,
  dayValue,
  decimalValue,
  floatValue,
  minutesValue,
  type TextValue,
  textValue,
  wholeValue,
} from './scalar-values';
export * from './state-variants';
