import { recordAudit } from "~/features/redemption/audited.server";
import type { UserActor } from "~/access/actor";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { lockCase, type CaseRow } from "../adapters/case.repository.server";
import { findInstalment, moveInstalment, type InstalmentRow } from "../adapters/instalment.repository.server";
import { closeWorkOn } from "~/features/work/use-cases/keep-tasks.server";
import { endInstalments, notifyOfEnd } from "./halt-instalments.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { payInstalment } from "./pay-instalment.server";

export type InstalmentDecision = {
  id: string;
  confirmed: boolean;
  /** what was found, with what shows it; the firm sees it */
  note: string;
};

type Official = Deps & { actor: UserActor };

/**
 * The office's word on the condition of a later part. Confirmed, it is paid on its day, at once where that has come. Denied, it and the
 * parts after it are not paid, and the firm is told why.
 * @throws Refusal `request.not-found` (404), `redemption.reason-missing` (422), `redemption.instalment-early` (409) before the first
 *   part was paid, `redemption.instalment-over` (409)
 */
export async function decideInstalment(deps: Official, { id, confirmed, note }: InstalmentDecision): Promise<void> {
  const found = await ownCondition(deps, id);
  if (note.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  const row = await holdUndecided(deps, found);
  const now = deps.clock.now();
  const by = deps.actor.userId;
  await moveInstalment(
    deps.tx,
    id,
    "open",
    confirmed
      ? { confirmedAt: now, confirmedById: by, note: note.trim() }
      : { status: "denied", note: note.trim(), endedAt: now, endedById: by },
  );
  await closeWorkOn(deps, "condition", [id], confirmed ? "confirmed" : "denied");
  await recordAudit(deps, {
    action: confirmed ? "instalment.confirmed" : "instalment.denied",
    subject: { type: "application", id: row.id },
    enterpriseId: row.enterpriseId,
    after: { instalment: id, note: note.trim() },
  });
  if (confirmed) return payInstalment(deps, id);
  await endInstalments(deps, row.id, note.trim());
  await notifyOfEnd(deps, row, note.trim());
}

/** The part whose condition the own office confirms. @throws Refusal `request.not-found` (404) */
async function ownCondition({ tx, actor }: Official, id: string): Promise<InstalmentRow> {
  const office = officeOf(actor);
  const row = isUuid(id) ? await findInstalment(tx, id) : null;
  if (!row?.conditional || row.departmentId !== office.departmentId || row.regionCode !== office.regionCode)
    throw new Refusal("request.not-found", 404);
  return row;
}

/**
 * Locks the case of a part that nobody has decided on meanwhile. @throws Refusal `redemption.instalment-over`,
 * `redemption.instalment-early` (409)
 */
async function holdUndecided({ tx }: Official, { id, applicationId }: InstalmentRow): Promise<CaseRow> {
  const row = await lockCase(tx, { id: applicationId }, "");
  const part = await findInstalment(tx, id);
  if (!row || part?.status !== "open" || part.confirmedAt) throw new Refusal("redemption.instalment-over");
  if (row.state !== "closed") throw new Refusal("redemption.instalment-early");
  return row;
}
