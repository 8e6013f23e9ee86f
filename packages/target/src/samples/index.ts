export * from './pattern-samples';
