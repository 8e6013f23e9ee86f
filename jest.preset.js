const nxPreset = require('@nx/jest/preset').default;

/** Sources are compiled in process, and the packages of this workspace resolve to their sources, so no build is needed to test. */
module.exports = {
  ...nxPreset,
  testEnvironment: 'node',
  transform: {
    '^.+\\.[cm]?ts$': ['@swc/jest', { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@planner/([a-z-]+)$': `${__dirname}/packages/$1/src/index.ts` },
  coverageReporters: ['text-summary'],
};
