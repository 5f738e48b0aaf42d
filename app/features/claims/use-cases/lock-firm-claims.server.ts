import type { Deps } from "~/platform/context.server";
import { lockClaims } from "../adapters/claim.repository.server";

/** Locks the claims of several firms for one transaction, always in the same order. */
export function lockFirmClaims({ tx }: Pick<Deps, "tx">, enterpriseIds: readonly string[]): Promise<void> {
  return lockClaims(tx, enterpriseIds);
}
