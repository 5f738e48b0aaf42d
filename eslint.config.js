import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import typescript from "typescript-eslint";

const tablesTouched = [
  ...["object.object.name", "object.object.property.name"].map((holder) => ({
    selector: `MemberExpression[${holder}=/^(tx|prisma)$/][property.name=/^(find|create|update|delete|upsert|count|aggregate|groupBy)/]`,
    message: "Adapters alone touch tables.",
  })),
  {
    selector: "MemberExpression[property.name=/^\\$(query|execute)Raw/]",
    message: "Adapters alone touch tables.",
  },
];
const castOverUnknown = {
  selector: "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']",
  message: "A stored value is read by a reader (kernel/stored), written by toJson.",
};

export default typescript.config(
  {
    ignores: [
      "build/**",
      "app/generated/**",
      ".cache/**",
      ".data/**",
      "rules/**",
      "node_modules/**",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  ...typescript.configs.recommended,
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      complexity: ["error", { max: 12, variant: "modified" }],
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      // What the formatter leaves long: all but text, SQL, patterns, and code that has one of these in it.
      "max-len": [
        "error",
        { code: 120, comments: 140, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
      ],
      "no-console": "off",
    },
  },
  // Texts and data are read by key, a test from its top.
  { files: ["app/**/*.{zh,en}.ts", "scripts/life/city/items.ts"], rules: { "max-lines": ["error", { max: 380 }] } },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**/*.ts"],
    rules: { "max-lines": ["error", { max: 400 }], "max-lines-per-function": "off" },
  },
  {
    files: ["**/*.tsx"],
    ...jsxA11y.flatConfigs.recommended,
    plugins: { ...jsxA11y.flatConfigs.recommended.plugins, "react-hooks": reactHooks },
  },
  { files: ["**/*.tsx"], rules: reactHooks.configs.recommended.rules },
  // Pages that show a part or not, many times over: a branch in markup each.
  {
    files: ["admin.users.$id", "firm.applications.$id", "firm.drafts.$id"].map(
      (page) => `app/routes/*/${page}/route.tsx`,
    ),
    rules: { complexity: ["error", { max: 22, variant: "modified" }] },
  },
  { files: ["**/*.{mjs,cjs}", "*.config.{js,ts}"], languageOptions: { globals: globals.node } },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  // Adapters alone touch tables; platform and process ask after the database itself. What a JSON column holds is read by a reader.
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/**/adapters/**", "app/{platform,server}/**", "app/**/testing/**", "**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...tablesTouched] },
  },
  {
    files: ["app/features/*/use-cases/**/*.ts", "app/routes/**/*.{ts,tsx}"],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...tablesTouched, castOverUnknown] },
  },
  {
    files: ["app/features/*/adapters/**/*.ts"],
    ignores: ["**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", castOverUnknown] },
  },
  // What interfaces of several places are merged of (the words of all contexts) has no members of its own.
  {
    files: ["app/words/zh.ts"],
    rules: { "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }] },
  },
  // Keys of words are checked as they are compiled: the hook of our own does it.
  {
    files: ["app/**"],
    ignores: ["app/i18n/use-words.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "react-i18next", importNames: ["useTranslation"], message: "Use useWords of ~/i18n/use-words." },
          ],
        },
      ],
    },
  },
  // The oracle of a life is no judge of itself: it knows nothing of the product.
  {
    files: ["scripts/life/oracle/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { regex: "^(?!node:|vitest$|\\./[a-z-]+$)", message: "The oracle reads rules/ and the diary alone." },
          ],
        },
      ],
    },
  },
);
