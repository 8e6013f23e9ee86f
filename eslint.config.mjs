import nx from '@nx/eslint-plugin';
import jsoncParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/**
 * Which room may import from which: docs/architecture.md. The tag of a package is in its package.json.
 */
const rooms = {
  model: [],
  plan: ['model'],
  target: ['model'],
  conformance: ['model', 'plan', 'target'],
  typescript: ['model', 'target'],
  python: ['model', 'target'],
  planner: ['model', 'plan', 'target', 'conformance', 'typescript', 'python'],
  testing: ['model', 'plan'],
  e2e: ['model', 'plan', 'target', 'conformance', 'typescript', 'python', 'planner', 'testing'],
};

/** The rule with the rooms of `extra` open to everybody: specs may use the fixtures of `testing`, sources may not. */
function boundaries(extra = []) {
  return [
    'error',
    {
      enforceBuildableLibDependency: true,
      allow: [],
      // The plugin loads it only when a project is inferred anew: every command of Nx loads the plugin. Executors need it at once.
      checkDynamicDependenciesExceptions: ['@planner/conformance'],
      depConstraints: Object.entries(rooms).map(([room, allowed]) => ({
        sourceTag: `room:${room}`,
        onlyDependOnLibsWithTags: [room, ...allowed, ...extra].map((name) => `room:${name}`),
      })),
    },
  ];
}

export default tseslint.config(
  { ignores: ['**/dist', '**/out-tsc', '**/node_modules', '**/coverage', '**/templates/**', 'tmp', 'docs/example'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { plugins: { '@nx': nx } },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      // Numbers and booleans read well in a message.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `(event) => log(event)` is how a callback is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A leading underscore says that a parameter, or what a destructuring leaves out, is not used.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A class with one static factory is a value object, not a namespace.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['**/*.spec.ts', '**/src/testing/**/*.ts', 'packages/planner-e2e/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(['testing']),
      // In a test the wrong assumption is a failure with a line, which is what a test is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Checks are given what languages read; their tests take it from the languages there are.
    files: ['packages/conformance/**/*.spec.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(['testing', 'typescript', 'python']) },
  },
  {
    files: ['packages/planner/package.json', 'packages/planner/generators.json', 'packages/planner/executors.json'],
    languageOptions: { parser: jsoncParser },
    rules: { '@nx/nx-plugin-checks': ['error', { allowedVersionStrings: [] }] },
  },
  {
    files: ['packages/*/package.json'],
    languageOptions: { parser: jsoncParser },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          buildTargets: ['build'],
          // Its grammar is loaded as a file.
          ignoredDependencies: ['tree-sitter-python'],
          ignoredFiles: [
            '{projectRoot}/eslint.config.mjs',
            '{projectRoot}/jest.config.cjs',
            '{projectRoot}/**/*.spec.ts',
            '{projectRoot}/src/testing/**',
          ],
        },
      ],
    },
  },
  {
    files: ['tools/**/*.mjs'],
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: 'module',
      globals: {
        Buffer: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: {
      'no-unused-vars': 'error',
      'no-undef': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
);
