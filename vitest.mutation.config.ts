import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/** The tests that hold evaluator, sums and combination; property tests draw fewer instances, for they run once a mutant. */
export default defineConfig({
  plugins: [tsconfigPaths({ projects: ["tsconfig.json"] })],
  test: {
    include: [
      "app/kernel/decimal.test.ts",
      "app/features/policies/domain/operators.test.ts",
      "app/features/matching/domain/*/{amount,amount-properties,combination,compile-leaf,evaluate,evaluate-properties,firm-combination,missing-facts,rivals}.test.ts",
    ],
    environment: "node",
    env: { PROPERTY_RUNS: "60" },
    testTimeout: 20_000,
  },
});
