import { itemName } from "~/features/policies/domain/item-name";
import type { Bilingual } from "~/kernel/bilingual";
import { sayYuan } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { keptFrom } from "../domain/barred";
import type { CaseEventType } from "../domain/events";
import { firmNotice } from "../domain/firm-notice";
import { actingOn, isOfTreasury, workHref, workWords } from "../domain/acting-on";
import { openTasks, type CaseTask, type TaskStage } from "../domain/tasks";
import type { Advanced } from "./advance-case.server";
import { reportMissingAccount } from "./report-missing-account.server";

/** Events that open work without a new state of the whole. */
const announced: Partial<Record<CaseEventType, TaskStage>> = {
  CO_DISAGREE: "conferral",
  MEETING_FAILED: "headDecision",
  CONFERRAL_OVERDUE: "headDecision",
  OBJECTION_RAISED: "admission",
  OBJECTION_ADMITTED: "objection",
  OBJECTION_UNREAD: "objection",
  RATED: "followUp",
  RECOVERY_PROPOSED: "recoveryApproval",
  CHECK_FAILED: "recoveryApproval",
  RECOVERY_CONFIRMED: "recovery",
};

/** Tells the firm of every move it can see, and the offices that now have the case. */
export async function tellOfMove(deps: Deps, moved: Advanced): Promise<void> {
  const { decision, row } = moved;
  const item = itemName(row.item);
  if (decision.from === "closed" && decision.to === "payment") return tellLead(deps, moved, item);
  await tellFirm(deps, moved, item);
  for (const task of newWork(moved)) {
    await enqueue(deps, {
      topic: "notice",
      payload: {
        to: { ...actingOn(task.stage, task), except: keptFrom(task.stage, decision.context, row.recusals) },
        kind: task.stage === "recovery" ? "recoveryOpened" : "taskOpened",
        params: { item, firm: row.firmName, ...workWords(task.stage) },
        href: workHref(task.stage, row),
        dedupKey: `task:${row.id}:${task.stage}:${row.version}`,
      },
    });
  }
}

/** A payment of a closed case came back: the firm is told by the treasury, the department here. */
function tellLead(deps: Deps, { row, config, advance }: Advanced, item: Bilingual): Promise<void> {
  const { leadDepartmentId: departmentId, regionCode } = config;
  return enqueue(deps, {
    topic: "notice",
    payload: {
      to: { office: { departmentId, regionCode }, needs: "review:application:department" },
      kind: "caseReopened",
      params: { item, firm: row.firmName, reason: advance.payload?.reason ?? "—" },
      href: `/desk/cases/${row.id}`,
      dedupKey: `reopened:${row.id}:${row.version}`,
    },
  });
}

async function tellFirm(deps: Deps, { row, decision, advance }: Advanced, item: Bilingual): Promise<void> {
  const kind = firmNotice(decision.from, decision.to);
  if (!kind) return;
  const fen = advance.payload?.approvedFen ?? row.approvedFen;
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: row.enterpriseId },
      kind,
      params: { item, sum: fen === null ? null : sayYuan(fen, "zh"), reason: advance.payload?.reason ?? null },
      href: `/firm/applications/${row.id}`,
      dedupKey: `case:${row.id}:${row.version}`,
    },
  });
}

/** A payment is ready and no account is known: the firm gives one, the lead department sees that it does. */
export async function tellOfMissingAccount(
  deps: Deps,
  row: Advanced["row"],
  payment: { id: string; fen: bigint },
): Promise<void> {
  await reportMissingAccount(deps, { applicationId: row.id, paymentId: payment.id });
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { enterpriseId: row.enterpriseId, needs: "write:application:own" },
      kind: "accountMissing",
      params: { item: itemName(row.item), sum: sayYuan(payment.fen, "zh") },
      href: `/firm/account/${row.id}`,
      dedupKey: `account:${payment.id}`,
    },
  });
}

/** Work that began with this move, but the treasury's part of every payment: it sees that in its own lists. */
function newWork({ row, config, decision, advance }: Advanced): CaseTask[] {
  const began = announced[advance.event.type];
  const open = openTasks(config, row.firmRegion, decision.isIn);
  if (began) return open.filter(({ stage }) => stage === began);
  return decision.from === decision.to ? [] : open.filter(({ stage }) => !isOfTreasury(stage));
}
