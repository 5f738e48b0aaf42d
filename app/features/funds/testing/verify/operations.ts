import { netOf } from "../../domain/payment";
import { referenceOf } from "../../domain/payment-reference";
import { carryOver } from "../../use-cases/carry-over.server";
import { createBatch } from "~/features/treasury/use-cases/create-batch.server";
import { createPayment } from "../../use-cases/create-payment.server";
import { grantBudget } from "../../use-cases/grant-budget.server";
import { importBankFile } from "~/features/treasury/use-cases/import-bank-file.server";
import { fundPool, refillPool } from "../../use-cases/keep-pool.server";
import { giveAccount, requeuePayment } from "~/features/treasury/use-cases/reissue-payment.server";
import { cancelBatch, releaseBatch } from "~/features/treasury/use-cases/release-batch.server";
import { reduceBudget } from "../../use-cases/reduce-budget.server";
import { reserveBudget } from "../../use-cases/reserve-budget.server";
import { debitCreditXml, paymentStatusXml, type Answer } from "~/features/treasury/testing/bank-files";
import { checker, countyMaker, maker, testKey } from "../due-payment";
import { county } from "./world";
import { firstPart } from "~/features/redemption/domain/instalment";
import { addParts, partOperations } from "./parts";
import { recover, collect, deduct, letGo } from "./money-back";
import { as, some, payments, type Operation, type Run } from "./run";

const approve: Operation = async (run) => {
  const applicationId = run.random.chance(0.1) ? run.random.pick(run.world.waiting) : run.world.waiting.pop();
  if (!applicationId) return;
  const fen = BigInt(run.random.whole(1, run.random.chance(0.1) ? 900_000 : 30_001));
  await as(run, async (deps) => {
    const [row] = await deps.tx.$queryRaw<
      { itemId: string; bankAccountId: string; approvedFen: bigint | null }[]
    >`SELECT "itemId", "bankAccountId"::text, "approvedFen" FROM "Application" WHERE id = ${applicationId}::uuid FOR UPDATE`;
    const published = row && deps.catalogue.byId.get(row.itemId);
    if (!published || row.approvedFen !== null) return;
    const enough = await reserveBudget(deps, {
      applicationId,
      itemId: row.itemId,
      year: 2026,
      fen: firstPart(published.item, fen),
      firmRegion: county,
    });
    if (!enough) return;
    await deps.tx.application.update({ where: { id: applicationId }, data: { approvedFen: fen } });
    await addParts(deps, applicationId, published, fen);
    await createPayment(deps, { applicationId, bankAccountId: row.bankAccountId, regionCode: "340500" });
  });
};

const batch: Operation = async (run) => {
  const chosen = some(run, await payments(run, "pending"), 8);
  if (chosen.length === 0) return;
  await as(run, (deps) =>
    createBatch(deps, {
      paymentIds: chosen.map(({ id }) => id),
      source: run.random.chance(0.4) ? "pool" : "treasury",
      idempotencyKey: run.serial(),
    }),
  );
};

const batchIn = (run: Run, status: string) =>
  run.process.prisma.paymentBatch.findFirst({
    where: { status },
    orderBy: { id: run.random.chance(0.5) ? "asc" : "desc" },
    include: { payments: true },
  });

const release: Operation = async (run) => {
  const found = await batchIn(run, "draft");
  if (found) await as(run, (deps) => releaseBatch(deps, found.id), run.random.chance(0.1) ? maker : checker);
};

const cancel: Operation = async (run) => {
  const found = await batchIn(run, "draft");
  if (found) await as(run, (deps) => cancelBatch(deps, found.id));
};

const codes = ["AC01", "AC04", "AM04", "MS03"] as const;

const answer: Operation = async (run) => {
  const found = await batchIn(run, run.random.chance(0.9) ? "exported" : "settled");
  if (!found) return;
  const answers = some(run, found.payments, 20).map((payment): Answer => {
    const status = run.random.pick(["ACSC", "ACSC", "ACSC", "RJCT", "PDNG"]);
    const fen = run.random.chance(0.5) ? netOf(payment) + (run.random.chance(0.05) ? 1n : 0n) : undefined;
    return {
      paymentId: payment.id,
      status,
      fen,
      ...(status === "RJCT" ? { code: run.random.pick(codes), why: "退回" } : {}),
    };
  });
  await send(
    run,
    paymentStatusXml(
      run.serial(),
      found.number,
      [...answers, ...some(run, answers, 2)],
      run.random.chance(0.3) ? "ACSC" : undefined,
    ),
  );
};

