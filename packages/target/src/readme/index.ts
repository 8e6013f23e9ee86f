export * from './readme-view';
