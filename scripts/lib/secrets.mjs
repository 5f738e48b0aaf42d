import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataDir } from "./database.mjs";
import { demoSigningKey } from "./demo-key.mjs";

/** Secrets of a demonstration, made once and kept beside its data. In production they come from the environment. */
export function secrets() {
  if (process.env.NODE_ENV === "production") return {};
  const file = path.join(dataDir(), "secrets.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const all = { DATA_KEY: randomBytes(32).toString("base64"), ...known };
  if (!all.SIGNING_KEY) Object.assign(all, signingSecrets());
  mkdirSync(dataDir(), { recursive: true });
  writeFileSync(file, JSON.stringify(all), { mode: 0o600 });
  return all;
}

function signingSecrets() {
  const SIGNING_PASSWORD = randomBytes(18).toString("base64url");
  return { SIGNING_KEY: demoSigningKey(SIGNING_PASSWORD), SIGNING_PASSWORD };
}
