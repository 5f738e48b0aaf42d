import { itemName } from "~/features/policies/domain/item-name";
import { shanghaiDay, startOfDay } from "~/kernel/plain-date";
import type { Tx } from "~/platform/db.server";
import { findOfYear } from "../adapters/application.repository.server";

/** A firm's applications that were handed in or paid in a year (Asia/Shanghai), in the order of their numbers. */
export async function readYear(tx: Tx, enterpriseId: string, year: number) {
  const rows = await findOfYear(tx, enterpriseId, startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`));
  return rows.map(({ number, state, submittedAt, approvedFen, item, payments }) => ({
    number: number ?? "",
    item: itemName(item),
    state,
    submittedOn: submittedAt ? shanghaiDay(submittedAt) : "",
    approvedFen,
    paidFen: payments.reduce((sum, payment) => sum + payment.amountFen, 0n),
    paidOn: payments.at(-1)?.paidAt ? shanghaiDay(payments.at(-1)?.paidAt as Date) : null,
  }));
}
