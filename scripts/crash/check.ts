import { existsSync } from "node:fs";
import path from "node:path";
import { verifyLog } from "~/features/audit/use-cases/verify-log.server";
import type { PrismaClient } from "~/generated/prisma/client";
import type { Acknowledged } from "./fleet";

/** What is missing though it was acknowledged, and what is there twice. */
export type Findings = { transitions: number; lost: string[]; doubled: string[] };

type Row = { what: string };

/** Compares what the server acknowledged with what is there after all crashes. */
export async function check(
  prisma: PrismaClient,
  acknowledged: Acknowledged,
  folders: { storage: string; roots: string },
): Promise<Findings> {
  const log = await verifyLog(prisma, folders.roots);
  return {
    transitions: await prisma.transition.count(),
    lost: [
      ...(await lostSteps(prisma, acknowledged)),
      ...(await lostFiles(prisma, acknowledged, folders.storage)),
      ...(await lostFollowers(prisma)),
      ...log.faults.map(({ kind, where }) => `log: ${kind} ${where}`),
    ],
    doubled: await doubled(prisma),
  };
}

async function lostSteps(prisma: PrismaClient, { cases, steps, batches }: Acknowledged): Promise<string[]> {
  const known = new Set((await prisma.application.findMany({ select: { id: true } })).map(({ id }) => id));
  const moved = new Set(
    (await prisma.transition.findMany({ select: { applicationId: true, idempotencyKey: true } })).map(
      (each) => `${each.applicationId} ${each.idempotencyKey}`,
    ),
  );
  const made = new Set((await prisma.paymentBatch.findMany({ select: { id: true } })).map(({ id }) => id));
  return [
    ...cases.filter((id) => !known.has(id)).map((id) => `case ${id}`),
    ...steps.filter(({ id, key }) => !moved.has(`${id} ${key}`)).map(({ id, key }) => `step ${id} ${key}`),
    ...batches.filter((id) => !made.has(id)).map((id) => `batch ${id}`),
  ];
}

async function lostFiles(prisma: PrismaClient, { uploads }: Acknowledged, storage: string): Promise<string[]> {
  const rows = new Set(
    (await prisma.material.findMany({ select: { applicationId: true, name: true, fileHash: true } })).map(
      (each) => `${each.applicationId} ${each.name} ${each.fileHash}`,
    ),
  );
  return uploads
    .filter(
      ({ id, material, hash }) =>
        !rows.has(`${id} ${material} ${hash}`) || !existsSync(path.join(storage, hash.slice(0, 2), hash)),
    )
    .map(({ id, material }) => `file ${id} ${material}`);
}

/** What must follow from what is there: money from closed cases, notices from orders, a place in line from each transition. */
function lostFollowers(prisma: PrismaClient): Promise<string[]> {
  return said(prisma.$queryRaw<Row[]>`
    SELECT 'end of case ' || id AS what FROM "Application" WHERE state NOT IN ('closed', 'draft')
    UNION ALL SELECT 'payment of ' || a.id FROM "Application" a WHERE a.state = 'closed' AND (SELECT count(*) FROM "Payment" p WHERE p."applicationId" = a.id AND p.status = 'paid' AND p."amountFen" = a."approvedFen") <> 1
    UNION ALL SELECT 'money of ' || a.id FROM "Application" a WHERE a.state = 'closed' AND a."approvedFen" IS DISTINCT FROM
      (SELECT sum(e."amountFen") FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t.id = e."transactionId" WHERE t."applicationId" = a.id AND e.account = 'disbursed')
    UNION ALL SELECT 'balance' WHERE (SELECT coalesce(sum("amountFen"), 0) FROM "LedgerEntry") <> 0
    UNION ALL SELECT 'message ' || id || ' ' || coalesce("lastError", '') FROM "Outbox" WHERE "processedAt" IS NULL
    UNION ALL SELECT 'notice ' || (o.payload ->> 'dedupKey') FROM "Outbox" o JOIN "Membership" m ON m."enterpriseId"::text = o.payload -> 'to' ->> 'enterpriseId'
      WHERE o.topic = 'notice' AND NOT EXISTS (SELECT 1 FROM "Notice" n WHERE n."userId" = m."userId" AND n."dedupKey" = o.payload ->> 'dedupKey')
    UNION ALL SELECT 'order of a notice for ' || t."applicationId" || ' ' || t."toState" FROM "Transition" t WHERE t."fromState" <> t."toState" AND t."toState" IN ('countyReview', 'departmentReview', 'publicity', 'payment', 'closed')
      AND NOT EXISTS (SELECT 1 FROM "Outbox" o WHERE o.payload ->> 'kind' = 'case.' || t."toState" AND o.payload ->> 'href' LIKE '%' || t."applicationId")
    UNION ALL SELECT 'place in ' || "applicationId" FROM "Transition" GROUP BY "applicationId" HAVING max(seq) <> count(*)`);
}

function doubled(prisma: PrismaClient): Promise<string[]> {
  return said(prisma.$queryRaw<Row[]>`
    SELECT 'step ' || "applicationId" || ' ' || event AS what FROM "Transition" GROUP BY "applicationId", event, "fromState", "toState", "departmentId" HAVING count(*) > 1
    UNION ALL SELECT 'posting ' || "applicationId" || ' ' || kind FROM "LedgerTransaction" WHERE "applicationId" IS NOT NULL GROUP BY "applicationId", kind HAVING count(*) > 1
    UNION ALL SELECT 'payment of ' || "applicationId" FROM "Payment" GROUP BY "applicationId" HAVING count(*) > 1
    UNION ALL SELECT 'notice ' || href || ' ' || kind FROM "Notice" WHERE kind <> 'taskOpened' GROUP BY "userId", kind, href HAVING count(*) > 1
    UNION ALL SELECT 'notice ' || n.href || ' ' || n.kind FROM "Notice" n JOIN "User" u ON u.id = n."userId" WHERE n.kind = 'taskOpened' GROUP BY u.id, u."departmentId", n.kind, n.href
      HAVING count(*) > (SELECT count(*) FROM "Task" t WHERE n.href LIKE '%' || t."applicationId" AND t."departmentId" = u."departmentId")
    UNION ALL SELECT 'order ' || (payload ->> 'dedupKey') FROM "Outbox" WHERE topic = 'notice' AND payload ->> 'dedupKey' ~ '^(case|task):' GROUP BY payload ->> 'dedupKey' HAVING count(*) > 1
    UNION ALL SELECT 'mail ' || (payload ->> 'noticeId') FROM "Outbox" WHERE topic = 'mail' GROUP BY payload ->> 'noticeId' HAVING count(*) > 1
    UNION ALL SELECT 'file ' || "applicationId" || ' ' || name FROM "Material" GROUP BY "applicationId", name HAVING count(*) > 1
    UNION ALL SELECT 'version of ' || "itemId" FROM "PolicyItemVersion" GROUP BY "itemId" HAVING count(*) > 1
    UNION ALL SELECT 'event of ' || a."subjectId" FROM (SELECT "subjectId", count(*) AS events FROM "AuditEvent" WHERE action LIKE 'application.%' AND after ? 'state' GROUP BY 1) a
      WHERE a.events <> (SELECT count(*) FROM "Transition" t WHERE t."applicationId"::text = a."subjectId")`);
}

async function said(rows: Promise<Row[]>): Promise<string[]> {
  return (await rows).map(({ what }) => what);
}
