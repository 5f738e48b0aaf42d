import { collectRecovery } from "~/features/treasury/use-cases/collect-recovery.server";
import { deductFromPayment } from "../../use-cases/deduct-from-payment.server";
import { recoverPayment, readOwed } from "../../use-cases/recover-payment.server";
import { releaseBudget } from "../../use-cases/release-budget.server";
import { some, payments, as, type Operation, type Run } from "./run";

/** Whose money is asked back by its office alone (`askBack`), and stays with its case. */
const inParts = "zone-more";

export const recover: Operation = async (run) => {
  const [payment] = some(run, await payments(run, "paid", { item: { documentId: { not: inParts } } }), 1);
  if (payment)
    await as(run, (deps) =>
      recoverPayment(deps, {
        paymentId: payment.id,
        sumFen: BigInt(run.random.whole(1, Number(payment.amountFen))),
        reason: "核查",
        idempotencyKey: run.serial(),
      }),
    );
};

const withOwed = async (run: Run) => {
  const recoveries = await run.process.prisma.recovery.findMany({
    take: 20,
    orderBy: { id: run.random.chance(0.5) ? "asc" : "desc" },
  });
  const recovery = recoveries.length > 0 ? run.random.pick(recoveries) : null;
  return (
    recovery && {
      recovery,
      owed: (await readOwed({ tx: run.process.prisma }, recovery.enterpriseId)).find(({ id }) => id === recovery.id),
    }
  );
};

export const collect: Operation = async (run) => {
  const found = await withOwed(run);
  if (found?.owed)
    await as(run, (deps) =>
      collectRecovery(deps, {
        recoveryId: found.recovery.id,
        fen: BigInt(run.random.whole(1, Number(found.owed?.owedFen ?? 1n))),
        idempotencyKey: run.serial(),
      }),
    );
};

/** A firm that owes gets another case, whose payment settles some of it. */
export const deduct: Operation = async (run) => {
  const found = await withOwed(run);
  if (!found?.owed) return;
  const own = await run.process.prisma.payment.findFirst({
    where: { status: "pending", application: { enterpriseId: found.recovery.enterpriseId } },
  });
  if (own) return as(run, (deps) => deductFromPayment(deps, { recoveryId: found.recovery.id, paymentId: own.id }));
  const next = run.world.waiting.at(-1);
  if (next)
    await run.process.prisma.application.updateMany({
      where: { id: next, approvedFen: null },
      data: { enterpriseId: found.recovery.enterpriseId, year: 3000 + Number(run.serial().slice(2)) },
    });
};

export const letGo: Operation = async (run) => {
  const [payment] = some(run, await payments(run, "pending", { item: { documentId: { not: inParts } } }), 1);
  if (payment) await as(run, (deps) => releaseBudget(deps, { applicationId: payment.applicationId, reason: "撤回" }));
};
