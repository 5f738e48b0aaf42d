import { recordAudit } from "~/features/calendar/audited.server";
import type { UserActor } from "~/access/actor";
import { groupBy } from "~/kernel/group-by";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { announceYear, findDay, holdCalendar, setDays } from "../adapters/calendar.repository.server";
import { addMoves, lockChange, markConfirmed, type Change } from "../adapters/change.repository.server";
import { isCaseMove, type Move } from "../domain/term";
import { readMoves } from "./read-terms.server";
import { notifyOfMoves } from "./notify-of-moves.server";
import type { TermKeepers } from "./term-keepers.server";

type Changing = Deps & { terms: TermKeepers };

/**
 * Makes the days of a change those of the calendar, and gives every open term that it concerns its new day, all in this one
 * transaction: cases first, then the calendar are held, so that nothing is computed with the old days meanwhile. Asking
 * twice is asking once.
 * @returns how many terms were moved
 * @throws Refusal `request.not-found` (404), `calendar.changed-meanwhile` (409), `redemption.calendar-end` (409),
 *   `calendar.missing-unseen` (422) where days off by law are not named and nobody has said that this is right
 */
export async function confirmChange(
  deps: Changing & { actor: UserActor },
  id: string,
  { missingSeen }: { missingSeen: boolean },
): Promise<number> {
  const change = isUuid(id) ? await lockChange(deps.tx, id) : null;
  if (!change) throw new Refusal("request.not-found", 404);
  if (change.status === "confirmed") return change.moved;
  if (change.missing.length > 0 && !missingSeen) throw new Refusal("calendar.missing-unseen", 422);
  await deps.terms.hold(deps, (await readMoves(deps, change.days)).moves.filter(isCaseMove));
  await holdCalendar(deps.tx);
  await requireSame(deps, change);
  const { moves } = await readMoves(deps, change.days);
  await setDays(deps.tx, change.days);
  if (change.kind === "notice") await announce(deps, change);
  await carryOut(deps, change, moves);
  const confirmedAt = deps.clock.now();
  await markConfirmed(deps.tx, id, { confirmedById: deps.actor.userId, confirmedAt, moved: moves.length });
  await auditChange(deps, change, moves.length);
  await notifyOfMoves(deps, change, moves);
  return moves.length;
}

async function requireSame(deps: Deps, { days }: Change): Promise<void> {
  for (const { date, was } of days)
    if ((await findDay(deps.tx, date))?.isWorkday !== was)
      throw new Refusal("calendar.changed-meanwhile", 409, { date });
}

async function announce({ tx }: Deps, { id, year, number, issuedOn }: Change): Promise<void> {
  await announceYear(tx, { year, number: number ?? "", issuedOn: issuedOn ?? "", changeId: id });
}

async function carryOut(deps: Changing, change: Change, moves: readonly Move[]): Promise<void> {
  for (const { move } of deps.terms.keepers) await move(deps, moves);
  await addMoves(
    deps.tx,
    moves.map((move) => ({ ...move, id: deps.random.uuid() })),
    { changeId: change.id, at: deps.clock.now() },
  );
  for (const [applicationId, own] of groupBy(moves.filter(isCaseMove), (move) => move.applicationId))
    await recordAudit(deps, {
      action: "application.terms-moved",
      subject: { type: "application", id: applicationId },
      enterpriseId: own[0]?.enterpriseId ?? "",
      after: {
        change: change.id,
        reason: change.number ?? change.reason ?? "",
        terms: own.map(({ kind, step, day, toDay }) => ({ kind, step, from: day, to: toDay })),
      },
    });
}

async function auditChange(deps: Deps, { kind, id, year, number, issuedOn, days, reason }: Change, moved: number) {
  const named = days.map(({ date, isWorkday }) => ({ date, isWorkday }));
  if (kind === "notice")
    await recordAudit(deps, {
      action: "calendar.notice-announced",
      subject: { type: "calendar-year", id: String(year) },
      after: { change: id, number: number ?? "", issuedOn: issuedOn ?? "", days: named, moved },
    });
  for (const { date, isWorkday, was } of kind === "day" ? days : [])
    await recordAudit(deps, {
      action: "calendar.changed",
      subject: { type: "calendar-day", id: date },
      before: { isWorkday: was, note: null },
      after: { isWorkday, note: reason, moved },
    });
}
