import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataDir } from "./database.mjs";

/** Secrets of a demonstration, made once and kept beside its data. In production they come from the environment. */
export function secrets() {
  if (process.env.NODE_ENV === "production") return {};
  const file = path.join(dataDir(), "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir(), { recursive: true });
    writeFileSync(file, JSON.stringify({ DATA_KEY: randomBytes(32).toString("base64") }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
