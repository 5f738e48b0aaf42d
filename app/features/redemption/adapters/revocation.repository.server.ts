import type { Tx } from "~/platform/db.server";
import type { Step } from "../domain/revocation";

/** The steps of a case, oldest first. */
export function stepsOf(tx: Tx, applicationId: string): Promise<Step[]> {
  return tx.transition.findMany({
    where: { applicationId },
    orderBy: { seq: "asc" },
    select: { seq: true, event: true, at: true },
  });
}
