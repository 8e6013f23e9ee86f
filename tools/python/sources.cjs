/**
 * Lets `require` load the TypeScript sources of this repository's packages as they stand, without a build: types may be wrong
 * while somebody is at work.
 */
const { transformFileSync } = require('@swc/core');
const Module = require('node:module');
const { join } = require('node:path');

const PACKAGES = join(__dirname, '..', '..', 'packages');
const { _resolveFilename: resolve } = Module;

Module._resolveFilename = function (request, ...rest) {
  const [, name] = /^@planner\/([a-z-]+)$/.exec(request) ?? [];
  return resolve.call(this, name === undefined ? request : join(PACKAGES, name, 'src', 'index.ts'), ...rest);
};
Module._extensions['.ts'] = (module, file) => {
  const options = {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  };
  module._compile(transformFileSync(file, options).code, file);
};
