export { layersCheck } from './check-layers';
export { LAYER_RULES } from './rules';
