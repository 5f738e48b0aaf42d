import { Prisma } from "~/generated/prisma/client";
import type { Tx } from "~/platform/db.server";
import type { Funnel, Slice, StagePace, Sums } from "../domain/figures";
import type { MonitorFilter } from "../monitoring.schema";
import { envelopesNarrowed, narrowed, reachNarrowed } from "./narrowed.server";
import { isOf, totalSql } from "./total-sql.server";

/** Sums of the ledger by application. */
const money = Prisma.sql`
  SELECT t."applicationId",
    ${totalSql("disbursed")} AS disbursed, ${totalSql("unpaid")} AS unpaid
  FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
  WHERE t."applicationId" IS NOT NULL GROUP BY 1`;

type SliceRow = Sums & {
  mask: number;
  department: string | null;
  theme: string | null;
  region: string | null;
  section: string | null;
  size: string | null;
};

const byMask: Record<number, Slice["dimension"]> = {
  15: "department",
  23: "theme",
  27: "region",
  29: "section",
  30: "size",
};

/** Total and every cut in one pass over the applications. */
export async function sumsAndSlices(tx: Tx, filter: MonitorFilter): Promise<{ total: Sums; slices: Slice[] }> {
  const rows = await tx.$queryRaw<SliceRow[]>`
    WITH money AS (${money}),
    cases AS (
      SELECT a."enterpriseId" AS firm, i."departmentId" AS department, i.theme, f."regionCode" AS region,
        left(f."industryCode", 1) AS section, coalesce(f.size, 'unknown') AS size,
        a."approvedFen" IS NOT NULL AS is_approved, a."paidAt" IS NOT NULL AS is_paid,
        coalesce(m.disbursed, 0) AS disbursed, coalesce(m.unpaid, 0) AS unpaid
      FROM "Application" a JOIN "PolicyItem" i ON i.id = a."itemId" JOIN "Enterprise" f ON f.id = a."enterpriseId"
      LEFT JOIN money m ON m."applicationId" = a.id
      WHERE ${narrowed(filter)})
    SELECT grouping(department, theme, region, section, size)::int AS mask, department, theme, region, section, size,
      count(*)::int AS applications, count(DISTINCT firm)::int AS firms,
      (count(DISTINCT firm) FILTER (WHERE is_paid))::int AS reached, (count(*) FILTER (WHERE is_approved))::int AS approved,
      (count(*) FILTER (WHERE is_paid))::int AS paid,
      coalesce(sum(disbursed), 0)::bigint AS "disbursedFen", coalesce(sum(unpaid), 0)::bigint AS "unpaidFen"
    FROM cases GROUP BY GROUPING SETS ((), (department), (theme), (region), (section), (size))
    ORDER BY "disbursedFen" DESC, applications DESC`;
  const total = rows.find((row) => row.mask === 31);
  return { total: total ? sums(total) : nothing, slices: rows.flatMap(toSlice) };
}

const nothing: Sums = { applications: 0, firms: 0, reached: 0, approved: 0, paid: 0, disbursedFen: 0n, unpaidFen: 0n };

function toSlice(row: SliceRow): Slice[] {
  const dimension = byMask[row.mask];
  const key = dimension && row[dimension];
  return dimension && key ? [{ ...sums(row), dimension, key }] : [];
}

function sums({ applications, firms, reached, approved, paid, disbursedFen, unpaidFen }: Sums): Sums {
  return { applications, firms, reached, approved, paid, disbursedFen, unpaidFen };
}

/** What was disbursed, less what came back, by Asia/Shanghai month of the ledger. */
export function monthly(tx: Tx, filter: MonitorFilter) {
  return tx.$queryRaw<{ month: string; disbursedFen: bigint; paid: number }[]>`
    SELECT to_char(t.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, sum(e."amountFen")::bigint AS "disbursedFen",
      (count(DISTINCT t.id) FILTER (WHERE t.kind = 'disburse'))::int AS paid
    FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id AND ${isOf("disbursed")}
      JOIN "Application" a ON a.id = t."applicationId" JOIN "PolicyItem" i ON i.id = a."itemId" JOIN "Enterprise" f ON f.id = a."enterpriseId"
    WHERE ${narrowed(filter)} GROUP BY 1 ORDER BY 1`;
}

/** Working days each stage took, counted by the calendar table; the day it came in does not count. */
export function stagePaces(tx: Tx, filter: MonitorFilter): Promise<StagePace[]> {
  return tx.$queryRaw<StagePace[]>`
    WITH numbered AS (SELECT date, count(*) FILTER (WHERE "isWorkday") OVER (ORDER BY date) AS ordinal FROM "CalendarDay"),
    finished AS (
      SELECT k.stage, k."openedAt", k."dueOn",
        to_char(k."openedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS opened,
        to_char(k."closedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS closed
      FROM "Task" k JOIN "Application" a ON a.id = k."applicationId" JOIN "PolicyItem" i ON i.id = a."itemId"
        JOIN "Enterprise" f ON f.id = a."enterpriseId"
      WHERE k."closedAt" IS NOT NULL AND ${narrowed(filter)})
    SELECT stage, count(*)::int AS finished, coalesce(avg(c.ordinal - o.ordinal), 0)::float AS "averageDays",
      coalesce(avg(d.ordinal - o.ordinal), 0)::float AS "promisedDays", (count(*) FILTER (WHERE is_late("dueOn", closed)))::int AS late
    FROM finished JOIN numbered o ON o.date = opened JOIN numbered c ON c.date = closed LEFT JOIN numbered d ON d.date = "dueOn"
    GROUP BY stage`;
}

/** Pairs of firm and item at each step from being told to being paid. */
export async function funnel(tx: Tx, filter: MonitorFilter): Promise<Funnel> {
  const reached = await tx.$queryRaw<{ kind: string; pairs: number }[]>`
    SELECT r.kind, count(*)::int AS pairs FROM "Reach" r JOIN "PolicyItem" i ON i.id = r."itemId" JOIN "Enterprise" f ON f.id = r."enterpriseId"
    WHERE ${reachNarrowed(filter)} GROUP BY r.kind`;
  const [cases] = await tx.$queryRaw<{ applied: number; approved: number; paid: number }[]>`
    SELECT count(*)::int AS applied, (count(*) FILTER (WHERE a."approvedFen" IS NOT NULL))::int AS approved,
      (count(*) FILTER (WHERE a."paidAt" IS NOT NULL))::int AS paid
    FROM "Application" a JOIN "PolicyItem" i ON i.id = a."itemId" JOIN "Enterprise" f ON f.id = a."enterpriseId" WHERE ${narrowed(filter)}`;
  const of = (kind: string) => reached.find((row) => row.kind === kind)?.pairs ?? 0;
  return { pushed: of("pushed"), viewed: of("viewed"), ...(cases ?? { applied: 0, approved: 0, paid: 0 }) };
}

/** Envelopes with their balances as the ledger has them. */
export function budgetUse(tx: Tx, filter: MonitorFilter) {
  return tx.$queryRaw<
    { id: string; name: string; year: number; grantedFen: bigint; unpaidFen: bigint; disbursedFen: bigint }[]
  >`
    SELECT v.id, v.name, v.year,
      -${totalSql("granted")} AS "grantedFen", ${totalSql("unpaid")} AS "unpaidFen", ${totalSql("disbursed")} AS "disbursedFen"
    FROM "Envelope" v LEFT JOIN "LedgerEntry" e ON e."envelopeId" = v.id
    WHERE v.kind = 'budget' AND ${envelopesNarrowed(filter)}
    GROUP BY v.id ORDER BY "disbursedFen" DESC, v.name`;
}
