import { recordAudit } from "~/features/monitoring/audited.server";
import { officeNameIn } from "~/features/policies/domain/offices";
import type { Language } from "~/i18n/translation";
import { csvText } from "~/kernel/csv";
import { Refusal } from "~/kernel/refusal";
import type { Deps } from "~/platform/context.server";
import { countCases, findCases } from "../adapters/cases.repository.server";
import { caseWorkbook } from "../adapters/case-workbook.server";
import { exportTable } from "../domain/export-table";
import type { CaseFilter } from "../monitoring.schema";
import { monitoringWords } from "../words.server";

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Lines of one file; who needs more narrows the list. */
export const exportLimit = 50_000;

/** The whole filtered list as a file, entered in the audit log. Refused whole where it is too long: a part would look like all. */
export async function exportCases(
  deps: Deps,
  filter: CaseFilter,
  format: ExportFormat,
  language: Language,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const count = await countCases(deps.tx, filter);
  if (count > exportLimit) throw new Refusal("monitoring.export-too-long", 422, { count, most: exportLimit });
  const rows = await findCases(deps.tx, filter, { limit: exportLimit, offset: 0 });
  const { registry } = deps.catalogue;
  const table = exportTable(
    rows.map((row) => ({ ...row, department: officeNameIn(registry, row, language) })),
    { language, ...monitoringWords[language] },
  );
  const chosen = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  await recordAudit(deps, {
    action: "monitoring.exported",
    subject: { type: "monitoring", id: "cases" },
    after: { filter: chosen, format, lines: rows.length },
  });
  return format === "csv" ? csvText([table.head, ...table.rows]) : caseWorkbook(table);
}
