import { itemName } from "~/features/policies/domain/item-name";
import { sayYuan, type Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { lockCase } from "../adapters/case.repository.server";

/** A firm that was urged has not paid: the lead department, which demanded it, is told that it may go to court. */
export async function notifyOfUnpaidRecovery(
  deps: Deps,
  { id, applicationId, fen }: { id: string; applicationId: string; fen: Fen },
): Promise<void> {
  const row = await lockCase(deps.tx, { id: applicationId }, "");
  if (!row) return;
  const { leadDepartmentId: departmentId, regionCode } = row.config;
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { office: { departmentId, regionCode }, needs: "approve:application:department" },
      kind: "recoveryUnpaid",
      params: { item: itemName(row.item), firm: row.firmName, sum: sayYuan(fen, "zh") },
      href: `/desk/cases/${applicationId}`,
      dedupKey: `unpaid:${id}`,
    },
  });
}
