import { advanceCase } from "~/features/redemption/use-cases/advance-case.server";
import { writeRating, writeReconsideration } from "~/features/redemption/use-cases/firm-words.server";
import { requireInTime } from "~/features/redemption/use-cases/require-in-time.server";
import { holdCase } from "~/features/redemption/use-cases/hold-case.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";

type Own = { id: string; enterpriseId: string; idempotencyKey: string; expectedVersion: number };
type Firm = Deps & { actor: UserActor };

/**
 * Asks once, within 60 days, that a refusal be looked at again by somebody who had no part in it.
 * @throws Refusal `redemption.reason-missing` (422), `redemption.term-over` (409), and what the machine refuses
 */
export async function askReconsideration(
  deps: Firm,
  { id, enterpriseId, idempotencyKey, expectedVersion, grounds }: Own & { grounds: string },
): Promise<void> {
  if (grounds.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  const sent = await holdCase(deps, id, idempotencyKey);
  if (!sent) await requireInTime(deps, id, "RECONSIDERATION_OVERDUE");
  await advanceCase(deps, {
    where: { id, enterpriseId },
    event: { type: "RECONSIDERATION_ASKED" },
    payload: { comment: grounds },
    idempotencyKey,
    expectedVersion,
  });
  if (!sent) await writeReconsideration(deps, id, grounds);
}

/** One or two stars are dissatisfaction: the office answers within a working day. */
const bad = 2;

/**
 * What the firm thinks of how its case was handled, 1 to 5 stars.
 * @throws Refusal `redemption.stars-wrong` (422) and what the machine refuses
 */
export async function rateCase(
  deps: Firm,
  { id, enterpriseId, idempotencyKey, expectedVersion, stars, comment }: Own & { stars: number; comment: string },
): Promise<void> {
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) throw new Refusal("redemption.stars-wrong", 422);
  const sent = await holdCase(deps, id, idempotencyKey);
  await advanceCase(deps, {
    where: { id, enterpriseId },
    event: { type: "RATED", satisfied: stars > bad },
    payload: { comment: comment || undefined },
    idempotencyKey,
    expectedVersion,
  });
  if (!sent) await writeRating(deps, { applicationId: id, stars, comment });
}
