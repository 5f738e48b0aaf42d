import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "./lib/browser.mjs";
import { freePort } from "./lib/port.mjs";
import { build, checkNode, generate, install } from "./lib/prepare.mjs";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, shots: { type: "string" } } });

/** A line of 400 kbit/s, 300 ms away, and what a first visit may cost on it. */
const line = { offline: false, latency: 300, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const bars = { firstVisitKb: 300, lcpMs: 2500 };
const visits = 5;

checkNode();
await install({ tests: true });
await generate();
await build();
process.env.HQT_DATA_DIR = path.join(".cache", "weight");
for (const name of ["DATABASE_URL", "MIGRATE_DATABASE_URL", "STORAGE_DIR"]) delete process.env[name];
const { environment, openDatabase } = await import("./lib/database.mjs");
const { startServer } = await import("./lib/server.mjs");
const { secrets } = await import("./lib/secrets.mjs");
const database = await openDatabase();
const port = String(await freePort());
const server = await startServer(
  environment(database, { ...secrets(), PORT: port, NODE_ENV: "test", DEMO: "1", RATE_LIMIT_FACTOR: "1000" }),
  { quiet: true },
);
try {
  const withFont = await measured("with", await chineseFonts());
  const without = await measured("without", emptyFonts());
  const result = { ...withFont, withoutSystemFont: without };
  console.log(
    values.json
      ? JSON.stringify(result)
      : `front page ${withFont.firstVisitKb} KB (at most ${bars.firstVisitKb}), ${withFont.requests} requests, largest paint ${withFont.lcpMs} ms (at most ${bars.lcpMs}); without a Chinese font ${without.firstVisitKb} KB`,
  );
} finally {
  await server.stop();
  await database.stop();
}

/** The median of five first visits by a browser with those fonts. */
async function measured(name, fonts) {
  const { chromium } = await import("@playwright/test");
  const options = await findBrowser();
  const browser = await chromium.launch({
    ...options,
    env: { ...process.env, ...options.env, FONTCONFIG_FILE: fonts },
  });
  try {
    const all = [];
    for (let visit = 0; visit < visits; visit += 1) all.push(await firstVisit(browser));
    if (values.shots) for (const width of [375, 1280]) await shot(browser, width, name);
    return Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((each) => each[key]))]));
  } finally {
    await browser.close();
  }
}

/** One visit with an empty cache: what came over the line, and when the largest part of the page was shown. */
async function firstVisit(browser) {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, locale: "zh-CN" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  let [bytes, requests] = [0, 0];
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.goto(`${server.address}/`, { waitUntil: "networkidle", timeout: 120_000 });
  const lcpMs = Math.round(await painted(page));
  await context.close();
  return { firstVisitKb: Math.round(bytes / 1000), requests, lcpMs };
}

/** When the largest part was painted (ms after the start), asked once the fonts are there and two more frames were drawn. */
async function painted(page) {
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return new Promise((resolve) =>
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
        type: "largest-contentful-paint",
        buffered: true,
      }),
    );
  });
}

async function shot(browser, width, name) {
  mkdirSync(values.shots, { recursive: true });
  const page = await browser.newPage({ viewport: { width, height: 800 }, locale: "zh-CN" });
  await page.goto(`${server.address}/`, { waitUntil: "networkidle" });
  await painted(page);
  await page.screenshot({ path: path.join(values.shots, `${name}-${width}.png`), fullPage: true });
  await page.close();
}

/** A fontconfig with the sans-serif font that documents use, as a device in China has one. */
async function chineseFonts() {
  const require = createRequire(import.meta.url);
  const unpack = require("wawoff2");
  const fonts = folder("fonts-with");
  const font = await unpack.decompress(readFileSync(require.resolve("@librescore/fonts/SourceHanSansCN.min.woff2")));
  writeFileSync(path.join(fonts, "chinese.otf"), font);
  return configuration(fonts, "chinese");
}

/** A fontconfig of a device that has none: the browser draws boxes until the web font is there. */
function emptyFonts() {
  return configuration(folder("fonts-without"), "none");
}

function configuration(fonts, name) {
  const file = path.resolve(process.env.HQT_DATA_DIR, `${name}.conf`);
  const latin = ["/usr/share/fonts/truetype/dejavu", path.resolve(".cache", "browser", "fonts")];
  const folders = [fonts, ...latin].map((each) => `<dir>${each}</dir>`).join("");
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${path.resolve(process.env.HQT_DATA_DIR, `${name}-cache`)}</cachedir></fontconfig>`,
  );
  return file;
}

function folder(name) {
  const place = path.resolve(process.env.HQT_DATA_DIR, name);
  mkdirSync(place, { recursive: true });
  return place;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
