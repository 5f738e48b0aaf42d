import type { Tx } from "~/platform/db.server";
import { findOpenCorrection } from "../adapters/case.repository.server";
import type { CorrectionPoint } from "../domain/correction-points";

/** What a firm's case waits to have corrected, in the order it was asked; empty where nothing is asked. */
export async function readAskedPoints(
  tx: Tx,
  { id, enterpriseId }: { id: string; enterpriseId: string },
): Promise<CorrectionPoint[]> {
  const open = await findOpenCorrection(tx, id, enterpriseId);
  return (open?.points ?? []) as CorrectionPoint[];
}
