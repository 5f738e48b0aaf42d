import { recordAudit } from "~/features/matching/audited.server";
import type { Deps } from "~/platform/context.server";
import type { Language } from "~/features/policies/domain/value-words";
import { readReport, type Report } from "./read-report.server";

/** The report of a firm to be taken away; who took it is written down. */
export async function exportReport(deps: Deps, enterpriseId: string, language: Language): Promise<Report> {
  const report = await readReport(deps, enterpriseId, language);
  await recordAudit(deps, {
    action: "report.exported",
    subject: { type: "enterprise", id: enterpriseId },
    enterpriseId,
    after: { asOf: report.asOf, lines: report.owed.length },
  });
  return report;
}
