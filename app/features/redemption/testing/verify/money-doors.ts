import { voucherOf } from "~/features/funds/testing/due-payment";
import { shanghaiDay } from "~/kernel/plain-date";
import { referenceOf } from "~/features/funds/domain/payment-reference";
import { debitCreditXml, type Booking } from "~/features/treasury/testing/bank-files";
import { testKey } from "~/features/funds/testing/due-payment";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { importBankFile } from "~/features/treasury/use-cases/import-bank-file.server";
import { giveAccount, requeuePayment } from "~/features/treasury/use-cases/reissue-payment.server";
import { cancelBatch, releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { markPaid, markReturned } from "~/features/treasury/use-cases/settle-payment.server";
import type { CaseEventType } from "../../domain/events";
import { closeRecoveries } from "../../use-cases/recover-case.server";
import { holdPayments } from "~/features/treasury/use-cases/hold-payments.server";
import { takeBack } from "~/features/treasury/use-cases/take-back.server";
import { advanceCase } from "../../use-cases/advance-case.server";
import type { Door } from "./doors";
import { look, nobody, type Seen } from "./seen";
import { as, type Stage } from "./stage";

const account = { holder: "示例", bankName: "示例银行", number: "622000004321" };

/** A payment that came back is listed anew first: with another account by the firm, else by the treasury. */
async function listedAnew(stage: Stage, { id, payment }: Seen): Promise<string> {
  if (payment.status !== "returned") return payment.id;
  const { enterpriseId } = stage.firm;
  if (payment.needsAccount)
    await as(stage, "owner", (deps) => giveAccount(deps, { applicationId: id, enterpriseId, account, key: testKey }));
  else await as(stage, "maker", (deps) => requeuePayment(deps, payment.id));
  return (await look(stage)).payment.id;
}

async function released(stage: Stage, { payment }: Seen): Promise<string> {
  const batchId = payment.batchId ?? nobody;
  if (payment.batchStatus === "draft") await as(stage, "checker", (deps) => releaseBatch(deps, batchId));
  return batchId;
}

/** A notice of the bank, as the treasury takes it in. */
function booked(stage: Stage, booking: Booking): Promise<unknown> {
  const payer = `${stage.cast.get("maker")?.regionCode ?? ""}-TREASURY`;
  const bytes = new TextEncoder().encode(debitCreditXml(stage.process.random.uuid().slice(0, 30), [booking], payer));
  return as(stage, "maker", (deps) => importBankFile(deps, { fileName: "camt.xml", bytes }));
}

const returned: Door = async (stage, _event, seen) => {
  const { id, status, fen } = seen.payment;
  if (status === "paid") return booked(stage, { reference: referenceOf(id), fen, side: "CRDT", returnCode: "AC06" });
  const batchId = await released(stage, seen);
  return as(stage, "maker", (deps) => markReturned(deps, batchId, [id], { code: null, text: "付款户余额不足" }));
};

/** What treasuries and banks do, by event. */
export const moneyDoors: Partial<Record<CaseEventType, Door>> = {
  PAYMENT_BATCHED: async (stage, _event, seen) => {
    const id = await listedAnew(stage, seen);
    return as(stage, "maker", (deps) => createBatch(deps, { paymentIds: [id], idempotencyKey: deps.random.uuid() }));
  },
  PAYMENT_UNBATCHED: (stage, _event, { payment }) =>
    as(stage, "maker", (deps) => cancelBatch(deps, payment.batchId ?? nobody)),
  PAYMENT_PAID: async (stage, _event, seen) => {
    const batchId = await released(stage, seen);
    return as(stage, "witness", (deps) =>
      markPaid(deps, batchId, [seen.payment.id], voucherOf(shanghaiDay(deps.clock.now()))),
    );
  },
  PAYMENT_RETURNED: returned,
  PAYMENT_REVERSED: (stage, event, { id, payment }) =>
    as(stage, "maker", async (deps) => {
      const [held] = await holdPayments(deps, [payment.id]);
      if (held?.status !== "paid")
        return advanceCase(deps, { where: { id }, event, idempotencyKey: deps.random.uuid() });
      return takeBack(deps, held, { reason: { code: null, text: "银行冲正", isReversal: true } });
    }),
  RECOVERED: async (stage, _event, { recoveryId, payment }) => {
    if (recoveryId !== nobody)
      await booked(stage, { reference: referenceOf(recoveryId), fen: payment.fen, side: "CRDT" });
    return closeRecoveries(stage.process);
  },
};
