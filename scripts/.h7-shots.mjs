import { findBrowser } from "./lib/browser.mjs";
import { chromium } from "@playwright/test";
const base = "http://localhost:3107";
const plan = JSON.parse(process.argv[2]);
const widths = (process.argv[3] ?? "1280,375").split(",").map(Number);
const browser = await chromium.launch(await findBrowser());
for (const [login, pages] of Object.entries(plan)) {
  const ctx = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 800 } });
  const page = await ctx.newPage();
  page.on("console", (m) => m.type() === "error" && console.error("console:", page.url(), m.text().slice(0, 300)));
  page.on("pageerror", (e) => console.error("page:", page.url(), e.message.slice(0, 300)));
  if (login !== "-") {
    await page.goto(base + "/sign-in"); await page.fill("#loginName", login); await page.fill("#password", "Huiqitong-2026");
    await page.click("main button[type=submit]"); await page.waitForURL((n) => !n.pathname.startsWith("/sign-in"));
  }
  for (const [name, path] of Object.entries(pages)) for (const w of widths) {
    await page.setViewportSize({ width: w, height: 800 });
    const r = await page.goto(base + path, { waitUntil: "networkidle" });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    console.log(name, w, r.status(), overflow > 0 ? "OVERFLOW " + overflow : "");
    await page.screenshot({ path: `/tmp/h7/${name}-${w}.png`, fullPage: true });
  }
  await ctx.close();
}
await browser.close();
