module.exports = {
  displayName: 'e2e',
  preset: '../../jest.preset.js',
  // Two at a time, each in a workspace of its own: much of what they do waits for one thing, and two cores are the smallest
  // machine that this runs on.
  maxWorkers: 2,
  globalSetup: '<rootDir>/src/workspace/global-setup.ts',
  globalTeardown: '<rootDir>/src/workspace/global-teardown.ts',
  testTimeout: 600_000,
};
