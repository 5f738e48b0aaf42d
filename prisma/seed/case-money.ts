import { entriesOf, type Movement } from "~/features/funds/domain/ledger";
import type { CaseRows, Context } from "./case-rows";
import type { DemoCase } from "./demo-case";
import type { SeedIds } from "./random-source";

/** What a case reserves, owes and has been paid. */
export function addMoney(rows: CaseRows, demo: DemoCase, applicationId: string, context: Context): void {
  const envelopeId = context.envelopeOf(demo.published.item.id, demo.year);
  const reserved = demo.transitions.find((each) => each.event.type === "BUDGET_RESERVED");
  if (!reserved || !envelopeId) return;
  post(rows, context.ids, { movement: "reserve", fen: demo.fen, applicationId, envelopeId, at: reserved.at });
  const paid = demo.transitions.find((each) => each.event.type === "PAYMENT_PAID");
  const due = demo.transitions.find((each) => each.to === "payment");
  if (!due) return;
  post(rows, context.ids, { movement: "commit", fen: demo.fen, applicationId, envelopeId, at: due.at });
  rows.payments.push({
    id: context.ids("payment", due.at),
    applicationId,
    envelopeId,
    bankAccountId: context.accountOf.get(demo.firm.id)?.id ?? "",
    amountFen: demo.fen,
    status: paid ? "paid" : "pending",
    regionCode: demo.published.redemption.regionCode,
    createdAt: due.at,
    paidAt: paid?.at ?? null,
  });
  if (paid) post(rows, context.ids, { movement: "disburse", fen: demo.fen, applicationId, envelopeId, at: paid.at });
}

type Posting = { movement: Movement; fen: bigint; applicationId: string | null; envelopeId: string; at: Date };

/** Adds one balanced ledger transaction. */
export function post(
  rows: Pick<CaseRows, "ledger" | "entries">,
  ids: SeedIds,
  { movement, fen, applicationId, envelopeId, at }: Posting,
): void {
  const id = ids("ledger", at);
  rows.ledger.push({ id, kind: movement, applicationId, at, idempotencyKey: `seed:${id}` });
  rows.entries.push(
    ...entriesOf(movement, fen).map((entry) => ({
      transactionId: id,
      envelopeId,
      account: entry.account,
      amountFen: entry.amountFen,
    })),
  );
}
