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
  const own = name === undefined ? request : join(PACKAGES, name, 'src', 'index.ts');
  return resolve.call(this, isSourceOf(rest[0], own) ? own.replace(/\.js$/, '.ts') : own, ...rest);
};
/** A source names another one by what a build makes of it. */
function isSourceOf(parent, request) {
  return request.startsWith('.') && request.endsWith('.js') && parent?.filename?.endsWith('.ts');
}

Module._extensions['.ts'] = (module, file) => {
  const options = {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
  };
  module._compile(transformFileSync(file, options).code, file);
};
