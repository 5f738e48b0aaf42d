import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** The tests that hold evaluator, sums and combination; property tests draw fewer instances, for they run once a mutant. */
export default defineConfig({
  plugins: [tsconfigPaths({ projects: ["tsconfig.json"] })],
  test: {
    include: [
      "amount",
      "amount-properties",
      "combination",
      "compile-leaf",
      "decimal",
      "evaluate",
      "evaluate-properties",
      "firm-combination",
      "missing-facts",
      "operators",
      "rivals",
    ].map((name) => `app/features/matching/domain/${name}.test.ts`),
    environment: "node",
    env: { PROPERTY_RUNS: "60" },
    testTimeout: 20_000,
  },
});