/** A notice of the bank is about one account: what the pool paid first comes back to the pool's. */
const bankReturns: Operation = async (run) => {
  const paid = some(run, await payments(run, "paid"), 3);
  const known = await run.process.prisma.recovery.findMany({ take: 2, orderBy: { id: "desc" } });
  const credits = some(run, known, 1).map(({ id }) => ({
    reference: referenceOf(id),
    fen: BigInt(run.random.whole(1, 3_000)),
    side: "CRDT" as const,
  }));
  const linesOf = (isPool: boolean) =>
    paid
      .filter(({ batch }) => (batch?.source === "pool") === isPool)
      .map((payment) => ({
        reference: referenceOf(payment.id),
        fen: netOf(payment) || 1n,
        side: "CRDT" as const,
        returnCode: run.random.pick(codes),
      }));
  const own = [...linesOf(false), ...credits];
  const pooled = linesOf(true);
  if (own.length > 0) await send(run, debitCreditXml(run.serial(), own));
  if (pooled.length > 0) await send(run, debitCreditXml(run.serial(), pooled, "340500-POOL"));
};

const replay: Operation = async (run) => {
  if (run.files.length > 0)
    await as(run, (deps) => importBankFile(deps, { fileName: "again.xml", bytes: run.random.pick(run.files) }));
};

async function send(run: Run, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  await as(run, (deps) => importBankFile(deps, { fileName: "answer.xml", bytes }));
  run.files.push(bytes);
}

const again: Operation = async (run) => {
  const [payment] = some(
    run,
    (await payments(run, "returned", {}, 40)).filter((each) => each.replacedBy === null),
    1,
  );
  if (!payment) return;
  if (!payment.needsAccount) return as(run, (deps) => requeuePayment(deps, payment.id));
  const account = { holder: "示例", bankName: "示例银行", number: `62${run.random.whole(100_000, 999_999)}` };
  return as(run, (deps) =>
    giveAccount(deps, {
      applicationId: payment.applicationId,
      enterpriseId: payment.application.enterpriseId,
      account,
      key: testKey,
    }),
  );
};

const grant: Operation = (run) => {
  const [, shared = ""] = run.world.documentIds;
  const toCounty = run.random.chance(0.4);
  const order = {
    documentId: toCounty ? shared : run.random.pick(run.world.documentIds),
    year: 2026,
    fen: BigInt(run.random.whole(1, 200_000)),
    idempotencyKey: run.serial(),
    countyCode: toCounty ? county : undefined,
  };
  return as(run, (deps) => grantBudget(deps, order), toCounty ? countyMaker : maker);
};

const reduce: Operation = async (run) => {
  const envelopes = await run.process.prisma.envelope.findMany();
  const fen = BigInt(run.random.whole(1, 50_000));
  const { id } = run.random.pick(envelopes);
  await as(run, (deps) => reduceBudget(deps, { envelopeId: id, fen, idempotencyKey: run.serial() }));
};

const carry: Operation = async (run) => {
  const envelopes = await run.process.prisma.envelope.findMany({ where: { kind: "budget", year: 2026 } });
  await as(run, (deps) => carryOver(deps, { envelopeId: run.random.pick(envelopes).id, idempotencyKey: run.serial() }));
};

const refill: Operation = async (run) => {
  const pool = await run.process.prisma.envelope.findFirst({ where: { kind: "pool" } });
  if (run.random.chance(0.2))
    return as(run, (deps) =>
      fundPool(deps, { fen: BigInt(run.random.whole(1, 20_000)), idempotencyKey: run.serial() }),
    );
  return as(run, (deps) => refillPool(deps, { fen: pool?.advancedFen || 1n, idempotencyKey: run.serial() }));
};

/** What is done, and how often of a hundred. */
export const operations: Record<string, { weight: number; run: Operation }> = {
  approve: { weight: 24, run: approve },
  batch: { weight: 12, run: batch },
  release: { weight: 10, run: release },
  cancel: { weight: 2, run: cancel },
  answer: { weight: 12, run: answer },
  bankReturns: { weight: 4, run: bankReturns },
  replay: { weight: 5, run: replay },
  again: { weight: 8, run: again },
  recover: { weight: 4, run: recover },
  collect: { weight: 3, run: collect },
  deduct: { weight: 3, run: deduct },
  letGo: { weight: 2, run: letGo },
  grant: { weight: 5, run: grant },
  reduce: { weight: 2, run: reduce },
  carry: { weight: 1, run: carry },
  refill: { weight: 3, run: refill },
  ...partOperations,
};
