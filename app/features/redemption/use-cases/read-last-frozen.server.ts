import type { Tx } from "~/platform/db.server";
import { latestSubmission } from "../adapters/submission.repository.server";
import type { Frozen } from "../domain/submission";

/** The facts of a case as they were handed in or set right last. @throws Error for a case that was never handed in */
export async function readLastFrozen(tx: Tx, applicationId: string): Promise<Frozen> {
  return (await latestSubmission(tx, applicationId)).frozen;
}
