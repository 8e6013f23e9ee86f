const nxPreset = require('@nx/jest/preset').default;

const swc = (parser) => ['@swc/jest', { swcrc: false, jsc: { parser, target: 'es2023' }, module: { type: 'commonjs' } }];

/** Sources are compiled in process, and the packages of this workspace resolve to their sources, so no build is needed to test. */
module.exports = {
  ...nxPreset,
  testEnvironment: 'node',
  // Not a measure of anything: a busy machine is no failure.
  testTimeout: 60_000,
  transform: {
    '^.+\\.[cm]?ts$': swc({ syntax: 'typescript' }),
    // Ships as ES modules only. Node requires those, Jest does not.
    '/node_modules/oxc-parser/.+\\.js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: ['/node_modules/(?!oxc-parser/)'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@planner/([a-z-]+)$': `${__dirname}/packages/$1/src/index.ts` },
  coverageReporters: ['text-summary'],
};
