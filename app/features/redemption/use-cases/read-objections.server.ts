import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import {
  admitObjections,
  answerObjections,
  refuseObjection,
  unreadObjections,
} from "../adapters/objection.repository.server";
import { notifyObjectors } from "./notify-objectors.server";
import type { Review } from "./review-case.server";

/** Whether a step reads an objection: admits or refuses it. */
export function isReading({ action }: Pick<Review, "action">): boolean {
  return action === "OBJECTION_ADMITTED" || action === "OBJECTION_REFUSED";
}

/**
 * Whether no other objection of the case waits to be read than the one that a step admits or refuses; true for other steps.
 * @throws Refusal `redemption.objection-read` (409) where the objection doesn't wait to be read
 */
export async function isLastUnread(
  tx: Deps["tx"],
  review: Pick<Review, "id" | "action" | "objectionId">,
): Promise<boolean> {
  if (!isReading(review)) return true;
  const unread = await unreadObjections(tx, review.id);
  if (!unread.includes(review.objectionId ?? "")) throw new Refusal("redemption.objection-read");
  return unread.length === 1;
}

/** One objection is admitted by the office; what else waits to be read is looked into with it. */
export async function admitOne(
  deps: Deps,
  { id, objectionId, comment, by }: { id: string; objectionId: string; comment: string; by: string },
): Promise<void> {
  const now = deps.clock.now();
  const own = { admittedAt: now, admission: "office", admissionReason: comment, admittedById: by };
  const admitted = [
    ...(await admitObjections(deps.tx, { applicationId: id, id: objectionId }, own)),
    ...(await admitObjections(deps.tx, { applicationId: id }, { admittedAt: now, admission: "joined" })),
  ];
  await notifyObjectors(deps, admitted, "admitted");
}

/** Nobody read them within the term: they are admitted. */
export async function admitUnread(deps: Deps, applicationId: string): Promise<void> {
  const admitted = await admitObjections(
    deps.tx,
    { applicationId },
    { admittedAt: deps.clock.now(), admission: "silence" },
  );
  await notifyObjectors(deps, admitted, "admitted");
}

/** An objection is not looked into, for a reason that its objector is told. */
export async function refuseOne(
  deps: Deps,
  { objectionId, comment, by }: { objectionId: string; comment: string; by: string },
): Promise<void> {
  await refuseObjection(deps.tx, objectionId, { answer: comment, answeredAt: deps.clock.now(), answeredById: by });
  await notifyObjectors(deps, [objectionId], "refused");
}

/** What was admitted is answered together. */
export async function answerAll(
  deps: Deps,
  { id, outcome, comment, by }: { id: string; outcome: "dismissed" | "upheld"; comment: string; by: string },
): Promise<void> {
  const answered = { outcome, answer: comment, answeredAt: deps.clock.now(), answeredById: by };
  await notifyObjectors(deps, await answerObjections(deps.tx, id, answered), outcome);
}
