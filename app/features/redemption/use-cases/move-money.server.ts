import { createPayment } from "~/features/funds/use-cases/create-payment.server";
import { deductOwed } from "~/features/funds/use-cases/deduct-owed.server";
import { holdOwed } from "~/features/funds/use-cases/recover-payment.server";
import { releaseBudget } from "~/features/funds/use-cases/release-budget.server";
import { reserveBudget } from "~/features/funds/use-cases/reserve-budget.server";
import { enqueue } from "~/platform/outbox.server";
import { itemName } from "~/features/policies/domain/item-name";
import { sayYuan } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import type { CaseRow } from "../adapters/case.repository.server";
import { firstPart } from "../domain/instalment";
import type { Consequences } from "../domain/consequences";
import type { Advance, Advanced } from "./advance-case.server";
import { checkCredit } from "./check-credit.server";
import { readCaseClaim } from "./hold-case-claim.server";
import { requireOpen } from "./hold-claim.server";
import { reportMissingAccount } from "./report-missing-account.server";

/**
 * Frees what was set aside, or lists the payment, as a step calls for.
 * @throws Refusal `applications.claimed` (409) where the firm was paid for it meanwhile
 */
export async function moveMoney(deps: Deps, moved: Advanced, money: Consequences["money"]): Promise<void> {
  const { row, advance } = moved;
  if (money === "payable") await listPayment(deps, moved);
  if (money === "freed")
    await releaseBudget(deps, {
      applicationId: row.id,
      reason: advance.payload?.reason ?? "",
      idempotencyKey: `release:${row.id}:${row.version}`,
    });
}

/**
 * The payment, less what the firm still owes from a recovery where it is the one that is paid. Without an account it
 * waits, and the firm is told.
 */
async function listPayment(deps: Deps, { row, config }: Advanced): Promise<void> {
  requireOpen(await readCaseClaim(deps, row));
  const owed = await holdOwed(deps, row.enterpriseId);
  const payment = await createPayment(deps, {
    applicationId: row.id,
    bankAccountId: row.bankAccountId,
    regionCode: config.regionCode,
  });
  if (!row.item.beneficiary) await deductOwed(deps, owed, { paymentId: payment.id, fen: payment.fen });
  if (row.bankAccountId === null) await notifyOfMissingAccount(deps, row, payment);
}

/** A payment is ready and no account is known: the firm gives one, the lead department sees that it does. */
export async function notifyOfMissingAccount(
  deps: Deps,
  row: CaseRow,
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

/** The step that follows at once from what is found out, if one does; `held` is the case as it stands then. */
export function stepAfter(
  deps: Deps,
  moved: Advanced,
  asks: Consequences["asks"],
  held: CaseRow,
): Promise<Advance | null> {
  if (asks === "credit") return afterCredit(deps, moved, held);
  return asks === "money" ? afterBudget(deps, moved, held) : Promise.resolve(null);
}

async function afterCredit(deps: Deps, { row, advance }: Advanced, held: CaseRow): Promise<Advance> {
  const problem = await checkCredit(deps, row.enterpriseId);
  const now = deps.clock.now();
  return {
    where: { id: row.id },
    locked: held,
    event: { type: problem ? "CREDIT_FAILED" : "CREDIT_PASSED" },
    idempotencyKey: `${advance.idempotencyKey}:credit`,
    ...(problem
      ? { payload: { reason: problem }, set: { rejectionReason: problem, decidedAt: now, closedAt: now } }
      : {}),
  };
}

/** Where the money does not suffice, the case goes on; that it waits for money is said where the budget is checked. */
async function afterBudget(deps: Deps, { row, decision, advance }: Advanced, held: CaseRow): Promise<Advance | null> {
  const enough = await reserveBudget(deps, {
    applicationId: row.id,
    itemId: row.itemId,
    year: row.year,
    fen: firstPart(row.item, advance.payload?.approvedFen ?? row.approvedFen ?? 0n),
    firmRegion: row.firmRegion,
    idempotencyKey: `reserve:${row.id}:${row.version}`,
  });
  if (!enough && decision.to !== "budgetCheck") return null;
  return {
    where: { id: row.id },
    locked: held,
    event: { type: enough ? "BUDGET_RESERVED" : "BUDGET_EXHAUSTED" },
    idempotencyKey: `${advance.idempotencyKey}:budget`,
  };
}
