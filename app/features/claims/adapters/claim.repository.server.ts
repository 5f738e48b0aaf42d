import type { Bilingual } from "~/kernel/bilingual";
import { deedNames } from "../domain/deed";
import type { Tx } from "~/platform/db.server";

export type ClaimRow = {
  id: string;
  number: string;
  enterpriseId: string;
  itemId: string;
  title: Bilingual;
  /** the year it rewards */
  year: number;
  state: string;
  submittedAt: Date;
  decided: boolean;
  claimedFen: bigint | null;
  approvedFen: bigint | null;
  /** what was stated of the application alone, as an official set it right where one did */
  stated: unknown;
  exclusiveGroup: string | null;
  sharedCap: string | null;
  /** paid, less what was collected of it again */
  heldFen: bigint;
  /** later parts of its sum that are still to be paid */
  comingFen: bigint;
  /** what it deducted as a top-up when it was handed in last */
  cededFen: bigint;
};

/** One question after another for what a firm asks, decides or is paid: who comes second sees what the first did. */
export async function lockClaims(tx: Tx, enterpriseIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(enterpriseIds)].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('claims:' || ${id}, 0))`;
}

/** Everything firms have handed in, with what they hold of it. */
export function claimsOf(tx: Tx, enterpriseIds: readonly string[]): Promise<ClaimRow[]> {
  return tx.$queryRaw<ClaimRow[]>`
    SELECT a.id::text, a.number, a."enterpriseId"::text, a."itemId",
      jsonb_build_object('zh', i.title, 'en', coalesce(i."titleEn", i.title)) AS title, coalesce(a."rewardedYear", a.year) AS year, a.state, a."submittedAt",
      a."decidedAt" IS NOT NULL AND a."approvedFen" IS NOT NULL AS decided, a."claimedFen", a."approvedFen",
      a."caseFacts" || coalesce((SELECT jsonb_object_agg(f.key, f.value) FROM "CaseSubmission" s, jsonb_each(s.frozen -> 'facts') f
        WHERE s."applicationId" = a.id AND s.seq = (SELECT max(l.seq) FROM "CaseSubmission" l WHERE l."applicationId" = a.id) AND f.key = ANY(${[...deedNames]})), '{}') AS stated,
      v.content ->> 'exclusiveGroup' AS "exclusiveGroup", v.content #>> '{amount,sharedCap,group}' AS "sharedCap",
      (coalesce((SELECT sum(CASE WHEN p.status = 'paid' THEN p."amountFen" ELSE p."deductedFen" END) FROM "Payment" p
        WHERE p."applicationId" = a.id AND (p.status = 'paid' OR (p.status = 'returned' AND p."paidAt" IS NOT NULL))), 0)
      + coalesce((SELECT sum(e."amountFen") FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND e.account = 'owed'
        WHERE t."applicationId" = a.id AND t.kind = 'collect'), 0))::bigint AS "heldFen",
      coalesce((SELECT sum(n."amountFen") FROM "Instalment" n WHERE n."applicationId" = a.id AND n.status IN ('open', 'listed')
        AND NOT EXISTS (SELECT 1 FROM "Payment" p WHERE p."instalmentId" = n.id AND p.status = 'paid')), 0)::bigint AS "comingFen",
      CASE WHEN v.content -> 'topUp' = 'true' THEN coalesce((SELECT sum((r ->> 'yuan')::numeric * 100)
        FROM (SELECT s.frozen -> 'received' AS received FROM "CaseSubmission" s WHERE s."applicationId" = a.id ORDER BY s.seq DESC LIMIT 1) s,
          jsonb_array_elements(s.received) r
        WHERE r ->> 'itemId' = a."itemId" OR r ->> 'exclusiveGroup' = v.content ->> 'exclusiveGroup'), 0) ELSE 0 END::bigint AS "cededFen"
    FROM "Application" a JOIN "PolicyItem" i ON i.id = a."itemId" JOIN "PolicyItemVersion" v ON v.id = a."itemVersionId"
    WHERE a."enterpriseId" = ANY(${[...enterpriseIds]}::uuid[]) AND a.number IS NOT NULL AND a."submittedAt" IS NOT NULL
    ORDER BY a."submittedAt", a.number`;
}
