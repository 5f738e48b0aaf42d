import { Prisma } from "~/generated/prisma/client";
import { isOf } from "./total-sql.server";
import type { CaseFilter, MonitorFilter } from "../monitoring.schema";

/** Applications the filter leaves, named a (application), i (item) and f (firm). */
export function narrowed(filter: CaseFilter): Prisma.Sql {
  return every([
    Prisma.sql`a."submittedAt" IS NOT NULL`,
    filter.year === undefined ? null : Prisma.sql`a.year = ${filter.year}`,
    ...itemAndFirm(filter),
    filter.place ? Prisma.sql`f."regionCode" = ${filter.place}` : null,
    filter.month ? Prisma.sql`to_char(a."paidAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = ${filter.month}` : null,
    stageOf(filter.stage),
    taskOf(filter),
    filter.envelope ? inEnvelope(filter.envelope) : null,
  ]);
}

/** Pairs of firm and item the filter leaves, named r (reach), i and f; the year is that of the first time. */
export function reachNarrowed(filter: MonitorFilter): Prisma.Sql {
  return every([
    Prisma.sql`true`,
    filter.year === undefined
      ? null
      : Prisma.sql`extract(year FROM r.at AT TIME ZONE 'Asia/Shanghai') = ${filter.year}`,
    ...itemAndFirm(filter),
  ]);
}

/** Envelopes the filter leaves, named v: by year, and by department and theme of the items they are for. */
export function envelopesNarrowed(filter: MonitorFilter): Prisma.Sql {
  const ofItems = every([
    Prisma.sql`i."documentId" = v."documentId" AND (v."itemId" IS NULL OR v."itemId" = i.id)`,
    filter.department ? Prisma.sql`i."departmentId" = ${filter.department}` : null,
    filter.theme ? Prisma.sql`i.theme = ${filter.theme}` : null,
  ]);
  return every([
    Prisma.sql`true`,
    filter.year === undefined ? null : Prisma.sql`v.year = ${filter.year}`,
    filter.department || filter.theme ? Prisma.sql`EXISTS (SELECT 1 FROM "PolicyItem" i WHERE ${ofItems})` : null,
  ]);
}

function itemAndFirm({ department, theme, region, size, section }: MonitorFilter): (Prisma.Sql | null)[] {
  return [
    department ? Prisma.sql`i."departmentId" = ${department}` : null,
    theme ? Prisma.sql`i.theme = ${theme}` : null,
    region ? Prisma.sql`f."regionCode" LIKE ${`${region.replace(/(00){1,3}$/, "")}%`}` : null,
    size ? Prisma.sql`coalesce(f.size, 'unknown') = ${size}` : null,
    section ? Prisma.sql`left(f."industryCode", 1) = ${section}` : null,
  ];
}

const reservedSum = Prisma.sql`
  SELECT t."applicationId" FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
  WHERE t."applicationId" IS NOT NULL AND ${isOf("unpaid")} GROUP BY 1 HAVING sum(e."amountFen") > 0`;

const stages: Record<NonNullable<CaseFilter["stage"]>, Prisma.Sql | null> = {
  submitted: null,
  approved: Prisma.sql`a."approvedFen" IS NOT NULL`,
  unpaid: Prisma.sql`a.id IN (${reservedSum})`,
  paid: Prisma.sql`a."paidAt" IS NOT NULL`,
  underway: Prisma.sql`a."closedAt" IS NULL`,
  rejected: Prisma.sql`a.state = 'rejected'`,
};

function stageOf(stage: CaseFilter["stage"]): Prisma.Sql | null {
  return stage ? stages[stage] : null;
}

function taskOf({ task, late }: CaseFilter): Prisma.Sql | null {
  if (!task) return null;
  const done = every([
    Prisma.sql`k."applicationId" = a.id AND k.stage = ${task} AND k."closedAt" IS NOT NULL`,
    late ? Prisma.sql`is_late(k."dueOn", to_char(k."closedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'))` : null,
  ]);
  return Prisma.sql`EXISTS (SELECT 1 FROM "Task" k WHERE ${done})`;
}

function inEnvelope(id: string): Prisma.Sql {
  return Prisma.sql`a.id IN (
    SELECT t."applicationId" FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id WHERE e."envelopeId" = ${id}::uuid)`;
}

function every(parts: (Prisma.Sql | null)[]): Prisma.Sql {
  return Prisma.join(
    parts.filter((part) => part !== null),
    " AND ",
  );
}
