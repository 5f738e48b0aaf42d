import { itemName } from "~/features/policies/domain/item-name";
import { readCaseRecord } from "~/features/redemption/use-cases/read-case-record.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid } from "~/kernel/uuid";
import type { Deps } from "~/platform/context.server";
import { findOfCase } from "../adapters/batch.repository.server";
import { findRecoveries } from "../adapters/recovery-list.repository.server";
import { shownPayments } from "./read-payments.server";
import { shownRecoveries } from "./read-recoveries.server";

/**
 * A case as the treasury that pays it sees it: who gets how much for what and how the sum comes about, who approved it, its
 * payments and demands.
 * @throws Refusal `request.not-found` (404) where that treasury has no payment of it
 */
export async function readCaseMoney(deps: Pick<Deps, "tx" | "clock" | "catalogue">, id: string, regionCode: string) {
  const rows = isUuid(id) ? await findOfCase(deps.tx, id, regionCode) : [];
  if (rows.length === 0) throw new Refusal("request.not-found", 404);
  const { number, firm, item, approvedFen, sumReason, computation } = await readCaseRecord(deps, id);
  const batches = new Map(rows.map((row) => [row.id, row]));
  const payments = (await shownPayments(deps, rows)).map((payment) => ({
    ...payment,
    paidAt: batches.get(payment.id)?.paidAt ?? null,
    batch: batches.get(payment.id)?.batch ?? null,
  }));
  const recoveries = await findRecoveries(deps.tx, { applicationId: id, regionCode }, { take: 100 });
  return {
    number,
    firm: firm.name,
    creditCode: firm.creditCode,
    item: { id: item.id, title: itemName(item) },
    beneficiary: item.beneficiary ?? null,
    approvedFen,
    sumReason,
    computation,
    payments,
    recoveries: await shownRecoveries(deps, recoveries),
  };
}
