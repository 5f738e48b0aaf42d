import type { Tx } from "~/platform/db.server";
import { auditWhere, findEvents, loginNames, personsCalled, type AuditRow } from "../adapters/audit.repository.server";
import type { AuditFilter } from "../audit.schema";

export type AuditLine = Omit<AuditRow, "id" | "before" | "after" | "actorId"> & { id: string; actor: string | null; before: string | null; after: string | null };

/** One page of the log, newest first, with the cursor of the next; nothing is counted. */
export async function searchAudit(tx: Tx, filter: AuditFilter, perPage: number): Promise<{ lines: AuditLine[]; next: string | null }> {
  const actorIds = filter.actor ? await personsCalled(tx, filter.actor) : null;
  const rows = await findEvents(tx, auditWhere(filter, actorIds), perPage + 1);
  const names = await loginNames(tx, [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]);
  const lines = rows.slice(0, perPage).map(({ actorId, ...row }): AuditLine => ({
    ...row,
    id: String(row.id),
    actor: actorId && (names.get(actorId) ?? actorId),
    before: asText(row.before),
    after: asText(row.after),
  }));
  return { lines, next: rows.length > perPage ? (lines.at(-1)?.id ?? null) : null };
}

function asText(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value, null, 1);
}
