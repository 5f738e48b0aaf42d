import { parseArgs } from "node:util";
import { findBrowser } from "./lib/browser.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: "1280" },
    login: { type: "string" },
    password: { type: "string", default: "Huiqitong-2026" },
    viewport: { type: "boolean", default: false },
  },
});
const [url, file] = positionals;
if (!url || !file) {
  console.error("usage: node scripts/screenshot.mjs URL FILE.png [--width 375] [--login NAME]");
  process.exit(2);
}
const { chromium } = await import("@playwright/test");
const browser = await chromium.launch(await findBrowser());
const page = await browser.newPage({ viewport: { width: Number(values.width), height: 800 }, locale: "zh-CN" });
page.on("console", (message) => message.type() === "error" && console.error("console:", message.text()));
page.on("pageerror", (error) => console.error("page:", error.message));
if (values.login) {
  await page.goto(new URL("/sign-in", url).href);
  await page.fill("#loginName", values.login);
  await page.fill("#password", values.password);
  await page.click("main button[type=submit]");
  await page.waitForURL((now) => !now.pathname.startsWith("/sign-in"));
}
await page.goto(url, { waitUntil: "networkidle" });
await page.screenshot({ path: file, fullPage: !values.viewport });
await browser.close();
