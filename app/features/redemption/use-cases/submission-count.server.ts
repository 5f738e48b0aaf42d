import type { Tx } from "~/platform/db.server";
import { lastSeq } from "../adapters/submission.repository.server";

/** How often a case has been handed in. */
export function submissionCount(tx: Tx, applicationId: string): Promise<number> {
  return lastSeq(tx, applicationId);
}
