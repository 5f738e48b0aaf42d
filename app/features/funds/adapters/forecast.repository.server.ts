import { Prisma } from "~/generated/prisma/client";
import type { PlainDate } from "~/kernel/plain-date";
import type { Tx } from "~/platform/db.server";

/** Applications that an envelope bears, named v (envelope), i (item), a (application), f (firm): a county's are those of its firms. */
const borne = Prisma.sql`"Envelope" v JOIN "PolicyItem" i ON i."documentId" = v."documentId"
    AND (v."itemId" = i.id OR v."itemId" IS NULL AND NOT EXISTS (SELECT 1 FROM "Envelope" o WHERE o.kind = 'budget' AND o."itemId" = i.id AND o.year = v.year))
  JOIN "Application" a ON a."itemId" = i.id AND a."submittedAt" IS NOT NULL AND a.nature = 'cash' JOIN "Enterprise" f ON f.id = a."enterpriseId" AND (v.level <> 'county' OR f."regionCode" = v."regionCode")`;

/** What of a case's sum (approved, else claimed) is paid with the decision: later parts come in years of their own. */
const firstPart = Prisma.sql`CASE WHEN a."approvedFen" IS NOT NULL
    THEN a."approvedFen" - (SELECT coalesce(sum(s."amountFen"), 0) FROM "Instalment" s WHERE s."applicationId" = a.id AND s.status = 'open')
    ELSE floor(coalesce(a."claimedFen", 0) * (100 - (SELECT coalesce(sum((part->>'percent')::numeric), 0) FROM "PolicyItemVersion" w,
      jsonb_array_elements(CASE jsonb_typeof(w.content #> '{amount,instalments}') WHEN 'array' THEN w.content #> '{amount,instalments}' ELSE '[]' END) WITH ORDINALITY AS parts(part, place)
      WHERE w.id = a."itemVersionId" AND place > 1 AND jsonb_typeof(part) = 'object')) / 100) END`;

/**
 * Sums that are on their way to an envelope of a year, by promised day; `isApproved`: only the money is missing. A case whose
 * reservation was released and that goes on is on its way again. Of a sum in parts it is the first.
 */
export function pipelineOf(
  tx: Tx,
  year: number,
): Promise<{ envelopeId: string; dueOn: string; isApproved: boolean; fen: bigint; cases: number }[]> {
  return tx.$queryRaw`
    SELECT v.id::text AS "envelopeId", coalesce(a."promisedOn", '') AS "dueOn", a."approvedFen" IS NOT NULL AS "isApproved", sum(${firstPart})::bigint AS fen, count(*)::int AS cases
    FROM ${borne} WHERE v.kind = 'budget' AND v.year = ${year} AND a.year = ${year} AND a."closedAt" IS NULL
      AND (SELECT coalesce(sum(e."amountFen"), 0) FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account IN ('reserved', 'committed', 'disbursed', 'owed') WHERE t."applicationId" = a.id) = 0
    GROUP BY 1, 2, 3`;
}

/**
 * Later parts of decided sums that will be taken from an envelope of a year, by the day on which they come due (none: once confirmed,
 * now); what is overdue is taken this year. A part without a day whose condition nobody has confirmed has no year yet. Days Asia/Shanghai.
 */
export function comingOf(
  tx: Tx,
  year: number,
  today: PlainDate,
): Promise<{ envelopeId: string; dueOn: PlainDate; fen: bigint }[]> {
  return tx.$queryRaw`
    SELECT v.id::text AS "envelopeId", greatest(coalesce(s."dueOn", ${today}), ${today}) AS "dueOn", sum(s."amountFen")::bigint AS fen
    FROM ${borne} JOIN "Instalment" s ON s."applicationId" = a.id AND s.status = 'open' AND (s."dueOn" IS NOT NULL OR s."confirmedAt" IS NOT NULL)
    WHERE v.kind = 'budget' AND v.year = ${year} AND left(greatest(coalesce(s."dueOn", ${today}), ${today}), 4) = ${String(year)}
    GROUP BY 1, 2`;
}

/** How an envelope's applications went since a day: decided, approved, days to the decision; and what was applied for since another. */
export function experienceOf(
  tx: Tx,
  year: number,
  decidedSince: Date,
  appliedSince: Date,
): Promise<{ envelopeId: string; decided: number; approved: number; lagDays: number | null; appliedFen: bigint }[]> {
  return tx.$queryRaw`
    SELECT v.id::text AS "envelopeId", (count(*) FILTER (WHERE a."decidedAt" >= ${decidedSince}))::int AS decided,
      (count(*) FILTER (WHERE a."decidedAt" >= ${decidedSince} AND a."approvedFen" IS NOT NULL))::int AS approved,
      (avg(extract(epoch FROM a."decidedAt" - a."submittedAt") / 86400) FILTER (WHERE a."decidedAt" >= ${decidedSince}))::float AS "lagDays",
      (coalesce(sum(a."claimedFen") FILTER (WHERE a."submittedAt" >= ${appliedSince}), 0))::bigint AS "appliedFen"
    FROM ${borne} WHERE v.kind = 'budget' AND v.year = ${year} GROUP BY 1`;
}

/** Shares of all documents in a year. */
export function sharesOfYear(tx: Tx, year: number) {
  return tx.costShare.findMany({ where: { year }, select: { documentId: true, level: true, weight: true } });
}
