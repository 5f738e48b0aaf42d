import { statesIn } from "~/features/claims/domain/case-states";
import { Prisma } from "~/generated/prisma/client";
import type { Bilingual } from "~/kernel/bilingual";
import type { Tx } from "~/platform/db.server";

/** What a term belongs to; each kind is one column of one table. */
type CaseTermKind = "task" | "promise" | "correction" | "publicity" | "wait" | "objection" | "recovery";

/** An open term of a case; days in Asia/Shanghai. `step` is the stage of a task or the kind of a wait. */
export type CaseTermRow = {
  kind: CaseTermKind;
  subjectId: string;
  applicationId: string;
  step: string | null;
  departmentId: string | null;
  regionCode: string | null;
  start: string;
  day: string;
  number: string | null;
  firm: string;
  enterpriseId: string;
  item: Bilingual;
};

/** States in which what was promised to the firm is still to come. */
const promising = statesIn(["review", "selection", "granted", "payment"]);

/**
 * The terms of cases that run and end on a day or later. A wait that came and was put off is none: it is tried by the hour.
 * Left out of `wait` are those that another row shows: they end with it.
 */
export function findOpenTerms(tx: Tx, from: string): Promise<CaseTermRow[]> {
  return tx.$queryRaw<CaseTermRow[]>`
    WITH term AS (
      SELECT 'task' AS kind, id, "applicationId", stage AS step, "departmentId", "regionCode", "openedAt" AS began, "dueOn" AS day
        FROM "Task" WHERE "applicationId" IS NOT NULL AND "closedAt" IS NULL
      UNION ALL SELECT 'promise', id, id, NULL, NULL, NULL, coalesce("submittedAt", "createdAt"), "promisedOn"
        FROM "Application" WHERE "promisedOn" IS NOT NULL AND state = ANY(${promising})
      UNION ALL SELECT 'correction', c.id, c."applicationId", NULL, NULL, NULL, c."issuedAt", c."dueOn"
        FROM "CorrectionNotice" c JOIN "Application" a ON a.id = c."applicationId" AND a.state = 'correcting' WHERE c."answeredAt" IS NULL
      UNION ALL SELECT 'publicity', id, "applicationId", NULL, NULL, NULL, ("startsOn"::date)::timestamp AT TIME ZONE 'Asia/Shanghai', "endsOn"
        FROM "Publicity" WHERE "endedAt" IS NULL
      UNION ALL SELECT 'objection', id, "applicationId", NULL, NULL, NULL, "raisedAt", "dueOn"
        FROM "Objection" WHERE "answeredAt" IS NULL
      UNION ALL SELECT 'recovery', id, "applicationId", NULL, NULL, NULL, coalesce("decidedAt", "proposedAt"), "dueOn"
        FROM "RecoveryCase" WHERE status = 'demanded' AND "dueOn" IS NOT NULL
      UNION ALL SELECT 'wait', d.id, d."applicationId", d.kind, NULL, NULL,
          (SELECT max(t.at) FROM "Transition" t WHERE t."applicationId" = d."applicationId"),
          to_char((d."dueAt" AT TIME ZONE 'Asia/Shanghai') - INTERVAL '1 day', 'YYYY-MM-DD')
        FROM "Deadline" d WHERE d."applicationId" IS NOT NULL AND d."handledAt" IS NULL AND d."cancelledAt" IS NULL AND d."putOffs" = 0
          AND d.kind IN ('draft', 'confirmation', 'reconsideration', 'rating'))
    SELECT term.kind, term.id::text AS "subjectId", a.id::text AS "applicationId", term.step,
      coalesce(term."departmentId", v.redemption->>'leadDepartmentId') AS "departmentId",
      coalesce(term."regionCode", v.redemption->>'regionCode') AS "regionCode",
      to_char(coalesce(term.began, a."createdAt") AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS start,
      term.day, a.number, e.name AS firm, e.id::text AS "enterpriseId", jsonb_build_object('zh', i.title, 'en', coalesce(i."titleEn", i.title)) AS item
    FROM term JOIN "Application" a ON a.id = term."applicationId" JOIN "Enterprise" e ON e.id = a."enterpriseId"
      JOIN "PolicyItem" i ON i.id = a."itemId" JOIN "PolicyItemVersion" v ON v.id = a."itemVersionId"
    WHERE term.day >= ${from}
    ORDER BY term.day, a.number, term.kind, term.id`;
}

type RowKind = Exclude<CaseTermKind, "task" | "wait">;

const places: Readonly<Record<RowKind, { table: string; column: string }>> = {
  promise: { table: "Application", column: "promisedOn" },
  correction: { table: "CorrectionNotice", column: "dueOn" },
  publicity: { table: "Publicity", column: "endsOn" },
  objection: { table: "Objection", column: "dueOn" },
  recovery: { table: "RecoveryCase", column: "dueOn" },
};

/** Sets the last days of terms that stand in rows of their own. Whoever calls it holds the cases locked. */
export async function shiftCaseRows(
  tx: Tx,
  kind: RowKind,
  shifts: readonly { subjectId: string; toDay: string }[],
): Promise<void> {
  const { table, column } = places[kind];
  const name = (identifier: string) => Prisma.raw(`"${identifier}"`);
  const [ids, days] = [shifts.map(({ subjectId }) => subjectId), shifts.map(({ toDay }) => toDay)];
  await tx.$executeRaw`
    UPDATE ${name(table)} t SET ${name(column)} = m.day
    FROM unnest(${ids}::uuid[], ${days}::text[]) AS m(id, day) WHERE t.id = m.id`;
}
