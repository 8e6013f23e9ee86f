import type { CheckOptions } from '../check-options';

export type VerifyExecutorSchema = CheckOptions;
