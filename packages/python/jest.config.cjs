module.exports = { displayName: 'python', preset: '../../jest.preset.js' };
