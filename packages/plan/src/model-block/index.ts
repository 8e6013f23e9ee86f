export { printModelBlock } from './print-block';
export { printType } from './print-type';
export { emptyDeclaration, readModelBlock, readModelFile } from './read-block';
export type { BlockOrigin, BlockReading } from './read-block';
export { readAggregateShorthand } from './shorthand';
