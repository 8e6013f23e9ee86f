export * from './template-folder';
