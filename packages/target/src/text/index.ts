export * from './literals';
