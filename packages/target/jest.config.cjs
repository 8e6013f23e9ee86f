module.exports = { displayName: 'target', preset: '../../jest.preset.js' };
