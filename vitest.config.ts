import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** Ceilings for a machine that has much else to do. */
const ceilings = { testTimeout: 180_000, hookTimeout: 180_000 };
/** Tests on a database; files of one worker share their modules, since loading these costs more than most tests. */
const onDatabase: TestProjectInlineConfiguration["test"] = {
  include: ["app/**/*.db.test.ts", "prisma/**/*.db.test.ts", "scripts/**/*.db.test.ts"],
  environment: "node",
  globalSetup: ["app/platform/testing/global-setup.ts"],
  ...ceilings,
  maxWorkers: 2,
};
const planted = "**/*.planted.db.test.ts";
const long = "**/*.long.db.test.ts";

export default defineConfig({
  plugins: [tsconfigPaths({ projects: ["tsconfig.json"] })],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "prisma/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
          environment: "node",
          ...ceilings,
          maxWorkers: 2,
          isolate: false,
        },
      },
      { extends: true, test: { ...onDatabase, name: "db", exclude: [planted, long], isolate: false } },
      // Faults are planted in modules here, which nobody else may see.
      { extends: true, test: { ...onDatabase, name: "planted", include: [planted] } },
      // Too long for every time: `npm run test:long`.
      { extends: true, test: { ...onDatabase, name: "long", include: [long] } },
    ],
  },
});
