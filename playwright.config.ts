import { defineConfig, type Project } from "@playwright/test";
import { findBrowser } from "./scripts/lib/browser.mjs";

const launchOptions = await findBrowser();
const servers = JSON.parse(process.env["TEST_SERVERS"] ?? "{}") as Record<string, { address: string; mail: string }>;

/** Tests that one server has to itself, in the order of their files' names. */
const onServer = (server: "clock" | "still", project: Project): Project => ({
  ...project,
  workers: 1,
  use: { ...project.use, baseURL: servers[server]?.address },
  metadata: { mail: servers[server]?.mail },
});
const desktop = { viewport: { width: 1280, height: 800 } };
/** Journeys that put the clock forward, which ends what others look at, and pages that are sound on any day: half of all in time. */
const forward = /(journey|second-application|walk-commitment|walk-list|walk-recovery|pages)\.spec/;

export default defineConfig({
  testDir: "e2e",
  workers: 2,
  retries: 0,
  // Ceilings for a machine that has much else to do: a test goes on as soon as what it waits for is there.
  timeout: 1_800_000,
  expect: { timeout: 60_000, toPass: { timeout: 180_000 } },
  reporter: [["list"]],
  use: {
    launchOptions,
    locale: "zh-CN",
    actionTimeout: 60_000,
    // It would cost a sixth of the time; what a test waited for in vain stands in its message.
    trace: "off",
  },
  projects: [
    onServer("clock", { name: "clock", testMatch: forward, use: desktop }),
    onServer("still", { name: "still", testIgnore: forward, use: desktop }),
    onServer("still", {
      name: "phone",
      testMatch: /public|register|industry/,
      use: { viewport: { width: 375, height: 812 } },
    }),
  ],
});
