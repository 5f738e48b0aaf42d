import type { Tx } from "~/platform/db.server";
import { firmsDue } from "../adapters/match.repository.server";

/**
 * Firms that an item fits and that have no application of the year yet, with what they would receive: a department's
 * list made of matches.
 */
export function readFirmsDue(tx: Tx, itemId: string, year: number) {
  return firmsDue(tx, itemId, year);
}
