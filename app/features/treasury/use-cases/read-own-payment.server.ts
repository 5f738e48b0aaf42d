import { rowName } from "~/features/policies/domain/item-name";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { isUuid } from "~/kernel/uuid";
import { netOf } from "~/features/funds/domain/payment";
import { findLatest } from "~/features/funds/use-cases/payment-rows.server";

/**
 * The latest payment of a firm's own application, as the firm may see it. @throws Refusal `request.not-found` (404),
 * also for another firm's
 */
export async function readOwnPayment(deps: Pick<Deps, "tx">, applicationId: string, enterpriseId: string) {
  const row = isUuid(applicationId) ? await findLatest(deps.tx, applicationId, enterpriseId) : null;
  if (!row) throw new Refusal("request.not-found", 404);
  const { id, status, returnedReason, returnedCode, needsAccount, application, bankAccount } = row;
  const isOpen = status === "pending" || status === "returned";
  return {
    id,
    status,
    returnedReason,
    returnedCode,
    needsAccount,
    isOpen,
    netFen: netOf(row),
    number: application.number ?? "",
    item: rowName(application.item),
    account: bankAccount,
  };
}
