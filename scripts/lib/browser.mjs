import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

const cache = path.resolve(".cache", "browser");
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/**
 * A Chromium that really starts here: the one of BROWSER_EXECUTABLE, Playwright's own, one of the system, the one
 * that comes with an npm package (Linux on x64), in that order.
 * @returns launch options for Playwright
 */
export async function findBrowser() {
  const { chromium } = await import("@playwright/test");
  const tried = [];
  for (const candidate of candidates(chromium)) {
    const options = candidate();
    if (!options) continue;
    const failure = await chromium.launch(options).then(
      (browser) => browser.close(),
      (error) => error,
    );
    if (!failure) return options;
    tried.push(`${options.executablePath}: ${String(failure.message).split("\n")[0]}`);
  }
  throw new Error(
    `No browser starts here. Set BROWSER_EXECUTABLE, or run: npx playwright install chromium\n${tried.join("\n")}`,
  );
}

function candidates(chromium) {
  const at = (executablePath) => () => (executablePath && existsSync(executablePath) ? { executablePath, args } : null);
  const system = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  return [at(process.env.BROWSER_EXECUTABLE), at(chromium.executablePath()), ...system.map(at), packaged];
}

/** Unpacks @sparticuz/chromium: the browser, its libraries, and settings that let it find its fonts. */
function packaged() {
  const bin = path.join("node_modules", "@sparticuz", "chromium", "bin");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(bin)) return null;
  const executablePath = path.join(cache, "chromium");
  if (!existsSync(executablePath)) unpack(bin, executablePath);
  const libraries = path.join(cache, "lib");
  return {
    executablePath,
    args,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(cache, "fonts.conf") },
  };
}

function unpack(bin, executablePath) {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(bin).filter((file) => file.endsWith(".tar.br"))) {
    const archive = path.join(cache, name.replace(/\.br$/, ""));
    writeFileSync(archive, brotliDecompressSync(readFileSync(path.join(bin, name))));
    execFileSync("tar", ["-xf", archive, "-C", cache]);
  }
  const fonts = `<?xml version="1.0"?><fontconfig><dir>${path.join(cache, "fonts")}</dir><cachedir>${path.join(cache, "font-cache")}</cachedir></fontconfig>`;
  writeFileSync(path.join(cache, "fonts.conf"), fonts);
  const temporary = `${executablePath}.part`;
  writeFileSync(temporary, brotliDecompressSync(readFileSync(path.join(bin, "chromium.br"))));
  chmodSync(temporary, 0o755);
  execFileSync("mv", [temporary, executablePath]);
}
