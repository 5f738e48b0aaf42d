import { itemName } from "~/features/policies/domain/item-name";
import { sayYuan, type Fen } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { enqueue } from "~/platform/outbox.server";
import { lockCase } from "../adapters/case.repository.server";

/** Money of a case came back and waits: its lead department is told, since it alone decides whether and how much is asked back. */
export async function askAboutRecovery(
  deps: Deps,
  { applicationId, fen, key }: { applicationId: string; fen: Fen; key: string },
): Promise<void> {
  const row = await lockCase(deps.tx, { id: applicationId }, "");
  if (!row) return;
  const { leadDepartmentId: departmentId, regionCode } = row.config;
  await enqueue(deps, {
    topic: "notice",
    payload: {
      to: { office: { departmentId, regionCode }, needs: "review:application:department" },
      kind: "moneyBack",
      params: { item: itemName(row.item), firm: row.firmName, sum: sayYuan(fen, "zh") },
      href: `/desk/cases/${applicationId}`,
      dedupKey: `money-back:${key}`,
    },
  });
}
