import { recordAudit } from "~/features/validity/audited.server";
import type { UserActor } from "~/access/actor";
import type { Speech } from "~/i18n/translation";
import { csvText } from "~/kernel/csv";
import { plainYuan } from "~/kernel/money";
import type { Deps } from "~/platform/context.server";
import { readCoverage } from "./read-coverage.server";

/** How far each office has come, as CSV, entered in the audit log; without the demonstration zone. Yuan. */
export async function exportCoverage(deps: Deps & { actor: UserActor }, { language, t }: Speech): Promise<string> {
  const { rows } = await readCoverage(deps, language);
  await recordAudit(deps, {
    action: "policy-documents.exported",
    subject: { type: "document", id: "coverage" },
    after: { list: "coverage", filter: {}, lines: rows.length },
  });
  const heads = ["office", "documents", "confirmed", "stated", "open", "share", "fen"];
  return csvText([
    heads.map((head) => t(`coverage.${head}`, { ns: "validity" })),
    ...rows.map((row) => [
      row.office,
      row.documents,
      row.confirmed,
      row.stated,
      row.open,
      row.shareText,
      plainYuan(row.fen),
    ]),
  ]);
}
