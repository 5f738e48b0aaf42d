import type { Tx } from "~/platform/db.server";
import { openClaimsOf } from "../adapters/claim.repository.server";

/**
 * Requests to join of a person that wait for a decision. The firm is named by the code the person typed, not by what
 * the platform knows.
 */
export async function readOwnClaims(tx: Tx, userId: string) {
  const rows = await openClaimsOf(tx, userId);
  return rows.map(({ id, createdAt, enterprise }) => ({ id, createdAt, creditCode: enterprise.creditCode }));
}
