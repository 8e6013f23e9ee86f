module.exports = {
  displayName: 'e2e',
  preset: '../../jest.preset.js',
  // One workspace serves all files, and two cores are the smallest machine that this runs on.
  maxWorkers: 1,
  globalSetup: '<rootDir>/src/workspace/global-setup.ts',
  globalTeardown: '<rootDir>/src/workspace/global-teardown.ts',
  testTimeout: 600_000,
};
