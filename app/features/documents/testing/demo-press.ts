import { demoSigningKey } from "../../../../scripts/lib/demo-key.mjs";
import { createPress } from "../adapters/press.server";

/** A press with a key of its own. */
export function demoPress() {
  const password = "press";
  return createPress(demoSigningKey(password), password);
}
