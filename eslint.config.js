import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const TYPESCRIPT = ["**/*.ts", "**/*.tsx"];
const TESTS = ["**/*.test.ts", "**/*.test.tsx", "tests/**"];

/** Each ban: what it matches, and what to do instead. Named so that one file can be let off one of them. */
const BANS = {
  rawMarkup: [
    {
      selector: "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML']",
      message: "Text from people is rendered by React, never as markup (V-02).",
    },
  ],
  rawSql: [
    {
      selector: "MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/]",
      message: "Write SQL as a tagged template, $queryRaw`...`, so that values stay values (V-06).",
    },
    {
      selector: "MemberExpression[property.value=/^\\$(query|execute)RawUnsafe$/]",
      message: "Write SQL as a tagged template, $queryRaw`...`, so that values stay values (V-06).",
    },
    {
      selector: "MemberExpression[object.name='Prisma'][property.name='raw']",
      message: "Prisma.raw puts text into SQL as it is; compose with Prisma.sql (V-06).",
    },
  ],
  weakenedSuite: [
    {
      selector: "MemberExpression[property.name=/^(skip|only)$/][object.name=/^(it|test|describe|suite)$/]",
      message: "A suite that leaves tests out says less than it seems to.",
    },
    {
      selector:
        "MemberExpression[property.name=/^(skip|only)$/][object.property.name=/^(describe|concurrent|sequential)$/]",
      message: "A suite that leaves tests out says less than it seems to.",
    },
  ],
  styleAttribute: [
    {
      selector: "JSXAttribute[name.name='style']",
      message: "The content security policy refuses style attributes: use a class.",
    },
  ],
};

/** @param {(keyof typeof BANS)[]} names */
const ban = (...names) => ["error", ...names.flatMap((name) => BANS[name])];

const RENDER_TO_STRING = {
  name: "react-dom/server",
  importNames: ["renderToString"],
  message: "With single fetch it leaves out the loader data and the page never hydrates: use renderToPipeableStream.",
};
const PROCESS = ["process", "node:process"].map((name) => ({
  name,
  importNames: ["env", "default"],
  message: "Settings come from app/platform/env.server.ts.",
}));
const LUCIA = { name: "lucia", message: "Sessions have one wrapper: app/platform/sessions.server.ts." };
const MEILISEARCH = {
  name: "meilisearch",
  message: "The search engine is known to app/platform and app/domain/search only.",
};
const RAW_SQL_IMPORTS = ["@prisma/client/runtime/client", "sql-template-tag"].map((name) => ({
  name,
  importNames: ["raw"],
  message: "It puts text into SQL as it is (V-06).",
}));

/** @param {object[]} paths */
const banImports = (...paths) => ["error", { paths }];

export default defineConfig(
  globalIgnores(["build/", ".data/", "coverage/", "playwright-report/", "test-results/", "app/platform/generated/"]),
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-restricted-syntax": ban("rawMarkup", "rawSql", "weakenedSuite"),
      "no-restricted-imports": banImports(LUCIA, MEILISEARCH, RENDER_TO_STRING, ...RAW_SQL_IMPORTS),
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true, named: true, namedFrom: true, defaultFrom: true } },
      ],
      eqeqeq: ["error", "always"],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-control-regex": "error",
      "no-empty": "error",
      "no-fallthrough": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "prefer-const": "error",
    },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      // Numbers and booleans read well in a template; objects and null do not.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_$", ignoreRestSiblings: true },
      ],
      // Text is taken apart by code points on purpose.
      "@typescript-eslint/no-misused-spread": "off",
      // `onClick={() => act()}` and `void act()` say the same without a block.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // Remix throws responses: that is how a loader says 404.
      "@typescript-eslint/only-throw-error": "off",
      // A function is async because its callers wait for it, whether or not it waits itself today.
      "@typescript-eslint/require-await": "off",
    },
  },
  { files: ["**/*.tsx"], extends: [reactHooks.configs.flat["recommended-latest"]] },
  {
    files: ["app/**"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": ban("rawMarkup", "rawSql", "weakenedSuite", "styleAttribute"),
      "no-restricted-imports": banImports(LUCIA, MEILISEARCH, RENDER_TO_STRING, ...RAW_SQL_IMPORTS, ...PROCESS),
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Settings come from app/platform/env.server.ts." },
      ],
    },
  },
  { files: ["app/platform/env.server.ts"], rules: { "no-restricted-properties": "off" } },
  {
    files: ["app/platform/session*.ts"],
    rules: { "no-restricted-imports": banImports(MEILISEARCH, RENDER_TO_STRING, ...RAW_SQL_IMPORTS, ...PROCESS) },
  },
  {
    files: ["app/platform/**", "app/domain/search/**"],
    ignores: ["app/platform/session*.ts"],
    rules: { "no-restricted-imports": banImports(LUCIA, RENDER_TO_STRING, ...RAW_SQL_IMPORTS, ...PROCESS) },
  },
  {
    // The client's replacement for a transport of one's own is not there yet, and its own costs 45 ms a query.
    files: ["app/platform/meilisearch.server.ts"],
    rules: { "@typescript-eslint/no-deprecated": "off" },
  },
  {
    // What loads these files asks for a default export: Remix, the tools they configure, and Vitest's and Playwright's set-up.
    files: [
      "app/root.tsx",
      "app/entry.*.tsx",
      "app/routes/*.{ts,tsx}",
      "app/routes/*/route.{ts,tsx}",
      "*.config.{js,ts}",
      "tests/support/start-engines.ts",
      "tests/e2e/global-{setup,teardown}.ts",
    ],
    rules: { "no-restricted-exports": "off" },
  },
  {
    files: TESTS,
    rules: {
      // Tests set the settings that the code under test reads.
      "no-restricted-properties": "off",
      // Payloads of attacks are plain text here.
      "no-script-url": "off",
      // Matchers such as expect.any() are typed any, and mocks take methods off their objects.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-empty-function": "off",
    },
  },
  {
    // The tests' set-up cleans the engine up after runs that were cut off.
    files: ["tests/support/**"],
    rules: { "no-restricted-imports": banImports(LUCIA, RENDER_TO_STRING, ...RAW_SQL_IMPORTS) },
  },
  {
    // Table names can't be parameters of a statement; here they come from the catalogue, quoted by it.
    files: ["tests/support/database.ts"],
    rules: { "no-restricted-syntax": ban("rawMarkup", "weakenedSuite") },
  },
);
