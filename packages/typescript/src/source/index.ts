export { typescriptReader } from './typescript-reader';
