export { environmentCheck } from './check-environment';
export { ENVIRONMENT_RULES } from './rules';
