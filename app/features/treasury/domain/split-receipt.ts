import type { Fen } from "~/kernel/money";

/** What came in for a recovery: as much as is demanded settles it, the rest belongs to the firm. Fen. */
export type SplitReceipt = { collectedFen: Fen; excessFen: Fen };

/**
 * Splits what came in by what is still demanded. Less than that settles as much as it is, and the rest stays demanded; what
 * is over it has no ground to be kept (民法典 art. 985, 122) and is owed back.
 * @throws RangeError unless something came
 */
export function splitReceipt(fen: Fen, demandedFen: Fen): SplitReceipt {
  if (fen <= 0n) throw new RangeError(`nothing came: ${fen}`);
  const open = demandedFen > 0n ? demandedFen : 0n;
  const collectedFen = fen < open ? fen : open;
  return { collectedFen, excessFen: fen - collectedFen };
}
