export * from './check-skeleton';
