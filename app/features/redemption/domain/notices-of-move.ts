import { isOneOf, statesIn } from "~/features/claims/domain/case-states";
import type { NoticeOrder } from "~/features/notices/domain/notice-order";
import { itemName } from "~/features/policies/domain/item-name";
import type { Bilingual } from "~/kernel/bilingual";
import { sayYuan } from "~/kernel/money";
import { actingOn, isOfTreasury, workHref, workWords } from "./acting-on";
import { keptFrom } from "./barred";
import type { Moved } from "./consequences";
import { firstPart } from "./instalment";
import { firmNotice } from "./firm-notice";
import type { CaseTask } from "./tasks";

/** Work that begins with a step, and all that is open after it. */
type Work = { opened: readonly CaseTask[]; open: readonly CaseTask[] };

/** Who is told what of a step: the firm of every move it can see, the offices of all work that begins with it (`opened`). */
export function noticesOf(moved: Moved, { opened, open }: Work): NoticeOrder[] {
  const { from, to } = moved.decision;
  const item = itemName(moved.row.item);
  if (from === "closed" && to === "payment") return [toLead(moved, item)];
  return [
    ...toFirm(moved, item),
    ...newWork(moved, { opened, open }).map((task) => toOffice(moved, task, item)),
    ...ofSum(moved, item),
  ];
}

/** A payment of a closed case came back: the firm is told by the treasury, the department here. */
function toLead({ row, config, advance }: Moved, item: Bilingual): NoticeOrder {
  const { leadDepartmentId: departmentId, regionCode } = config;
  return {
    to: { office: { departmentId, regionCode }, needs: "review:application:department" },
    kind: "caseReopened",
    params: { item, firm: row.firmName, reason: advance.payload?.reason ?? "—" },
    href: `/desk/cases/${row.id}`,
    dedupKey: `reopened:${row.id}:${row.version}`,
  };
}

const paying = statesIn(["payment", "paid"]);

function toFirm({ row, decision, advance }: Moved, item: Bilingual): NoticeOrder[] {
  const kind = firmNotice(decision.from, decision.to);
  if (!kind) return [];
  const approvedFen = advance.payload?.approvedFen ?? row.approvedFen;
  // what is listed and paid is the first part, where the sum is paid in several
  const fen = isOneOf(paying, decision.to) && approvedFen !== null ? firstPart(row.item, approvedFen) : approvedFen;
  return [
    {
      to: { enterpriseId: row.enterpriseId },
      kind,
      params: { item, sum: fen === null ? null : sayYuan(fen, "zh"), reason: advance.payload?.reason ?? null },
      href: `/firm/applications/${row.id}`,
      dedupKey: `case:${row.id}:${row.version}`,
    },
  ];
}

function toOffice({ row, decision }: Moved, task: CaseTask, item: Bilingual): NoticeOrder {
  return {
    to: { ...actingOn(task.stage, task), except: keptFrom(task.stage, decision.context, row.recusals) },
    kind: task.stage === "recovery" ? "recoveryOpened" : "taskOpened",
    params: { item, firm: row.firmName, ...workWords(task.stage) },
    href: workHref(task.stage, row),
    dedupKey: `task:${row.id}:${task.stage}:${row.version}`,
  };
}

/** A sum that is not the one computed, and why. */
function ofSum({ row, advance }: Moved, item: Bilingual): NoticeOrder[] {
  const { approvedFen, sumReason } = advance.payload ?? {};
  if (approvedFen === undefined || sumReason === undefined) return [];
  const computed = row.claimedFen === null ? null : sayYuan(row.claimedFen, "zh");
  return [
    {
      to: { enterpriseId: row.enterpriseId },
      kind: "case.sumDiffers",
      params: { item, sum: sayYuan(approvedFen, "zh"), computed, reason: sumReason },
      href: `/firm/applications/${row.id}`,
      dedupKey: `sum:${row.id}:${row.version}`,
    },
  ];
}

/**
 * Work that began with a step but the treasury's part of every payment, which it sees in its own lists; and that a
 * further objection waits.
 */
function newWork({ advance }: Moved, { opened, open }: Work): readonly CaseTask[] {
  if (advance.event.type === "OBJECTION_RAISED") return open.filter(({ stage }) => stage === "admission");
  return opened.filter(({ stage }) => stage === "recovery" || !isOfTreasury(stage));
}
