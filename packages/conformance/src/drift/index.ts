export * from './check-drift';
