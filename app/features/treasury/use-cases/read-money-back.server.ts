import type { UserActor } from "~/access/actor";
import { readMoneyStanding } from "~/features/redemption/use-cases/read-money-standing.server";
import type { Deps } from "~/platform/context.server";
import { listExcess, waitingLines, type WaitingLine } from "../adapters/receipt.repository.server";
import { splitReceipt } from "../domain/split-receipt";
import { readOwed } from "~/features/funds/use-cases/recover-payment.server";
import { treasuryRegion } from "~/features/funds/use-cases/treasury-region.server";

/** Money that came back: what waits for a decision or for being booked by it, and what is over a demand and owed to its firm. */
export async function readMoneyBack(
  deps: Pick<Deps, "tx" | "catalogue"> & { actor: UserActor },
  language: "zh" | "en",
) {
  const regionCode = treasuryRegion(deps.actor);
  const [lines, excess] = [await waitingLines(deps.tx, regionCode), await listExcess(deps.tx, regionCode)];
  const standings = await readMoneyStanding(
    deps,
    lines.map(({ applicationId }) => applicationId),
    language,
  );
  const waiting = [];
  for (const line of lines) {
    const { standing, department } = standings.get(line.applicationId) ?? { standing: "kept" as const, department: "" };
    waiting.push({
      ...line,
      department,
      isPart: line.fen < line.netFen,
      standing,
      split: standing === "demanded" ? await splitOf(deps, line) : null,
    });
  }
  return {
    waiting,
    excess: excess.map(({ orderedById, payment: { application, bankAccount, batchId }, ...row }) => ({
      ...row,
      isOwn: orderedById === deps.actor.userId,
      number: application.number,
      firm: application.enterprise.name,
      account: bankAccount,
      batchId,
    })),
  };
}

async function splitOf(deps: Pick<Deps, "tx">, { enterpriseId, paymentId, fen }: WaitingLine) {
  const owed = (await readOwed(deps, enterpriseId)).find((each) => each.paymentId === paymentId);
  return splitReceipt(fen, owed?.openFen ?? 0n);
}

export type MoneyBack = Awaited<ReturnType<typeof readMoneyBack>>;
