import type { Permission } from "~/access/permissions";
import type { NoticeKind } from "~/features/notices/domain/notice-kinds";
import { itemName } from "~/features/policies/domain/item-name";
import { sayYuan, type Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { lockCase } from "../adapters/case.repository.server";

/** Money of a case came back and waits: its lead department is told, since it alone decides whether and how much is asked back. */
export function askAboutRecovery(
  deps: Deps,
  { applicationId, fen, key }: { applicationId: string; fen: Fen; key: string },
): Promise<void> {
  const notice = { kind: "moneyBack", needs: "review:application:department", dedupKey: `money-back:${key}` } as const;
  return notifyLeadOffice(deps, { applicationId, fen }, notice);
}

/** A later part was paid although no further part is: the lead department looks whether what it asks back holds it. */
export function notifyOfStoppedPart(
  deps: Deps,
  { applicationId, fen, key }: { applicationId: string; fen: Fen; key: string },
): Promise<void> {
  const needs = "review:application:department";
  return notifyLeadOffice(
    deps,
    { applicationId, fen },
    { kind: "instalmentStoppedPaid", needs, dedupKey: `stopped-paid:${key}` },
  );
}

/** A firm that was urged has not paid: the lead department, which demanded it, is told that it may go to court. */
export function notifyOfUnpaidRecovery(
  deps: Deps,
  { id, applicationId, fen }: { id: string; applicationId: string; fen: Fen },
): Promise<void> {
  const notice = { kind: "recoveryUnpaid", needs: "approve:application:department", dedupKey: `unpaid:${id}` } as const;
  return notifyLeadOffice(deps, { applicationId, fen }, notice);
}

async function notifyLeadOffice(
  deps: Deps,
  { applicationId, fen }: { applicationId: string; fen: Fen },
  { kind, needs, dedupKey }: { kind: NoticeKind; needs: Permission; dedupKey: string },
): Promise<void> {
  const row = await lockCase(deps.tx, { id: applicationId }, "");
  if (!row) return;
  const { leadDepartmentId: departmentId, regionCode } = row.config;
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { office: { departmentId, regionCode }, needs },
      kind,
      params: { item: itemName(row.item), firm: row.firmName, sum: sayYuan(fen, "zh") },
      href: `/desk/cases/${applicationId}`,
      dedupKey,
    },
  });
}
