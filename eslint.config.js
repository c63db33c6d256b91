import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const electronOnlyInDesktop = {
  paths: [
    { name: 'electron', message: 'Only main/desktop.ts, main/preload.ts and main/desktop/ know Electron.' },
  ],
};
/** Imports point one way: renderer → (types) archive → search → library. */
const border = (message, ...group) => ({ group, message });

/** Old laptops: with no reader there is no work. A single delay is fine. */
const idle = 'Nothing runs when idle: answer to an event instead of the clock.';

export default ts.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', 'test-results/', 'release/', 'packaging/icons/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-undef': 'off',
    },
  },
  {
    files: ['renderer/**'],
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/main/**'],
              allowTypeImports: true,
              message: 'The window imports types only from main/.',
            },
            { group: ['node:*'], message: 'The window has no Node.' },
          ],
        },
      ],
      // These rules are for SvelteKit's links and for mutated built-ins; here both are replaced whole.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
  },
  {
    files: ['main/**', 'renderer/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'setInterval', message: idle }],
      'no-restricted-properties': ['error', { property: 'setInterval', message: idle }],
    },
  },
  {
    files: ['main/**'],
    ignores: ['main/desktop.ts', 'main/preload.ts', 'main/desktop/**'],
    rules: { 'no-restricted-imports': ['error', electronOnlyInDesktop] },
  },
  {
    files: ['main/library/**'],
    ignores: ['main/library/compile.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          ...electronOnlyInDesktop,
          patterns: [border('The library knows nothing above it.', '../search/*', '../archive/*')],
        },
      ],
    },
  },
  {
    files: ['main/search/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          ...electronOnlyInDesktop,
          patterns: [border('Search knows nothing of the archive.', '../archive/*')],
        },
      ],
    },
  },
);
