module.exports = { displayName: 'typescript', preset: '../../jest.preset.js' };
