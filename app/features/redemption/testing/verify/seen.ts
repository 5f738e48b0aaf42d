import type { StoredSnapshot } from "../../domain/decide";
import type { Stage } from "./stage";
import { readSnapshot } from "~/features/redemption/domain/migrate-snapshot";

/** What the doors need to know of the case at present; ids that are not there yet are nobody's. */
export type Seen = {
  id: string;
  version: number;
  state: string;
  snapshot: StoredSnapshot | null;
  publicityId: string;
  recoveryId: string;
  payment: {
    id: string;
    status: string;
    fen: bigint;
    needsAccount: boolean;
    batchId: string | null;
    batchStatus: string | null;
  };
};

export const nobody = "00000000-0000-7000-8000-000000000000";
const noPayment = { id: nobody, status: "none", fen: 0n, needsAccount: false, batchId: null, batchStatus: null };

/** Reads the case as it stands. Before a list has named the firm there is none. */
export async function look({ tx, firm, itemId }: Stage): Promise<Seen> {
  const row = await tx.application.findFirst({
    where: { enterpriseId: firm.enterpriseId, itemId },
    select: {
      id: true,
      version: true,
      state: true,
      snapshot: true,
      publicities: { orderBy: { startsOn: "desc" }, select: { id: true, endedAt: true } },
      payments: {
        where: { status: { not: "cancelled" } },
        orderBy: { id: "desc" },
        take: 1,
        select: {
          id: true,
          status: true,
          amountFen: true,
          needsAccount: true,
          batchId: true,
          batch: { select: { status: true } },
        },
      },
      recoveryCases: { where: { status: "demanded" }, select: { recoveryId: true } },
    },
  });
  if (!row)
    return {
      id: nobody,
      version: 0,
      state: "draft",
      snapshot: null,
      publicityId: nobody,
      recoveryId: nobody,
      payment: noPayment,
    };
  const [payment] = row.payments;
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    snapshot: readSnapshot(row.snapshot),
    publicityId: row.publicities.find(({ endedAt }) => endedAt === null)?.id ?? row.publicities[0]?.id ?? nobody,
    recoveryId: row.recoveryCases[0]?.recoveryId ?? nobody,
    payment: payment
      ? {
          id: payment.id,
          status: payment.status,
          fen: payment.amountFen,
          needsAccount: payment.needsAccount,
          batchId: payment.batchId,
          batchStatus: payment.batch?.status ?? null,
        }
      : noPayment,
  };
}
