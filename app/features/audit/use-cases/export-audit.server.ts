import { csvText } from "~/kernel/csv";
import type { Deps } from "~/platform/context.server";
import type { AuditFilter } from "../audit.schema";
import { recordAudit } from "~/features/audit/audited.server";
import { searchAudit, type AuditLine } from "./search-audit.server";

/** Lines of one export; who needs more narrows the dates. */
export const exportLimit = 10_000;

const columns = [
  "id",
  "at",
  "actor",
  "actorRole",
  "action",
  "subjectType",
  "subjectId",
  "enterpriseId",
  "departmentId",
  "address",
  "before",
  "after",
] as const;

/** The lines that fit as CSV, at most `exportLimit`; the export is itself an entry of the log. */
export async function exportAudit(deps: Deps, filter: AuditFilter): Promise<string> {
  const { lines } = await searchAudit(deps.tx, filter, exportLimit);
  const after = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  await recordAudit(deps, {
    action: "audit.exported",
    subject: { type: "audit", id: "log" },
    after: { filter: after, lines: lines.length },
  });
  return csvText([columns, ...lines.map((line) => columns.map((column) => cell(line, column)))]);
}

function cell(line: AuditLine, column: (typeof columns)[number]): string | null {
  const value = line[column];
  return value instanceof Date ? value.toISOString() : value;
}
