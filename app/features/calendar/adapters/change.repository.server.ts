import type { Prisma } from "~/generated/prisma/client";
import type { Bilingual } from "~/kernel/bilingual";
import type { Tx } from "~/platform/db.server";
import { insertRows } from "~/platform/write-rows.server";
import type { ChangedDay } from "../domain/changed-days";
import type { Move, TermKind } from "../domain/term";
import { storedListOf } from "~/kernel/stored";

const shown = {
  id: true,
  kind: true,
  year: true,
  number: true,
  issuedOn: true,
  reason: true,
  days: true,
  unread: true,
  missing: true,
  status: true,
  proposedById: true,
  proposedAt: true,
  confirmedById: true,
  confirmedAt: true,
  moved: true,
} as const;

type Row = Prisma.CalendarChangeGetPayload<{ select: typeof shown }>;
export type Change = Omit<Row, "kind" | "days" | "unread" | "missing"> & {
  kind: "notice" | "day";
  days: ChangedDay[];
  unread: string[];
  missing: string[];
};

const readDays = storedListOf<ChangedDay>("changed day", "date", "isWorkday");

const read = (row: Row): Change => ({
  ...row,
  kind: row.kind === "day" ? "day" : "notice",
  days: readDays(row.days),
  unread: row.unread as string[],
  missing: row.missing as string[],
});

export async function addChange(tx: Tx, data: Prisma.CalendarChangeUncheckedCreateInput): Promise<void> {
  await tx.calendarChange.create({ data });
}

export async function findChange(tx: Tx, id: string): Promise<Change | null> {
  const row = await tx.calendarChange.findUnique({ where: { id }, select: shown });
  return row && read(row);
}

/** A change with its row locked. */
export async function lockChange(tx: Tx, id: string): Promise<Change | null> {
  await tx.$executeRaw`SELECT 1 FROM "CalendarChange" WHERE id = ${id}::uuid FOR UPDATE`;
  return findChange(tx, id);
}

/** The changes that were entered last. */
export async function latestChanges(tx: Tx, take: number): Promise<Change[]> {
  const rows = await tx.calendarChange.findMany({ orderBy: { proposedAt: "desc" }, take, select: shown });
  return rows.map(read);
}

export async function markConfirmed(
  tx: Tx,
  id: string,
  data: { confirmedById: string | null; confirmedAt: Date; moved: number },
): Promise<void> {
  await tx.calendarChange.update({ where: { id }, data: { ...data, status: "confirmed" } });
}

/** Writes down what a change moved. */
export function addMoves(tx: Tx, moves: readonly (Move & { id: string })[], of: { changeId: string; at: Date }) {
  return insertRows(
    tx,
    "TermMove",
    moves.map(({ id, applicationId, kind, subjectId, step, departmentId, regionCode, day, toDay }) => ({
      ...{ id, applicationId, kind, subjectId, step, departmentId, regionCode },
      ...{ changeId: of.changeId, fromDay: day, toDay, at: of.at },
    })),
  );
}

export type MovedRow = {
  kind: TermKind;
  subjectId: string;
  step: string | null;
  departmentId: string | null;
  regionCode: string | null;
  day: string;
  toDay: string;
  number: string | null;
  firm: string | null;
  item: Bilingual | null;
};

/** What a confirmed change moved, in the order of the new days. */
export function findMoves(tx: Tx, changeId: string): Promise<MovedRow[]> {
  return tx.$queryRaw<MovedRow[]>`
    SELECT m.kind, m."subjectId"::text AS "subjectId", m.step, m."departmentId", m."regionCode", m."fromDay" AS day, m."toDay", a.number,
      e.name AS firm, CASE WHEN i.id IS NOT NULL THEN jsonb_build_object('zh', i.title, 'en', coalesce(i."titleEn", i.title)) END AS item
    FROM "TermMove" m LEFT JOIN "Application" a ON a.id = m."applicationId" LEFT JOIN "Enterprise" e ON e.id = a."enterpriseId"
      LEFT JOIN "PolicyItem" i ON i.id = a."itemId"
    WHERE m."changeId" = ${changeId}::uuid ORDER BY m."fromDay", a.number, m.kind, m."subjectId"`;
}

/** What changes of the calendar moved in a case, with their reasons. */
export function movesOfCase(tx: Tx, applicationId: string) {
  return tx.termMove.findMany({
    where: { applicationId },
    orderBy: [{ at: "asc" }, { toDay: "asc" }, { id: "asc" }],
    select: {
      changeId: true,
      kind: true,
      step: true,
      departmentId: true,
      fromDay: true,
      toDay: true,
      at: true,
      change: { select: { kind: true, year: true, number: true, issuedOn: true, reason: true } },
    },
  });
}
