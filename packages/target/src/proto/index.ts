export * from './numbers';
export * from './proto-model';
export { protoModel } from './build';
export { renderProto } from './render-proto';
