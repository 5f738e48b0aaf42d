import { isUuid } from "~/kernel/uuid";
import type { Tx } from "~/platform/db.server";
import { auditWhere, findEvents, loginNames, personsCalled, type AuditRow } from "../adapters/audit.repository.server";
import type { AuditFilter } from "../audit.schema";

export type AuditLine = Omit<AuditRow, "id" | "before" | "after" | "actorId"> & {
  id: string;
  actor: string | null;
  subject: string | null;
  before: string | null;
  after: string | null;
};

/** One page of the log, newest first, with the cursor of the next; nothing is counted. */
export async function searchAudit(
  tx: Tx,
  filter: AuditFilter,
  perPage: number,
): Promise<{ lines: AuditLine[]; next: string | null }> {
  const [actorIds, subjectIds] = await Promise.all([
    filter.actor ? personsCalled(tx, filter.actor) : null,
    filter.subject ? personsCalled(tx, filter.subject) : [],
  ]);
  const rows = await findEvents(tx, auditWhere(filter, { actorIds, subjectIds }), perPage + 1);
  const names = await loginNames(tx, [...new Set(rows.flatMap(personsIn))]);
  const lines = rows.slice(0, perPage).map(({ actorId, ...row }): AuditLine => ({
    ...row,
    id: String(row.id),
    actor: actorId && (names.get(actorId) ?? actorId),
    subject: names.get(row.subjectId) ?? null,
    before: asText(row.before),
    after: asText(row.after),
  }));
  return { lines, next: rows.length > perPage ? (lines.at(-1)?.id ?? null) : null };
}

function personsIn({ actorId, subjectType, subjectId }: AuditRow): string[] {
  return [...(actorId ? [actorId] : []), ...(subjectType === "user" && isUuid(subjectId) ? [subjectId] : [])];
}

function asText(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value, null, 1);
}
