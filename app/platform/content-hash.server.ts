import { createHash } from "node:crypto";
import { canonicalJson } from "~/kernel/canonical-json";

/** sha256 (hex) over canonical JSON: equal content has an equal hash, whatever the order of keys. */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
