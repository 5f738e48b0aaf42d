import type { Tx } from "~/platform/db.server";
import { stepsOf } from "../adapters/revocation.repository.server";
import { revokedAt } from "../domain/revocation";

/** Tells of the documents of a case, by the key of their orders (`case:kind:step`), when what they decided was revoked. */
export async function readRevocation(tx: Tx, applicationId: string): Promise<(orderKey: string) => Date | null> {
  const steps = await stepsOf(tx, applicationId);
  return (orderKey) => {
    const [, kind = "", seq] = orderKey.split(":");
    return revokedAt({ kind, seq: Number(seq) }, steps);
  };
}
