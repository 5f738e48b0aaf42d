import type { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";

/** Sums paid to a firm by item. */
export function paidByItem(tx: Tx, enterpriseId: string): Promise<{ itemId: string; paidFen: bigint }[]> {
  return tx.$queryRaw<{ itemId: string; paidFen: bigint }[]>`
    SELECT a."itemId", sum(p."amountFen")::bigint AS "paidFen"
    FROM "Payment" p JOIN "Application" a ON a.id = p."applicationId"
    WHERE a."enterpriseId" = ${enterpriseId}::uuid AND p.status = 'paid'
    GROUP BY a."itemId"`;
}

export async function insertPayment(tx: Tx, data: Prisma.PaymentUncheckedCreateInput): Promise<void> {
  await tx.payment.create({ data });
}
