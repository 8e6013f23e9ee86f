export * from './report';
export { printStylish } from './stylish';
export { printJson } from './json';
export type { JsonFinding, JsonReport } from './json';
export { printSarif } from './sarif';
