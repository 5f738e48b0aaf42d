import { amountOf, type AmountResult } from "~/features/matching/domain/amount/amount";
import type { Received } from "~/features/claims/domain/received";
import { sumRoom } from "~/features/matching/domain/amount/sum-room";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Fen } from "~/kernel/money";
import type { ReviewAction } from "./review-actions";
import type { Submission } from "./submission";

/** What the rule gives beside the firm's other cases as they stand, where that is not what was handed in; fen. */
export type SumNow = { wasFen: Fen | null; nowFen: Fen | null; received: Received };

/** What of a firm's other cases counts, and what the item brings beside it. */
type Counting = { received: Received; sum: Pick<AmountResult, "fen"> };

/**
 * The sum of a case as it is now: another case of the firm that counted when it was handed in may have been withdrawn, refused
 * or paid back since, or decided before it. Null where neither the sum nor the room for another changed, and where what had
 * been received was not kept.
 */
export function sumNow(
  { kind, frozen, ruleFen }: Pick<Submission, "kind" | "frozen" | "ruleFen">,
  item: PolicyItem,
  { received, sum }: Counting,
): SumNow | null {
  if (frozen.received === undefined) return null;
  const { facts } = frozen;
  // What a list was held against is not cut to what is left.
  const likeFen = kind === "listed" ? amountOf(item, facts, received).fen : sum.fen;
  const [was, is] = [sumRoom(item, facts, frozen.received, ruleFen), sumRoom(item, facts, received, likeFen)];
  if (likeFen === ruleFen && boundsOf(was) === boundsOf(is)) return null;
  return { wasFen: ruleFen, nowFen: sum.fen, received };
}

function boundsOf(room: ReturnType<typeof sumRoom>): string {
  return room.kind === "locked" ? `${room.fen}` : `${room.leastFen}-${room.mostFen}`;
}

const judging: ReadonlySet<ReviewAction> = new Set<ReviewAction>([
  "RECOMMEND_APPROVAL",
  "APPROVE",
  "REJECT",
  "LIST_APPROVED",
  "LIST_REFUSED",
]);

/** Whoever advises or decides on a sum has it worked out anew. */
export function mayRecompute(actions: readonly ReviewAction[]): boolean {
  return actions.some((action) => judging.has(action));
}
