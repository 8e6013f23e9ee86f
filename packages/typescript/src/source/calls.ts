/** Calls that a value passes through: what they are given is what they give back. */
export const TRANSPARENT = new Set(['Object.freeze', 'String', 'Object.seal']);

/** A module that a test replaces is not taken in. */
export const MOCKING = /^(?:jest|vi|vitest)\.(?:mock|doMock|unmock|dontMock|doUnmock|setMock)$/;

/** Calls that load a module, or look for it, by its name. */
export const LOADING = new Set(['require', 'require.resolve', 'import.meta.resolve']);
