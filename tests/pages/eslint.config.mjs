// Rules for the pages' scripts and for the tests that drive them. ESLint runs in the root of the
// source tree with this file from the build tree, where its packages are.
import js from '@eslint/js';
import globals from 'globals';

const NO_MARKUP = ['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
  property,
  message: 'Write text as text: use textContent or h().',
}));

// Names of C++: `name_` for a member, `kName` for a constant.
const FOREIGN_NAMES = [
  {
    selector: 'MemberExpression[computed=false] > Identifier.property[name=/^[a-z].*_$/]',
    message: 'A private member is #name.',
  },
  { selector: ':matches(MethodDefinition, PropertyDefinition) > Identifier.key[name=/_$/]', message: 'Use #name.' },
  {
    selector: ':matches(VariableDeclarator, FunctionDeclaration) > Identifier.id[name=/^k[A-Z]/]',
    message: 'A constant of a module is NAMED_SO.',
  },
];

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      camelcase: ['error', { properties: 'never', ignoreDestructuring: true }],
      eqeqeq: 'error',
      'max-len': ['error', { code: 120, ignoreUrls: true }],
      'no-restricted-properties': ['error', ...NO_MARKUP],
      'no-restricted-syntax': ['error', ...FOREIGN_NAMES],
      'no-shadow': 'error',
      'no-unused-vars': ['error', { args: 'after-used' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['webroot/js/**/*.js', 'webroot/kit/*.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['tests/**/*.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    // The name of a test is a sentence, and an address is a text without blanks.
    rules: { 'max-len': ['error', { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true }] },
  },
  // A table of words has one entry a line, however long the sentence.
  { files: ['webroot/js/**/words.js', 'webroot/js/**/words/*.js'], rules: { 'max-len': 'off' } },
];
