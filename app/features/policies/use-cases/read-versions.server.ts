import type { Tx } from "~/platform/db.server";
import { findVersions, type ItemVersion } from "../adapters/version.repository.server";

export type { ItemVersion } from "../adapters/version.repository.server";

/** Every published version of an item, the newest first. */
export function readVersions(tx: Tx, itemId: string): Promise<ItemVersion[]> {
  return findVersions(tx, itemId);
}
