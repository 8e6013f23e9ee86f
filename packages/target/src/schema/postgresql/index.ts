export * from './conversions';
export * from './effects';
export * from './index-expressions';
export * from './literals';
