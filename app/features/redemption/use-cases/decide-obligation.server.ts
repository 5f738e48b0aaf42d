import { recordAudit } from "~/features/redemption/audited.server";
import { readPaid } from "~/features/funds/use-cases/read-paid.server";
import type { UserActor } from "~/access/actor";
import { shanghaiDay } from "~/kernel/plain-date";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { lockCase } from "../adapters/case.repository.server";
import { endObligation, findObligation, type ObligationRow } from "../adapters/obligation.repository.server";
import { clawbackOf } from "../domain/obligation";
import { closeWorkOn } from "~/features/work/use-cases/keep-tasks.server";
import { officeOf } from "~/features/work/use-cases/office-of.server";
import { haltInstalments } from "./halt-instalments.server";
import { breachWords, ruleOf } from "./read-obligations.server";
import { proposeRecovery } from "./recover-case.server";

export type ObligationDecision = {
  id: string;
  kept: boolean;
  /** what was found, with what shows it */
  note: string;
  /** the figure that was to be kept, as it is now */
  found: number | null;
  idempotencyKey: string;
};

type Official = Deps & { actor: UserActor };

/**
 * The office's word on an obligation. One that isn't kept up asks back what the item says, by the way of every recovery: a second
 * person confirms it. It is found broken at any time, kept only when its last day has come.
 * @throws Refusal `request.not-found` (404), `redemption.reason-missing` (422), `redemption.obligation-early`,
 *   `redemption.obligation-over` (409), and those of `proposeRecovery`
 */
export async function decideObligation(
  deps: Official,
  { id, kept, note, found, idempotencyKey }: ObligationDecision,
): Promise<void> {
  const row = await ownObligation(deps, id);
  if (note.trim() === "") throw new Refusal("redemption.reason-missing", 422);
  if (row.status !== "open") throw new Refusal("redemption.obligation-over");
  if (kept && row.dueOn > shanghaiDay(deps.clock.now()))
    throw new Refusal("redemption.obligation-early", 409, { day: row.dueOn });
  const status = kept ? "fulfilled" : "breached";
  const ended = await endObligation(deps.tx, id, {
    status,
    note: note.trim(),
    found,
    endedAt: deps.clock.now(),
    endedById: deps.actor.userId,
  });
  if (!ended) throw new Refusal("redemption.obligation-over");
  await closeWorkOn(deps, "obligation", [id], status);
  await recordAudit(deps, {
    action: kept ? "obligation.fulfilled" : "obligation.breached",
    subject: { type: "application", id: row.application.id },
    enterpriseId: row.application.enterpriseId,
    after: { obligation: id, note: note.trim(), found },
  });
  if (kept) return;
  const locked = await lockCase(deps.tx, { id: row.application.id }, "");
  if (locked) await haltInstalments(deps, locked, { why: breachWords({ ...row, note: note.trim() }) });
  await askBack(deps, { ...row, note: note.trim() }, idempotencyKey);
}

async function ownObligation({ tx, actor }: Official, id: string): Promise<ObligationRow> {
  const office = officeOf(actor);
  const row = isUuid(id) ? await findObligation(tx, id) : null;
  if (!row || row.departmentId !== office.departmentId || row.regionCode !== office.regionCode)
    throw new Refusal("request.not-found", 404);
  return row;
}

async function askBack(deps: Official, row: ObligationRow, idempotencyKey: string): Promise<void> {
  const rule = ruleOf(row);
  if (rule.clawbackPercent === 0) return;
  const { amountFen } = await readPaid(deps, row.application.id);
  const sumFen = clawbackOf(rule, amountFen);
  if (sumFen <= 0n) return;
  await proposeRecovery(deps, {
    id: row.application.id,
    kind: "error",
    sumFen,
    reason: breachWords(row),
    idempotencyKey,
    expectedVersion: row.application.version,
  });
}
