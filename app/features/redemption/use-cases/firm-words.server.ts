import type { UserActor } from "~/access/actor";
import type { Deps } from "~/platform/context.server";
import { addRating, addReconsideration } from "../adapters/follow-up.repository.server";

type Firm = Pick<Deps, "tx" | "clock"> & { actor: UserActor };

/** Keeps what a firm wrote when it asked for reconsideration. */
export function writeReconsideration(
  { tx, clock, actor }: Firm,
  applicationId: string,
  grounds: string,
): Promise<void> {
  return addReconsideration(tx, { applicationId, grounds, askedById: actor.userId, askedAt: clock.now() });
}

/** Keeps how a firm rated its case. */
export function writeRating(
  { tx, clock, actor }: Firm,
  rating: { applicationId: string; stars: number; comment: string },
): Promise<void> {
  return addRating(tx, { ...rating, ratedById: actor.userId, ratedAt: clock.now() });
}
