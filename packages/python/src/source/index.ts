export { createPythonReader } from './python-reader';
