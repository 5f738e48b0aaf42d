import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/lib/browser.mjs";

const launchOptions = await findBrowser();

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  retries: 0,
  // Ceilings for a machine that has much else to do: a test goes on as soon as what it waits for is there.
  timeout: 1_800_000,
  expect: { timeout: 60_000, toPass: { timeout: 180_000 } },
  reporter: [["list"]],
  use: {
    baseURL: process.env["BASE_URL"],
    launchOptions,
    locale: "zh-CN",
    actionTimeout: 60_000,
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", testMatch: /public|register|industry/, use: { viewport: { width: 375, height: 812 } } },
  ],
});
