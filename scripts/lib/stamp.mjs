import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** sha256 over names and bytes of files and folders. */
export function fingerprint(places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesIn).sort()) hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.name !== "generated")
    .flatMap((entry) => filesIn(path.join(place, entry.name)));
}

/** Does the work only when the inputs differ from the last time it was done; true when it was done. */
export async function whenChanged(name, places, work, output) {
  const file = path.join(".cache", `${name}.stamp`);
  const now = fingerprint(places);
  if (existsSync(file) && readFileSync(file, "utf8") === now && (!output || existsSync(output))) return false;
  await work();
  mkdirSync(".cache", { recursive: true });
  writeFileSync(file, now);
  return true;
}
