import { recordAudit } from "~/features/work/audited.server";
import type { UserActor } from "~/access/actor";
import { isPlainDate, shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { addAbsence, endAbsence, isDeputyOf } from "../adapters/absence.repository.server";
import { officeOf } from "./office-of.server";
import { peopleOf } from "./people-of.server";

type Official = Deps & { actor: UserActor };
export type NewAbsence = { userId: string; deputyId: string; fromDay: string; toDay: string };

/**
 * Notes that somebody is away and who stands in: one's own absence, or as head anybody's of the office.
 * @throws Refusal `redemption.absence-wrong`, `redemption.no-colleague` (422), `request.forbidden` (403)
 */
export async function noteAbsence(deps: Official, { userId, deputyId, fromDay, toDay }: NewAbsence): Promise<void> {
  if (userId !== deps.actor.userId && !deps.actor.permissions.has("manage:task:department"))
    throw new Refusal("request.forbidden", 403);
  if (!isPlainDate(fromDay) || !isPlainDate(toDay) || toDay < fromDay || userId === deputyId)
    throw new Refusal("redemption.absence-wrong", 422);
  const people = await peopleOf(deps.tx, officeOf(deps.actor));
  if (![userId, deputyId].every((id) => people.some((person) => person.id === id)))
    throw new Refusal("redemption.no-colleague", 422);
  await addAbsence(deps.tx, {
    userId,
    deputyId,
    fromDay,
    toDay,
    createdById: deps.actor.userId,
    createdAt: deps.clock.now(),
  });
  await recordAudit(deps, {
    action: "absence.noted",
    subject: { type: "user", id: userId },
    after: { deputyId, fromDay, toDay },
  });
}

/** Ends an absence of the own office before its time. */
export async function closeAbsence(deps: Official, id: string): Promise<void> {
  const head = deps.actor.permissions.has("manage:task:department");
  const people = head
    ? (await peopleOf(deps.tx, officeOf(deps.actor))).map((person) => person.id)
    : [deps.actor.userId];
  await endAbsence(deps.tx, id, people, deps.clock.now());
  await recordAudit(deps, { action: "absence.ended", subject: { type: "absence", id } });
}

/** Whether somebody may do today what was given to another: it is the person's own, or the other one is away. */
export async function isDeputy(
  { tx, clock }: Pick<Deps, "tx" | "clock">,
  userId: string,
  assigneeId: string | null | undefined,
): Promise<boolean> {
  if (!assigneeId || assigneeId === userId) return true;
  return isDeputyOf(tx, userId, assigneeId, shanghaiDay(clock.now()));
}
