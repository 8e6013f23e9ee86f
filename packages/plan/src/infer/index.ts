export { followEarlier } from './follow';
export { inferModel, type Inference } from './infer-model';
export { inferPlacements, type InferredPlacements, type PlacementInference } from './infer-placements';
export type { Unplaced } from './listed-paths';
