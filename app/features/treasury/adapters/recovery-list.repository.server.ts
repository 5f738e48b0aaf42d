import { Prisma } from "~/generated/prisma/client";
import type { Bilingual } from "~/kernel/bilingual";
import type { Tx } from "~/platform/db.server";
import type { PlainDate } from "~/kernel/plain-date";

/** A demand as it stands. Fen; `promisedFen` of what is owed lies in payments not made yet. */
export type RecoveryRow = {
  id: string;
  paymentId: string;
  applicationId: string;
  enterpriseId: string;
  number: string | null;
  firm: string;
  item: Bilingual;
  /** of the treasury that paid */
  regionCode: string;
  reason: string;
  kind: "fraud" | "error" | null;
  decidedAt: Date;
  dueOn: PlainDate | null;
  sumFen: bigint;
  owedFen: bigint;
  promisedFen: bigint;
  excessFen: bigint;
  urgedCount: number;
  urgedOn: PlainDate | null;
  answerBy: PlainDate | null;
  handedOn: PlainDate | null;
};

/** What is asked for: of one treasury or of all, one demand, by what is still owed, by words. */
export type RecoveryFilter = {
  regionCode?: string;
  id?: string;
  applicationId?: string;
  state?: "open" | "closed";
  q?: string;
};

const standing = Prisma.sql`
  SELECT r.id::text, r."paymentId"::text, r."applicationId"::text, r."enterpriseId"::text, a.number, f.name AS firm, jsonb_build_object('zh', i.title, 'en', coalesce(i."titleEn", i.title)) AS item, p."regionCode", r.reason, c.kind, r."decidedAt", c."dueOn", r."sumFen",
    (SELECT coalesce(sum(e."amountFen"), 0)::bigint FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'owed' WHERE t."recoveryId" = r.id) AS "owedFen",
    (SELECT coalesce(sum(d.fen), 0)::bigint FROM "Deduction" d JOIN "Payment" n ON n.id = d."paymentId" WHERE d."recoveryId" = r.id AND n.status IN ('pending', 'batched', 'returned')
      AND NOT EXISTS (SELECT 1 FROM "LedgerTransaction" t WHERE t."idempotencyKey" = 'collect:' || r.id || ':' || n.id)) AS "promisedFen",
    (SELECT coalesce(sum(x."excessFen"), 0)::bigint FROM "RecoveryReceipt" x WHERE x."recoveryId" = r.id) AS "excessFen",
    u.count AS "urgedCount", u."urgedOn", u."answerBy", u."handedOn"
  FROM "Recovery" r JOIN "Payment" p ON p.id = r."paymentId" JOIN "Application" a ON a.id = r."applicationId" JOIN "Enterprise" f ON f.id = r."enterpriseId" JOIN "PolicyItem" i ON i.id = a."itemId"
  LEFT JOIN "RecoveryCase" c ON c."recoveryId" = r.id
  CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE m.kind = 'urged'))::int AS count, max(m."onDay") FILTER (WHERE m.kind = 'urged') AS "urgedOn", max(m."answerBy") AS "answerBy",
    max(m."onDay") FILTER (WHERE m.kind = 'handedOn') AS "handedOn" FROM "RecoveryReminder" m WHERE m."recoveryId" = r.id) u`;

function matching({ regionCode, id, applicationId, state, q }: RecoveryFilter): Prisma.Sql {
  const like = `%${(q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`(${regionCode ?? null}::text IS NULL OR s."regionCode" = ${regionCode ?? null})
    AND (${id ?? null}::text IS NULL OR s.id = ${id ?? null}) AND (${applicationId ?? null}::text IS NULL OR s."applicationId" = ${applicationId ?? null})
    AND (${state ?? null}::text IS NULL OR (s."owedFen" > 0) = (${state ?? null} = 'open'))
    AND (${q ?? null}::text IS NULL OR s.number ILIKE ${like} OR s.firm ILIKE ${like} OR replace(s.id, '-', '') ILIKE ${like})`;
}

/** Demands as asked for: what is owed first, the earliest term first. */
export function findRecoveries(
  tx: Tx,
  filter: RecoveryFilter,
  { take, skip = 0 }: { take: number; skip?: number },
): Promise<RecoveryRow[]> {
  return tx.$queryRaw<RecoveryRow[]>`
    WITH s AS (${standing}) SELECT s.* FROM s WHERE ${matching(filter)}
    ORDER BY (s."owedFen" > 0) DESC, s."dueOn" NULLS LAST, s.id LIMIT ${take} OFFSET ${skip}`;
}

/** How many demands there are as asked for, and their sums. Fen. */
export async function sumRecoveries(
  tx: Tx,
  filter: RecoveryFilter,
): Promise<{ count: number; sumFen: bigint; owedFen: bigint }> {
  const [row] = await tx.$queryRaw<{ count: number; sumFen: bigint; owedFen: bigint }[]>`
    WITH s AS (${standing}) SELECT count(*)::int AS count, coalesce(sum(s."sumFen"), 0)::bigint AS "sumFen", coalesce(sum(s."owedFen"), 0)::bigint AS "owedFen" FROM s WHERE ${matching(filter)}`;
  return row ?? { count: 0, sumFen: 0n, owedFen: 0n };
}

/** Writes down what was done about a demand. False where it was done on that day already. */
export async function addReminder(tx: Tx, data: Prisma.RecoveryReminderCreateManyInput): Promise<boolean> {
  const { count } = await tx.recoveryReminder.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}
