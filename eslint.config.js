import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const UI = ['plugin-ui/**/*.ts', 'host-shim/shell/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', '**/*.mjs', '**/*.cjs', '*.config.*', '**/vite.config.ts'] },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A port or a Fastify hook may have to be async without having anything to await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
    },
  },
  {
    // Casts hide what a type would say; only the edges, where foreign data comes in, may need one.
    files: ['core/**/*.ts'],
    ignores: ['core/domain/ids.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  { files: UI, ...lit['flat/recommended'] },
  { files: UI, ...wc['flat/recommended'] },
  { files: UI, plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
  // An element with its template may be longer (style of the house: 400).
  { files: UI, rules: { 'max-lines': ['error', { max: 400 }] } },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 500 }],
    },
  },
  { files: ['test/bench/**/*.ts', 'test/support/plain-summary.ts', 'scripts/**/*.ts'], rules: { 'no-console': 'off' } },
);
